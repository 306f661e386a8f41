import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import { checkSchema } from '../../../base/formats/schema.ts';
import { tomlLines } from '../../../base/formats/toml-lines.ts';
import { parseToml } from '../../../base/formats/toml.ts';
import type { Scope } from '../../../model/component.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { KeyPath } from '../../../model/place.ts';
import { readNeed, type Need } from '../needs/need.ts';
import { readPoetryNeeds } from '../poetry/poetry-need.ts';
import { registryName } from '../pypi-package.ts';
import { pyprojectSchema, type Pyproject } from './pyproject-schema.ts';
import type { AskingList } from '../locked/strongest-scopes.ts';

/** What a project asks for by its pyproject.toml. */
export type Project = {
  readonly lists: readonly AskingList<Need>[];
  /** The names of its extras and of its groups for development, in the form of PEP 503. */
  readonly extras: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
};

/** The path of the pyproject.toml that a lockfile belongs to. */
export function pyprojectBeside(path: string): string {
  return path.replace(/(?<![^/])[^/]+$/, 'pyproject.toml');
}

/** Reads the dependencies, extras and groups of a project; no project when the file is none. */
export function readPyproject(
  file: string,
  text: string,
): { readonly project: Project | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const toml = parseToml(text);
  if ('message' in toml) return unusable(file, toml.message, toml.at.line);
  const lineOf = tomlLines(text);
  const checked = checkSchema(pyprojectSchema, toml.value);
  if (!checked.ok) {
    const { keyPath, message } = checked.problems[0] ?? { keyPath: [], message: 'no table' };
    return unusable(file, `"${keyPath.join('.')}": ${message}`, lineOf(keyPath));
  }
  const { project, tool } = checked.value;
  const owner = project?.name ?? tool?.poetry?.name ?? file;
  const asked = [...standardLists(checked.value), ...poetryLists(checked.value), ...pdmLists(checked.value)];
  const lists = asked
    .filter(({ needs }) => needs.length > 0)
    .map(({ scope, kind, keyPath, needs }) => ({
      evidence: { scope, reason: `${kind} of ${owner}`, at: { file, line: lineOf(keyPath) } },
      edges: needs,
    }));
  const diagnostics = asked.flatMap(({ keyPath, wrong }) =>
    wrong.map((value) =>
      entryProblem(
        { file, line: lineOf(keyPath) },
        `${quote(typeof value === 'string' ? value : JSON.stringify(value))} under "${keyPath.join('.')}" is no dependency`,
        'Write it as name>=version, or as the package manager does.',
      ),
    ),
  );
  const extras = Object.keys(project?.['optional-dependencies'] ?? {});
  const groups = [checked.value['dependency-groups'], tool?.pdm?.['dev-dependencies'] ?? {}].flatMap(Object.keys);
  const names = (given: readonly string[]) => new Set(given.map(registryName));
  return { project: { lists, extras: names(extras), groups: names(groups) }, diagnostics };
}

function unusable(file: string, message: string, line: number): ReturnType<typeof readPyproject> {
  const diagnostic = entryProblem(
    { file, line },
    `${file} cannot be read (${message}), so it does not tell what its lockfile was made for`,
    'Mend it; until then scope and relation of the locked packages may be unknown.',
  );
  return { project: undefined, diagnostics: [diagnostic] };
}

type List = {
  readonly scope: Scope;
  /** Such as `group dev`. */
  readonly kind: string;
  readonly keyPath: KeyPath;
  readonly needs: readonly Need[];
  readonly wrong: readonly unknown[];
};

/** The tables of PEP 621 and PEP 735; a group that another includes stands in the file itself. */
function standardLists({ project, 'dependency-groups': groups }: Pyproject): readonly List[] {
  const extras = Object.entries(project?.['optional-dependencies'] ?? {});
  return [
    list('runtime', 'dependencies', ['project', 'dependencies'], project?.dependencies ?? []),
    ...extras.map(([name, texts]) =>
      list('optional', `extra ${name}`, ['project', 'optional-dependencies', name], texts),
    ),
    ...groupLists(groups, ['dependency-groups']),
  ];
}

function pdmLists({ tool }: Pyproject): readonly List[] {
  return groupLists(tool?.pdm?.['dev-dependencies'] ?? {}, ['tool', 'pdm', 'dev-dependencies']);
}

function groupLists(groups: Readonly<Record<string, readonly unknown[]>>, keyPath: KeyPath): readonly List[] {
  return Object.entries(groups).map(([name, texts]) => list('development', `group ${name}`, [...keyPath, name], texts));
}

function list(scope: Scope, kind: string, keyPath: KeyPath, entries: readonly unknown[]): List {
  const texts = entries.filter((entry) => typeof entry === 'string');
  const wrong = entries.filter((entry) => typeof entry !== 'object' && !(typeof entry === 'string' && readNeed(entry)));
  return { scope, kind, keyPath, needs: texts.flatMap((text) => readNeed(text) ?? []), wrong };
}

/** Poetry's own tables; beside a `[project]` with dependencies its main one only says where those come from. */
function poetryLists({ project, tool }: Pyproject): readonly List[] {
  const poetry = tool?.poetry;
  if (poetry === undefined) return [];
  const standard = [...(project?.dependencies ?? []), ...Object.keys(project?.['optional-dependencies'] ?? {})];
  const isMain = standard.length === 0 || project?.dynamic.includes('dependencies') === true;
  const group = (name: string, keyPath: KeyPath, entries: PoetryEntries) =>
    poetryEntries(keyPath, entries, () => ['development', `group ${name}`]);
  return [
    ...poetryEntries(['tool', 'poetry', 'dependencies'], isMain ? poetry.dependencies : {}, (isOptional) =>
      isOptional ? ['optional', 'optional dependency'] : ['runtime', 'dependencies'],
    ),
    ...group('dev', ['tool', 'poetry', 'dev-dependencies'], poetry['dev-dependencies']),
    ...Object.entries(poetry.group).flatMap(([name, { dependencies }]) =>
      group(name, ['tool', 'poetry', 'group', name, 'dependencies'], dependencies),
    ),
  ];
}

type PoetryEntries = Readonly<Record<string, unknown>>;

function poetryEntries(
  table: KeyPath,
  entries: PoetryEntries,
  useOf: (isOptional: boolean) => readonly [Scope, string],
): readonly List[] {
  return Object.entries(entries).map(([name, value]) => {
    const needs = readPoetryNeeds(name, value);
    const [scope, kind] = useOf(needs?.every(({ optional }) => optional) === true);
    return { scope, kind, keyPath: [...table, name], needs: needs ?? [], wrong: needs === undefined ? [value] : [] };
  });
}
