import { resolvePath } from '../../base/paths/resolve-path.ts';
import { parseGoFile, type GoStatement } from './go-file.ts';
import { goRequirements, type GoRequirement } from './go-requirements.ts';

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
  const inside = workspace === undefined ? [] : [workSum(workspace.file), ...workspace.moduleFiles];
  return [...workFilesAbove(goMod), ...inside];
}

/** The workspace that a module belongs to: that of the nearest go.work above, if it uses the module. */
export function findWorkspace(opened: ReadonlyMap<string, string>, goMod: string): GoWorkspace | undefined {
  const file = workFilesAbove(goMod).find((candidate) => opened.has(candidate));
  const workspace = file === undefined ? undefined : parseWorkspace(file, opened.get(file) ?? '');
  return workspace?.moduleFiles.includes(goMod) === true ? workspace : undefined;
}

/** The workspace that a go.work describes; none when it is broken. */
export function parseWorkspace(file: string, text: string): GoWorkspace | undefined {
  const parsed = parseGoFile(text);
  if ('message' in parsed) return undefined;
  const moduleFiles = parsed.statements
    .filter(({ verb }) => verb === 'use')
    .map(({ words: [folder = '.'] }) => resolvePath(file, `${folder}/go.mod`))
    .filter((path) => path !== undefined);
  return { file, statements: parsed.statements, moduleFiles };
}

/** A module of a workspace: what it is called, and what it asks for. */
export type WorkspaceModule = {
  readonly file: string;
  readonly module: string;
  readonly requirements: readonly GoRequirement[];
};

/** The modules that a workspace builds, as far as their go.mod files were found. */
export function workspaceModules(
  files: readonly string[],
  opened: ReadonlyMap<string, string>,
): readonly WorkspaceModule[] {
  return files.flatMap((file) => {
    const parsed = parseGoFile(opened.get(file) ?? '');
    const module = 'message' in parsed ? undefined : declaredModule(parsed.statements);
    if ('message' in parsed || module === undefined) return [];
    return [{ file, module, requirements: goRequirements(file, parsed.statements, []) }];
  });
}

/** The go.sum of a module. */
export function sumBeside(goMod: string): string {
  return goMod.replace(/mod$/, 'sum');
}

/** The checksums of a workspace, of what stands in no go.sum of its modules. */
export function workSum(goWork: string): string {
  return `${goWork}.sum`;
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
