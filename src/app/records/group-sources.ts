import { escapeGlob } from '../../base/paths/glob.ts';
import { outerFile } from '../../base/paths/outer-file.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';
import type { ProposedItem } from '../../records/scaffolds/scaffold-device.ts';
import { systemRoots } from '../inventory/find-systems.ts';

/** Proposes a software item for each folder that holds inputs; a system's package database belongs to its root folder. */
export function groupSources(inventory: Inventory): readonly ProposedItem[] {
  const inputs = inputsOf(inventory);
  const rootOf = systemRoots(inputs.map(({ path }) => path));
  const byFolder = Map.groupBy(inputs, ({ path }) => rootOf(path)?.replace(/\/$/, '') ?? folderOf(path));
  const untold = untoldFiles(inventory);
  const taken = new Set<string>();
  return [...byFolder]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, files]) => ({
      id: freeId(folder, taken),
      name: folder === '' ? 'Product' : folder,
      sources: globsOf(
        files.map(({ path }) => path),
        rootOf,
      ).map(({ files, paths }) => ({
        files,
        told: !paths.every((path) => untold.has(path)),
      })),
    }));
}

/** What lies in an image is claimed by claiming the image. */
function inputsOf({ files }: Inventory) {
  const inputs = files.filter(({ reader, status }) => reader !== undefined && status !== 'skipped');
  return inputs.filter(({ path }) => outerFile(path) === path);
}

function folderOf(path: string): string {
  return path.split('/').slice(0, -1).join('/');
}

/** Files of which every component's use is unknown. */
function untoldFiles({ components }: Inventory): ReadonlySet<string> {
  const all = components.flatMap(({ foundAt, scope }) => foundAt.map(({ file }) => ({ file: outerFile(file), scope })));
  const told = new Set(all.filter(({ scope }) => scope !== 'unknown').map(({ file }) => file));
  return new Set(all.map(({ file }) => file).filter((file) => !told.has(file)));
}

const mostPaths = 3;

/** Claims files one by one, and where many lie side by side, all files of their folder; of a system it claims all. */
function globsOf(paths: readonly string[], rootOf: (path: string) => string | undefined) {
  const root = rootOf(paths[0] ?? '');
  if (root !== undefined && paths.length > 1) return [{ files: `${escapeGlob(root)}**`, paths }];
  const byFolder = Map.groupBy(paths, (path) => path.slice(0, path.lastIndexOf('/') + 1));
  return [...byFolder].flatMap(([folder, inside]) =>
    inside.length > mostPaths
      ? [{ files: `${escapeGlob(folder)}*`, paths: inside }]
      : inside.map((path) => ({ files: escapeGlob(path), paths: [path] })),
  );
}

function freeId(folder: string, taken: Set<string>): string {
  const plain = folder.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[-._]+|(?<![-._])[-._]+$/g, '') || 'product';
  let id = plain;
  for (let number = 2; taken.has(id); number++) id = `${plain}-${number}`;
  taken.add(id);
  return id;
}
