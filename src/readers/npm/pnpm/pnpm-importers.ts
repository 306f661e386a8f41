import { resolvePath } from '../../../base/paths/resolve-path.ts';
import type { Scope } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { Workspace } from '../link-lock.ts';
import { npmComponent } from '../npm-package.ts';
import { parsePackageManifest } from '../package-manifest.ts';
import type { PnpmImporter, PnpmLock } from './pnpm-lock-schema.ts';

/** The workspaces of a document; of their own names and versions only the package.json files tell. */
export function pnpmWorkspaces(
  file: string,
  lock: PnpmLock,
  at: (keyPath: KeyPath) => LinePlace,
  companions: ReadonlyMap<string, string>,
  diagnostics: Diagnostic[],
): readonly Workspace[] {
  return importersOf(lock).map(({ folder, importer, keyPath }) => {
    const path = manifestOf(file, folder) ?? '';
    const text = companions.get(path);
    const { name, version } = (text === undefined ? undefined : parsePackageManifest(path, text, diagnostics)) ?? {};
    const owner = folder === '.' ? 'the root' : folder;
    return {
      folder,
      entry: name === undefined ? undefined : { facts: npmComponent({ name, version, at: at(keyPath) }), kind: 'root' },
      asks: lists.flatMap(([key, scope]) =>
        Object.entries(importer[key] ?? {}).map(([name, asked]) => ({
          name,
          range: typeof asked === 'string' ? asked : asked.version,
          isOptional: false,
          evidence: { scope, reason: `${key} of ${owner}`, at: at([...keyPath, key, name]) },
        })),
      ),
    };
  });
}

/** What a document for pnpm itself holds, and nothing that the product asks for (pnpm 11); `undefined` for any other. */
export function managerPackages(lock: PnpmLock): readonly string[] | undefined {
  const importers = importersOf(lock).map(({ importer }) => importer);
  const own = importers.flatMap(({ packageManagerDependencies, configDependencies }) => [
    ...Object.keys(packageManagerDependencies ?? {}),
    ...Object.keys(configDependencies ?? {}),
  ]);
  const isProducts = importers.some(
    ({ dependencies, optionalDependencies, devDependencies }) =>
      dependencies !== undefined || optionalDependencies !== undefined || devDependencies !== undefined,
  );
  return own.length === 0 || isProducts ? undefined : own.toSorted();
}

/** The package.json files of a lockfile's workspaces, by its lines, for it is not read yet. */
export function workspaceFiles(file: string, text: string): readonly string[] {
  const sections = [...text.matchAll(/^importers:/gm)].map(({ index }) => {
    const section = text.slice(text.indexOf('\n', index) + 1);
    const end = section.search(/^[^\s#]/m);
    return end === -1 ? section : section.slice(0, end);
  });
  const keys = sections.flatMap((section) => [
    ...section.matchAll(/^ {2}(?:'([^'\n]+)'|"([^"\n]+)"|([^\s'"#].*)):(?: .*)?\r?$/gm),
  ]);
  const folders = ['.', ...keys.flatMap(([, single, double, plain]) => single ?? double ?? plain ?? [])];
  return folders.flatMap((folder) => manifestOf(file, folder) ?? []);
}

const lists = [
  ['dependencies', 'runtime'],
  ['optionalDependencies', 'optional'],
  ['devDependencies', 'development'],
  ['packageManagerDependencies', 'development'],
  ['configDependencies', 'development'],
] as const satisfies readonly (readonly [keyof PnpmImporter, Scope])[];

/** Without workspaces the lists of the root stand at the top of the lockfile. */
function importersOf(lock: PnpmLock): readonly { folder: string; importer: PnpmImporter; keyPath: KeyPath }[] {
  if (lock.importers === undefined) return [{ folder: '.', importer: lock, keyPath: [] }];
  return Object.entries(lock.importers).map(([folder, importer]) => ({
    folder,
    importer,
    keyPath: ['importers', folder],
  }));
}

function manifestOf(file: string, folder: string): string | undefined {
  return resolvePath(file, `${folder}/package.json`);
}
