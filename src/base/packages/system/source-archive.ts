/** What the name of a source RPM's archive says. */
export type SourceArchive = { readonly name: string; readonly version: string; readonly release: string };

/** Reads the name of a source RPM's archive, such as `bind-9.16.23-11.el9.src.rpm`; it does not hold the epoch. */
export function readSourceArchive(archive: string): SourceArchive | undefined {
  const [, name, version, release] = /^(.+)-([^-]+)-([^-]+)\.(?:no)?src\.rpm$/.exec(archive) ?? [];
  if (name === undefined || version === undefined || release === undefined) return undefined;
  return { name, version, release };
}
