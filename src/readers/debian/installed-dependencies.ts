import type { Alternative, Dependency, InstalledPackage } from './installed-package.ts';

/** What meets the dependencies of a package among those that are installed, and which of them nothing meets. */
export type MetDependencies = {
  readonly needed: readonly InstalledPackage[];
  readonly unmet: readonly Dependency[];
};

/**
 * Prepares the search for what meets a dependency: the first alternative that is installed, under its own name
 * or as a virtual package that another one provides (Debian Policy 7.1, 7.5).
 */
export function dependencyFinder(installed: readonly InstalledPackage[]): (from: InstalledPackage) => MetDependencies {
  const byName = groupBy(installed, ({ name }) => [name]);
  const byProvided = groupBy(installed, ({ provides }) => provides);
  return (from) => {
    const met = from.dependencies.map(({ alternatives }) =>
      alternatives.map((wanted) => find(wanted, from, byName, byProvided)).find((found) => found !== undefined),
    );
    return {
      needed: [...new Set(met.flatMap((found) => (found === undefined || found === from ? [] : [found])))],
      unmet: from.dependencies.filter((_, index) => met[index] === undefined),
    };
  };
}

type Packages = ReadonlyMap<string, readonly InstalledPackage[]>;

function find(wanted: Alternative, from: InstalledPackage, byName: Packages, byProvided: Packages) {
  const candidates = byName.get(wanted.name) ?? byProvided.get(wanted.name) ?? [];
  const order = [wanted.architecture ?? from.architecture, 'all'];
  return (
    order
      .map((architecture) => candidates.find((candidate) => candidate.architecture === architecture))
      .find((found) => found !== undefined) ?? candidates[0]
  );
}

function groupBy(installed: readonly InstalledPackage[], keys: (one: InstalledPackage) => readonly string[]): Packages {
  const groups = new Map<string, InstalledPackage[]>();
  for (const one of installed) {
    for (const key of keys(one)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one]);
      else group.push(one);
    }
  }
  return groups;
}
