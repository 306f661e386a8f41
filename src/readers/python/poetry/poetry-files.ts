import type { PoetryFile, PoetryLock, PoetryPackage } from './poetry-lock-schema.ts';

/**
 * The archives of a package. Up to lock-version 1.1 they stand apart from it, those of all its versions together, which
 * only the names of the files tell apart; Poetry 0.12 wrote bare sha256 hashes.
 */
export function poetryFiles({ package: all, metadata }: PoetryLock): (entry: PoetryPackage) => readonly PoetryFile[] {
  const files = new Map(Object.entries(metadata?.files ?? {}));
  const hashes = new Map(Object.entries(metadata?.hashes ?? {}));
  const versions = Map.groupBy(all, ({ name }) => name);
  return ({ name, version, files: own }) => {
    if (own !== undefined) return own;
    const named = files.get(name) ?? [];
    if (versions.get(name)?.length !== 1) return named.filter(({ file }) => isOf(version, file));
    return [...named, ...(hashes.get(name) ?? []).map((hash) => ({ file: 'archive', hash: `sha256:${hash}` }))];
  };
}

/** The version stands between hyphens in the name of a wheel, and last in that of any other archive. */
function isOf(version: string, file: string): boolean {
  const stem = file.replace(/\.(?:tar\.[a-z0-9]+|[a-z][a-z0-9]*)$/i, '');
  return stem.includes(`-${version}-`) || stem.endsWith(`-${version}`);
}
