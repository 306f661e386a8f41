import { readFileSync } from 'node:fs';

/** A package as any lockfile of the npm family could hold it. */
export type ExamplePackage = {
  readonly name: string;
  readonly version: string;
  readonly integrity: string;
  readonly license: string;
  /** Names and versions of what it needs, all of them in the same list. */
  readonly needs: readonly (readonly [name: string, version: string])[];
};

type Lock = {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly license?: string;
        readonly dependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
};

/** The packages of the example's viewer, repeated under other names until there are as many as wanted. */
export function examplePackages(wanted: number): readonly ExamplePackage[] {
  const lock = JSON.parse(readFileSync('examples/dermatology/viewer/package-lock.json', 'utf8')) as Lock;
  const originals = Object.entries(lock.packages).filter(([folder]) => folder.lastIndexOf('node_modules/') === 0);
  const packages: ExamplePackage[] = [];
  for (let copy = 0; packages.length < wanted; copy++) {
    const taken = originals.slice(0, wanted - packages.length);
    const versions = new Map(taken.map(([folder, { version = '' }]) => [nameIn(folder), version]));
    const rename = (name: string) => (copy === 0 ? name : `${name}-copy${copy}`);
    for (const [folder, { version = '', integrity = '', license = '', dependencies = {} }] of taken) {
      const needs = Object.keys(dependencies).flatMap((name) => {
        const locked = versions.get(name);
        return locked === undefined ? [] : [[rename(name), locked] as const];
      });
      packages.push({ name: rename(nameIn(folder)), version, integrity, license, needs });
    }
  }
  return packages;
}

function nameIn(folder: string): string {
  return folder.slice('node_modules/'.length);
}
