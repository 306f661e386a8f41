/** What an entry of `lib_deps`, `platform` or `platform_packages` asks for. */
export type PioPackage = {
  readonly owner: string | undefined;
  readonly name: string | undefined;
  /** What stands behind `@`: a version or a range. */
  readonly requirement: string | undefined;
  /** An address of a repository or an archive, or a folder. */
  readonly address: string | undefined;
};

/** Reads an entry: `owner/name @ ^1.2.3`, `name`, a number, `name=address`, `name @ address`, or an address alone. */
export function parsePioPackage(text: string): PioPackage {
  const [, called, far] = /^([^/=:@#]+)(?:=|\s@\s|@)\s*((?:[a-z][a-z+]*:\/\/|git@|\.{0,2}\/).*)$/i.exec(text) ?? [];
  if (called !== undefined && far !== undefined)
    return { owner: undefined, name: called.trim(), requirement: undefined, address: far.trim() };
  const [, owned, address] = /^([^/=:@#]+\/[^/=:@#]+)@\s*((?:[a-z][a-z+]*:\/\/|git@).*)$/i.exec(text) ?? [];
  if (owned !== undefined) return { ...named(owned), requirement: undefined, address };
  const at = text.lastIndexOf('@');
  const behind = text.slice(at + 1);
  const isLocal = /^(?:file|symlink):\/\//.test(text);
  const hasRequirement = at > 0 && !isLocal && !/[:/]/.test(behind);
  const front = (hasRequirement ? text.slice(0, at) : text).trim();
  const requirement = hasRequirement ? behind.trim() : undefined;
  const isAddress = /:|^[./~\\]/.test(front) || front.split('/').length > 2;
  return isAddress
    ? { owner: undefined, name: undefined, requirement, address: front }
    : { ...named(front), requirement };
}

function named(text: string): Omit<PioPackage, 'requirement'> {
  const slash = text.indexOf('/');
  const owner = slash === -1 ? undefined : text.slice(0, slash).trim();
  return {
    owner,
    name: text
      .slice(slash + 1)
      .replace(/^id=/, '')
      .trim(),
    address: undefined,
  };
}

/** Whether a requirement names one version: only in full, for `2.8` allows each that begins so. */
export function isExact(requirement: string | undefined): boolean {
  return requirement !== undefined && /^={0,2}\s*\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/.test(requirement);
}
