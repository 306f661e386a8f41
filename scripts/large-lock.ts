import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Lock = {
  readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>>;
};

/** Writes a package-lock.json of a wanted number of packages: those of the example, repeated under other names. */
export function largeLock(path: string, wanted: number): void {
  const example = JSON.parse(readFileSync('examples/dermatology/viewer/package-lock.json', 'utf8')) as Lock;
  const { '': root, ...rest } = example.packages;
  const entries = Object.entries(rest).filter(([folder]) => folder.lastIndexOf('node_modules/') === 0);
  const packages: [string, object][] = [['', root ?? {}]];
  for (let copy = 0; packages.length <= wanted; copy++) {
    const taken = entries.slice(0, wanted + 1 - packages.length);
    const names = new Set(taken.map(([folder]) => folder.slice('node_modules/'.length)));
    const rename = (name: string) => (copy === 0 ? name : `${name}-copy${copy}`);
    for (const [folder, entry] of taken) {
      const needed = Object.entries(entry.dependencies ?? {}).filter(([name]) => names.has(name));
      const dependencies = Object.fromEntries(needed.map(([name, range]) => [rename(name), range]));
      packages.push([`node_modules/${rename(folder.slice('node_modules/'.length))}`, { ...entry, dependencies }]);
    }
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ ...example, packages: Object.fromEntries(packages) }, undefined, 2));
}
