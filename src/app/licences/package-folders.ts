/** The package that a folder holds, as its ecosystem's package URLs name it; some folders do not tell the version. */
export type ClaimedPackage = { readonly types: readonly string[]; readonly name: string; readonly version?: string };

/** Which packages a file belongs to by where package managers put them; the first that is in the inventory is meant. */
export function claimedPackages(path: string): readonly ClaimedPackage[] {
  return places.flatMap(({ pattern, claim }) => {
    const match = pattern.exec(path);
    return match === null ? [] : claim(match[1] ?? '', match[2] ?? '');
  });
}

type PackagePlace = {
  readonly pattern: RegExp;
  readonly claim: (first: string, second: string) => readonly ClaimedPackage[];
};

const places: readonly PackagePlace[] = [
  {
    pattern: /(?:^|\/)([^/]+)-([^/-]+)\.dist-info\//,
    claim: (name, version) => [{ types: ['pypi'], name, version }],
  },
  {
    pattern: /(?:^|\/)usr\/share\/doc\/(?:packages\/)?([^/]+)\/[^/]+$/,
    claim: (name) => [{ types: ['deb', 'rpm', 'apk'], name }],
  },
  {
    pattern: /(?:^|\/)usr\/share\/licen[cs]es\/([^/]+)\//,
    claim: (name) => [
      { types: ['rpm', 'apk', 'alpm', 'deb'], name },
      { types: ['rpm'], name: name.replace(/-\d[^/]*$/, '') },
    ],
  },
  {
    pattern: /(?:^|\/)pkg\/mod\/(?!cache\/)(.{1,1000}?)@([^/]+)\//,
    claim: (name, version) => [{ types: ['golang'], name: unescaped(name), version: unescaped(version) }],
  },
  {
    pattern: /(?:^|\/)registry\/src\/[^/]+\/(?=[^/]+\/)([^/]+?)-(\d+\.[^/]*)\//,
    claim: (name, version) => [{ types: ['cargo'], name, version }],
  },
  {
    pattern: /(?:^|\/)gems\/(?=[^/]+\/)([^/]+)-(\d[^/]*?)\//,
    claim: (name, version) => [{ types: ['gem'], name, version }],
  },
  {
    pattern: /(?:^|\/)\.nuget\/packages\/([^/]+)\/([^/]+)\//,
    claim: (name, version) => [{ types: ['nuget'], name, version }],
  },
  {
    pattern: /(?:^|\/)\.pub-cache\/hosted\/[^/]+\/(?=[^/]+\/)([^/]+?)-(\d[^/]*)\//,
    claim: (name, version) => [{ types: ['pub'], name, version }],
  },
  {
    pattern: /(?:^|\/)vendor\/(.+)\/[^/]+$/s,
    claim: (folder) => [
      ...prefixes(folder).map((name) => ({ types: ['golang'], name })),
      { types: ['cargo'], name: folder.split('/')[0]?.replace(/-\d[^/]*$/, '') ?? '' },
      { types: ['composer'], name: folder.split('/').slice(0, 2).join('/') },
    ],
  },
];

/** A module and the folders above it, for a licence may lie in a folder of a module. */
function prefixes(folder: string): readonly string[] {
  const steps = folder.split('/').slice(0, 12);
  return steps.map((_, index) => steps.slice(0, steps.length - index).join('/'));
}

/** The cache of Go writes `!a` for `A`. */
function unescaped(name: string): string {
  return name.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
