/** What the short form of CPM.cmake names: a repository or an archive, a version, and a state of the repository. */
export type CpmAddress = {
  readonly repository: string | undefined;
  readonly archive: string | undefined;
  readonly version: string | undefined;
  readonly tag: string | undefined;
};

/** Reads `gh:owner/name@1.2.3#tag`, as well as the address of a repository or an archive; `undefined` when it is neither. */
export function parseCpmAddress(text: string): CpmAddress | undefined {
  const [, path = '', version, tag] = /^([^@#]*(?:@[^@#/:]*[:/][^@#]*)?)(?:@([^@#]*))?(?:#([^#]*))?$/.exec(text) ?? [];
  const [, scheme = '', rest = ''] = /^([A-Za-z][A-Za-z0-9+.-]*):(.+)$/s.exec(path) ?? [];
  const host = hosts.get(scheme);
  const told = { version: version || undefined, tag: tag || undefined };
  if (host !== undefined) return { repository: `https://${host}/${rest}.git`, archive: undefined, ...told };
  if (rest === '' && !/^[^/:@]+@[^/:]+:/.test(path)) return undefined;
  return /\.(?:zip|7z|tgz|tbz2|txz|tar(?:\.[a-z0-9]+)?)$/i.test(path)
    ? { repository: undefined, archive: path, ...told }
    : { repository: path, archive: undefined, ...told };
}

const hosts = new Map([
  ['gh', 'github.com'],
  ['gl', 'gitlab.com'],
  ['bb', 'bitbucket.org'],
]);
