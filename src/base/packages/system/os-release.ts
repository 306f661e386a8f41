/** The distribution of a root file system, as its os-release states it (freedesktop os-release). */
export type Distribution = {
  /** `ID`, such as `debian`. */
  readonly id: string;
  /** `VERSION_ID`, such as `12`; a rolling distribution has a code name, or neither. */
  readonly version: string | undefined;
};

/** The two places of os-release in the root file system that a path below it belongs to, the first one first. */
export function osReleasePaths(root: string): readonly string[] {
  return [`${root}etc/os-release`, `${root}usr/lib/os-release`];
}

/** The distribution of a root file system, from the files that were opened; of its os-release files the first counts. */
export function distributionOf(root: string, opened: ReadonlyMap<string, string>): Distribution | undefined {
  const text = osReleasePaths(root).flatMap((path) => opened.get(path) ?? [])[0];
  return text === undefined ? undefined : readOsRelease(text);
}

/** Reads an os-release; `undefined` when it names no distribution. */
export function readOsRelease(text: string): Distribution | undefined {
  const values = new Map(text.split(/\r?\n/).flatMap(assignment));
  const id = values.get('ID')?.toLowerCase();
  if (id === undefined || id === '') return undefined;
  return { id, version: values.get('VERSION_ID') || values.get('VERSION_CODENAME') || undefined };
}

/** The distribution and its version in one word, such as `debian-12`, as package URLs have it in `distro`. */
export function distributionName({ id, version }: Distribution): string {
  return version === undefined ? id : `${id}-${version}`;
}

/** A line is an assignment of the shell: bare, in single quotes, or in double quotes with backslashes. */
function assignment(line: string): [string, string][] {
  const [, name, value] = /^\s*([A-Z][A-Z0-9_]*)=(.*)$/s.exec(line.trimEnd()) ?? [];
  if (name === undefined || value === undefined) return [];
  const [, quoteMark, inside] = /^(["'])(.*)\1$/.exec(value) ?? [];
  if (quoteMark === "'") return [[name, inside ?? '']];
  return [[name, (inside ?? value).replace(/\\(.)/g, '$1')]];
}
