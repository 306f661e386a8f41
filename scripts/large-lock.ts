import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Lock = { readonly packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> }>> };

/** Writes a package-lock.json of a wanted number of packages: those of the example, repeated under other names. */
export function largeLock(path: string, wanted: number): void {
  const example = JSON.parse(readFileSync('examples/dermatology/viewer/package-lock.json', 'utf8')) as Lock;
  const { '': root, ...rest } = example.packages;
  const entries = Object.entries(rest);
  const packages: [string, object][] = [['', root ?? {}]];
  for (let copy = 0; packages.length <= wanted; copy++) {
    for (const [folder, entry] of entries) {
      if (packages.length > wanted) break;
      const rename = (name: string) => (copy === 0 ? name : `${name}-copy${copy}`);
      const dependencies = Object.fromEntries(Object.entries(entry.dependencies ?? {}).map(([name, range]) => [rename(name), range]));
      packages.push([folder.replace(/node_modules\/((?:@[^/]+\/)?[^/]+)/g, (_, name: string) => `node_modules/${rename(name)}`), { ...entry, dependencies }]);
    }
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify({ ...example, packages: Object.fromEntries(packages) }, undefined, 2));
}
