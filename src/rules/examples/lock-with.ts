/** A package-lock.json of the base device with other packages, for examples that are about the inventory. */
export function lockWith(packages: Readonly<Record<string, object>>): Readonly<Record<string, string>> {
  const root = {
    name: 'padder',
    version: '1.0.0',
    dependencies: Object.fromEntries(Object.keys(packages).map((name) => [name, '*'])),
  };
  const folders = Object.entries(packages).map(([name, entry]) => [`node_modules/${name}`, entry]);
  const lock = {
    name: 'padder',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: Object.fromEntries([['', root], ...folders]),
  };
  return { 'package-lock.json': `${JSON.stringify(lock, undefined, 2)}\n` };
}
