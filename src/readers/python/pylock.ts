import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Graph } from '../../model/inventory/inventory.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { readLockedPackages, type LockedPackage } from './locked/locked-packages.ts';
import { pylockPackage } from './pylock/pylock-package.ts';
import { pylockSchema, type PylockPackage } from './pylock/pylock-schema.ts';
import { pylockScope } from './pylock/pylock-scope.ts';
import { pyprojectBeside, readPyproject } from './manifests/pyproject.ts';

/** Reads the lockfile of PEP 751, whoever wrote it; many leave out who needs whom, which the standard allows. */
export const pylock: Reader = {
  name: 'pylock',
  title: 'pylock.toml and pylock.<name>.toml (PEP 751)',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (_, path) => [pyprojectBeside(path)],
  read: ({ path, text, companions }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const toml = parseToml(text);
    if ('message' in toml) return unreadable(syntaxProblem(path, toml.message, toml.at));
    const lineOf = tomlLines(text);
    const lock = checkSchema(pylockSchema, toml.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    const manifest = pyprojectBeside(path);
    const pyproject = companions.get(manifest);
    const { project, diagnostics: ofManifest = [] } = pyproject === undefined ? {} : readPyproject(manifest, pyproject);
    const diagnostics: Diagnostic[] = [];
    const packages = lock.value.packages.map((entry, index): LockedPackage => {
      const placeOf = (key: string) => ({ file: path, line: lineOf(['packages', index, key]) });
      return {
        ...pylockPackage(entry, placeOf(''), diagnostics),
        told: pylockScope(entry, lock.value, path, placeOf),
      };
    });
    const purpose = {
      lists: project?.lists ?? [],
      complete: project !== undefined,
      unknown: '',
      pythons: lock.value['requires-python'],
    };
    const reading = readLockedPackages(packages, purpose, graphOf(lock.value.packages));
    return { ...reading, diagnostics: [...ofManifest, ...diagnostics, ...reading.diagnostics] };
  },
};

/** PDM does not write what extras need, so that its own list of dependencies is never the whole. */
function graphOf(packages: readonly PylockPackage[]): Graph {
  const isComplete = packages.every(({ dependencies, directory }) => (dependencies ?? directory) !== undefined);
  if (isComplete && packages.some(({ dependencies }) => dependencies !== undefined)) return 'complete';
  return packages.some(({ dependencies, tool }) => (dependencies ?? tool?.pdm?.dependencies) !== undefined)
    ? 'partial'
    : 'none';
}
