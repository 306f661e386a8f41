import type { Component } from '../../model/component.ts';
import { claimedPackages } from './package-folders.ts';

/** Tells which components a file beside an installed package belongs to, by its path and what stands in the package's own file. */
export type OwnersOf = (path: string) => Promise<readonly string[]>;

/** Where files are looked at: how one is read, what lies there, and the root file system that a path lies in. */
export type FileGround = {
  readonly readText: (path: string) => Promise<string | undefined>;
  readonly paths: readonly string[];
  readonly rootOf: (path: string) => string | undefined;
};

/**
 * Knows the places where package managers put licences. A file of a system belongs to a package of that system alone, for
 * another one may have the same package at another version.
 */
export function ownersOf(components: readonly Component[], ground: FileGround): OwnersOf {
  const byName = Map.groupBy(components, ({ type, name, version }) => keyOf(type, name, version));
  const byBareName = Map.groupBy(components, ({ type, name }) => keyOf(type, name, undefined));
  const npmVersion = npmVersions(ground);
  const wheelOf = wheelsByFile(ground);
  const within = (path: string, found: readonly Component[]) => {
    const root = ground.rootOf(path);
    return found.filter(({ foundAt }) => root === undefined || foundAt.some(({ file }) => file.startsWith(root)));
  };
  return async (path) => {
    const npm = /^(.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+))\/[^]*$/.exec(path);
    if (npm !== null) {
      const [, folder = '', name = ''] = npm;
      return within(path, byName.get(keyOf('npm', name, await npmVersion(folder))) ?? []).map(({ purl }) => purl);
    }
    const wheel = await wheelOf(path);
    for (const { types, name, version } of [...(wheel === undefined ? [] : [wheel]), ...claimedPackages(path)])
      for (const type of types) {
        const known = version === undefined ? byBareName : byName;
        const found = within(path, known.get(keyOf(type, name, version)) ?? []);
        if (found.length > 0) return found.map(({ purl }) => purl);
      }
    return [];
  };
}

function keyOf(type: string, name: string, version: string | undefined): string {
  const spelt =
    type === 'pypi' ? name.toLowerCase().replace(/[-_.]+/g, '-') : type === 'nuget' ? name.toLowerCase() : name;
  return `${type}/${spelt}@${version ?? ''}`;
}

/** The version that the package.json of a folder tells, read once. */
function npmVersions({ readText }: FileGround): (folder: string) => Promise<string | undefined> {
  const versions = new Map<string, Promise<string | undefined>>();
  return (folder) => {
    const known = versions.get(folder) ?? readText(`${folder}/package.json`).then(versionIn);
    versions.set(folder, known);
    return known;
  };
}

function versionIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /"version"\s*:\s*"([^"\n]{1,100})"/.exec(text.slice(0, 2 ** 18))?.[1];
}

type Wheel = { readonly types: readonly string[]; readonly name: string; readonly version: string };

/** Which wheel installed a file, as the `RECORD` of each tells (binary distribution format); read when first asked for. */
function wheelsByFile({ readText, paths }: FileGround): (path: string) => Promise<Wheel | undefined> {
  const records = Map.groupBy(
    paths.filter((path) => path.endsWith('.dist-info/RECORD')),
    (path) => path.replace(/(?<![^/])[^/]+\/RECORD$/, ''),
  );
  const read = new Map<string, Promise<ReadonlyMap<string, Wheel>>>();
  return async (path) => {
    const folder = /^(.*(?:^|\/)(?:site|dist)-packages\/)(?![^/]+\.dist-info\/)/.exec(path)?.[1];
    if (folder === undefined) return undefined;
    const known = read.get(folder) ?? wheelsIn(folder, records.get(folder) ?? [], readText);
    read.set(folder, known);
    return (await known).get(path);
  };
}

async function wheelsIn(
  folder: string,
  records: readonly string[],
  readText: FileGround['readText'],
): Promise<ReadonlyMap<string, Wheel>> {
  const owners = new Map<string, Wheel>();
  for (const record of records) {
    const [, name, version] = /(?<![^/])([^/]+)-([^/-]+)\.dist-info\/RECORD$/.exec(record) ?? [];
    if (name === undefined || version === undefined) continue;
    for (const line of ((await readText(record)) ?? '').split('\n')) {
      const file = line.slice(0, line.indexOf(','));
      if (file !== '') owners.set(folder + file, { types: ['pypi'], name, version });
    }
  }
  return owners;
}
