/** A package as advisories are looked up for it: the OSV ecosystem without suffix, the name as that ecosystem compares it. */
export type PackageKey = { readonly ecosystem: string; readonly name: string };

/** The key of a package that an advisory or a component names; both sides must go through here to meet. */
export function packageKey(ecosystem: string, name: string): PackageKey {
  const base = baseEcosystem(ecosystem);
  return { ecosystem: base, name: comparedName(base, name) };
}

/** An OSV ecosystem without its suffix: `Debian` of `Debian:12` (OSV schema 1.7, affected[].package). */
export function baseEcosystem(ecosystem: string): string {
  const colon = ecosystem.indexOf(':');
  return colon === -1 ? ecosystem : ecosystem.slice(0, colon);
}

function comparedName(base: string, name: string): string {
  if (base === 'PyPI') return name.toLowerCase().replace(/[-_.]+/g, '-');
  if (base === 'GIT') return repositoryName(name);
  return caseless.has(base) ? name.toLowerCase() : name;
}

/** A source repository by host and path, whichever way it is fetched: `github.com/curl/curl`. */
function repositoryName(address: string): string {
  const [, path = ''] = /^(?:[a-z+]{1,20}:\/\/)?(?:[^@/]{0,100}@)?(.*)$/is.exec(address.trim()) ?? [];
  return path
    .toLowerCase()
    .replace(/(?<!\/)\/+$/, '')
    .replace(/\.git$/, '');
}

/**
 * Ecosystems in which two spellings of a name are one package. Go is not one of them by its rules, but older tools
 * lower-case its package URLs, and a name that differs by case alone is to be looked at.
 */
const caseless = new Set(['GitHub Actions', 'Go', 'Hex', 'NuGet', 'Packagist', 'Pub', 'SwiftURL', 'VSCode']);
