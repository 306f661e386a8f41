import { folderAbove, modulePath, type ModulePath } from './module-path.ts';

/** By folder that has a node_modules, what this holds: by name, the folder that Node would load. */
export type HeldFolders = Map<string, Map<string, string>>;

/** A node_modules, and the next one that Node looks through, further up; only those that hold something count, which are few. */
export type Holder = { readonly held: ReadonlyMap<string, string>; readonly above: Holder | undefined };

/** The holders of a lockfile, by the folder that has each. */
export type Holders = ReadonlyMap<string, Holder>;

/** Notes which folder Node would load by a name from the node_modules of `base`. */
export function hold(held: HeldFolders, base: string, name: string, folder: string): void {
  const holder = held.get(base);
  if (holder === undefined) held.set(base, new Map([[name, folder]]));
  else holder.set(name, folder);
}

/** Links each node_modules to the next one above it. */
export function linkHolders(held: HeldFolders): Holders {
  const holders = new Map<string, Holder>();
  const outwards = [...held].toSorted(([a], [b]) => a.length - b.length);
  for (const [base, folders] of outwards)
    holders.set(base, {
      held: folders,
      above: base === '' ? undefined : nearest(holders, folderAbove(modulePath(base))),
    });
  return holders;
}

/** Where Node begins to look for what the code in a folder asks for. */
export function holderFor(holders: Holders, path: ModulePath): Holder | undefined {
  return holders.get(path.folder) ?? (path.folder === '' ? undefined : nearest(holders, folderAbove(path)));
}

function nearest(holders: Holders, folder: string): Holder | undefined {
  for (let base = folder; ; base = folderAbove(modulePath(base))) {
    const holder = holders.get(base);
    if (holder !== undefined || base === '') return holder;
  }
}

/** The folder of a module as Node finds it; a link leads to its target. */
export function findModule(from: Holder | undefined, name: string): string | undefined {
  for (let holder = from; holder !== undefined; holder = holder.above) {
    const found = holder.held.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
