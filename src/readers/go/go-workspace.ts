import { resolvePath } from '../../base/resolve-path.ts';
import { parseGoFile, type GoStatement } from './go-file.ts';

/** A workspace that builds several modules together, from their folders. */
export type GoWorkspace = {
  /** The path of its go.work. */
  readonly file: string;
  readonly statements: readonly GoStatement[];
  /** The go.mod files of its modules. */
  readonly moduleFiles: readonly string[];
};

/** The files that tell whether a module belongs to a workspace, and what the others in it are called. */
export function workspaceFiles(opened: ReadonlyMap<string, string>, goMod: string): readonly string[] {
  const workspace = findWorkspace(opened, goMod);
  return workspace === undefined ? workFilesAbove(goMod) : [...workFilesAbove(goMod), ...workspace.moduleFiles];
}

/** The workspace that a module belongs to: that of the nearest go.work above, if it uses the module. */
export function findWorkspace(opened: ReadonlyMap<string, string>, goMod: string): GoWorkspace | undefined {
  const file = workFilesAbove(goMod).find((candidate) => opened.has(candidate));
  const parsed = file === undefined ? undefined : parseGoFile(opened.get(file) ?? '');
  if (file === undefined || parsed === undefined || 'message' in parsed) return undefined;
  const { statements } = parsed;
  const moduleFiles = statements
    .filter(({ verb }) => verb === 'use')
    .map(({ words: [folder = '.'] }) => resolvePath(file, `${folder}/go.mod`))
    .filter((path) => path !== undefined);
  return moduleFiles.includes(goMod) ? { file, statements, moduleFiles } : undefined;
}

/** The module path that a go.mod declares. */
export function declaredModule(statements: readonly GoStatement[]): string | undefined {
  return statements.find(({ verb }) => verb === 'module')?.words[0];
}

/** The paths at which a go.work can stand, the nearest first. */
function workFilesAbove(goMod: string): readonly string[] {
  const folders = goMod.split('/').slice(0, -1);
  return Array.from({ length: folders.length + 1 }, (_, up) =>
    [...folders.slice(0, folders.length - up), 'go.work'].join('/'),
  );
}
