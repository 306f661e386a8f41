import type { Component } from '../../model/component.ts';

/** Tells which components a file beside an installed package belongs to, by its path and what stands in the package's own file. */
export type OwnersOf = (path: string) => Promise<readonly string[]>;

/**
 * Knows the places where package managers put licences: `node_modules/<name>`, `<name>-<version>.dist-info`,
 * `usr/share/doc/<name>/copyright`, and the vendor folders of Go and Cargo. `readText` reads a file of the repository.
 */
export function ownersOf(
  components: readonly Component[],
  readText: (path: string) => Promise<string | undefined>,
): OwnersOf {
  const byName = Map.groupBy(components, ({ type, name, version }) => keyOf(type, name, version));
  const byBareName = Map.groupBy(components, ({ type, name }) => keyOf(type, name, undefined));
  const versions = new Map<string, Promise<string | undefined>>();
  const npmVersion = (folder: string) => {
    const known = versions.get(folder) ?? readText(`${folder}/package.json`).then(versionIn);
    versions.set(folder, known);
    return known;
  };
  const purls = (found: readonly Component[] | undefined) => (found ?? []).map(({ purl }) => purl);
  return async (path) => {
    const npm = /^(.*(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+))\/[^]*$/.exec(path);
    if (npm !== null) {
      const [, folder = '', name = ''] = npm;
      return purls(byName.get(keyOf('npm', name, await npmVersion(folder))));
    }
    const python = /(?:^|\/)([^/]+)-([^/-]+)\.dist-info\//.exec(path);
    if (python !== null) return purls(byName.get(keyOf('pypi', python[1] ?? '', python[2])));
    const debian = /(?:^|\/)usr\/share\/doc\/([^/]+)\/copyright$/.exec(path);
    if (debian !== null) return purls(byBareName.get(keyOf('deb', debian[1] ?? '', undefined)));
    const vendored = /(?:^|\/)vendor\/(.+)\/[^/]+$/.exec(path);
    if (vendored === null) return [];
    const name = vendored[1] ?? '';
    const crate = byBareName.get(keyOf('cargo', name.replace(/-\d[^/]*$/, ''), undefined));
    return purls(byBareName.get(keyOf('golang', name, undefined)) ?? crate);
  };
}

function keyOf(type: string, name: string, version: string | undefined): string {
  const spelt = type === 'pypi' ? name.toLowerCase().replace(/[-_.]+/g, '-') : name;
  return `${type}/${spelt}@${version ?? ''}`;
}

function versionIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /"version"\s*:\s*"([^"\n]{1,100})"/.exec(text.slice(0, 2 ** 18))?.[1];
}
