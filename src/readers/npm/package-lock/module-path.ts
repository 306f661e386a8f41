/** A folder of a lockfile, taken apart where its last node_modules ends. */
export type ModulePath = {
  readonly folder: string;
  /** The folder that has this node_modules; `undefined` outside of any: the root, workspace members and linked folders are the product's own. */
  readonly base: string | undefined;
  /** The path below this node_modules, which is the name of a module as a rule. */
  readonly name: string;
};

/** Takes the path of a folder apart. */
export function modulePath(folder: string): ModulePath {
  const inner = folder.lastIndexOf(inside);
  if (inner !== -1) return { folder, base: folder.slice(0, inner), name: folder.slice(inner + inside.length) };
  if (!folder.startsWith(outermost)) return { folder, base: undefined, name: folder };
  return { folder, base: '', name: folder.slice(outermost.length) };
}

const outermost = 'node_modules/';
const inside = '/node_modules/';

/** Whether a folder is where a package manager puts a module: in a node_modules, under a name without a slash or with the one that ends its scope. */
export function isModule({ base, name }: ModulePath): boolean {
  if (base === undefined) return false;
  const slash = name.indexOf('/');
  if (slash === -1) return name !== '';
  return name.startsWith('@') && slash > 1 && slash < name.length - 1 && !name.includes('/', slash + 1);
}

/** The folder above: of a module the one that has its node_modules, else the one before the last slash. */
export function folderAbove(path: ModulePath): string {
  if (isModule(path) && path.base !== undefined) return path.base;
  return path.folder.slice(0, Math.max(0, path.folder.lastIndexOf('/')));
}
