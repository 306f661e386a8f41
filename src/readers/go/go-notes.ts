import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { resolvePath } from '../../base/paths/resolve-path.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { GoStatement } from './go-file.ts';
import type { FindReplacement } from './go-replacements.ts';
import type { GoRequirement } from './go-requirements.ts';
import { declaredModule, type WorkspaceModule } from './go-workspace.ts';

/** What a person has to know of a go.mod before taking its modules for all that ships. */
export function goNotes(goMod: {
  readonly file: string;
  readonly statements: readonly GoStatement[];
  readonly requirements: readonly GoRequirement[];
  readonly replacement: FindReplacement;
  readonly siblings: readonly WorkspaceModule[];
}): Diagnostic[] {
  const { file: path, statements, requirements, replacement, siblings } = goMod;
  const module = declaredModule(statements) ?? '';
  return [
    ...requirements.flatMap((requirement) => {
      const taken = replacement(requirement.module, requirement.version);
      if (taken === undefined) return exclusionNote(requirement);
      return 'folder' in taken ? folderNote(path, module, requirement, taken.folder) : [];
    }),
    ...workspaceNotes(requirements, siblings),
    ...languageNotes(path, statements),
  ];
}

function exclusionNote({ module, version, excluded, at }: GoRequirement): Diagnostic[] {
  if (!excluded) return [];
  const message = `${module} ${version} is asked for and excluded, so nobody knows which version is built`;
  return [entryProblem(at, message, 'Run go mod tidy and commit what it writes.')];
}

/** A folder may hold a module of the product, or a changed copy of somebody else's, which is SOUP. */
function folderNote(path: string, root: string, { module, at }: GoRequirement, folder: string): Diagnostic[] {
  const replaced = `${module} is replaced by the folder ${quote(folder)}`;
  if (resolvePath(path, `${folder}/go.mod`) === undefined) {
    const message = `${replaced}, which lies outside of the scanned folder`;
    return [entryProblem(at, message, 'Scan from a folder that holds both, or enter what is in it in tureen.yaml.')];
  }
  if (ownerOf(module) === ownerOf(root)) return [];
  const message = `${replaced} and listed as the product's own, but by its name it is not`;
  return [entryProblem(at, message, 'If the folder holds a copy of foreign code, enter it in tureen.yaml.')];
}

/** The host and the account on it, such as `github.com/google`. */
function ownerOf(module: string): string {
  return module.split('/').slice(0, 2).join('/');
}

/** A workspace builds each module in the highest version that any of its modules asks for. */
function workspaceNotes(requirements: readonly GoRequirement[], siblings: readonly WorkspaceModule[]): Diagnostic[] {
  const asked = Map.groupBy(
    siblings.flatMap((sibling) => sibling.requirements),
    ({ module }) => module,
  );
  const placesOf = new Map<string, ReadonlyMap<string, string>>();
  for (const [module, all] of asked)
    placesOf.set(module, new Map(all.map(({ version, at }) => [`${version} in ${at.file}`, version])));
  return requirements.flatMap(({ module, version, at }) => {
    const places = (placesOf.get(module) ?? new Map<string, string>()).entries();
    const others = places
      .filter(([, other]) => other !== version)
      .take(mostShown + 1)
      .map(([place]) => place);
    const shown = [...others];
    if (shown.length === 0) return [];
    const list = `${shown.slice(0, mostShown).join(', ')}${shown.length > mostShown ? ' and more' : ''}`;
    const message = `the workspace asks for ${module} ${version} here and ${list}, and builds the highest of them for all`;
    return [entryProblem(at, message, 'Run go work sync and commit what it writes.')];
  });
}

/** Other versions of a module that a note names. */
const mostShown = 20;

/** Go 1.17 was the first to write down what the modules asked for bring in; the version of Go itself is never fixed. */
function languageNotes(path: string, statements: readonly GoStatement[]): Diagnostic[] {
  const language = statements.find(({ verb }) => verb === 'go');
  const toolchain = statements.find(({ verb }) => verb === 'toolchain');
  const at = { file: path, line: (toolchain ?? language)?.line ?? 1 };
  const least = (toolchain?.words[0] ?? language?.words[0])?.replace(/^go/, '');
  const asked = least === undefined ? `${path} asks for none` : `${path} only asks for ${least} or newer`;
  const library: Diagnostic = {
    ...entryProblem(
      at,
      `the product also ships Go's standard library, in the version of the Go that builds it; ${asked}`,
      'Enter pkg:golang/stdlib with the version that builds the product under `components` in tureen.yaml.',
    ),
    severity: 'note',
  };
  const [, minor] = /^1\.(\d+)/.exec(language?.words[0] ?? '1.16') ?? [];
  if (minor === undefined || Number(minor) >= 17) return [library];
  const message = `${path} is of Go ${language?.words[0] ?? 'before 1.12'}: until 1.17 it names what the product's own packages import, but not all that those bring in`;
  return [
    entryProblem({ file: path, line: language?.line ?? 1 }, message, 'Run go mod tidy -go=1.17 or newer.'),
    library,
  ];
}
