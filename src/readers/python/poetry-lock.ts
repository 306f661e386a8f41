import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { cutOff } from './locked/cut-off.ts';
import { readLockedPackages, type LockPurpose } from './locked/locked-packages.ts';
import { poetryFiles } from './poetry/poetry-files.ts';
import { poetryLockSchema, type PoetryLock } from './poetry/poetry-lock-schema.ts';
import { poetryPackage } from './poetry/poetry-package.ts';
import { pyprojectBeside, readPyproject } from './manifests/pyproject.ts';
import { registryName } from './pypi-package.ts';

/** Reads Poetry's lockfile; what it was made for stands in the pyproject.toml beside it. */
export const poetryLock: Reader = {
  name: 'poetry-lock',
  title: 'poetry.lock',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (_, path) => [pyprojectBeside(path)],
  read: ({ path, text, companions }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const toml = parseToml(text);
    if ('message' in toml) return unreadable(syntaxProblem(path, toml.message, toml.at));
    const lineOf = tomlLines(text);
    const lock = checkSchema(poetryLockSchema, toml.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    const diagnostics: Diagnostic[] = lock.value.metadata === undefined ? [cutOff(path, text)] : [];
    const filesOf = poetryFiles(lock.value);
    const packages = lock.value.package.map((entry, index) => {
      const placeOf = (key: string) => ({ file: path, line: lineOf(['package', index, key]) });
      return poetryPackage(entry, filesOf(entry), placeOf, diagnostics);
    });
    const manifest = pyprojectBeside(path);
    const pyproject = companions.get(manifest);
    const { project, diagnostics: ofManifest = [] } = pyproject === undefined ? {} : readPyproject(manifest, pyproject);
    const pythons = lock.value.metadata?.['python-versions'] ?? '*';
    const purpose: LockPurpose =
      project === undefined
        ? { ...purposeWithoutManifest(path, lock.value, lineOf), pythons }
        : { lists: project.lists, complete: true, unknown: 'nothing that pyproject.toml asks for needs it', pythons };
    const reading = readLockedPackages(packages, purpose, project === undefined ? 'partial' : 'complete');
    return { ...reading, diagnostics: [...ofManifest, ...diagnostics, ...reading.diagnostics] };
  },
};

/** The lockfile itself names only what the project's extras ask for. */
function purposeWithoutManifest(file: string, { extras }: PoetryLock, lineOf: (path: KeyPath) => number) {
  const lists = Object.entries(extras).map(([extra, names]) => ({
    evidence: {
      scope: 'optional' as const,
      reason: `extra ${extra} of the project`,
      at: { file, line: lineOf(['extras', extra]) },
    },
    edges: names.map((name) => ({
      name: registryName(name),
      extras: [],
      specifiers: '*',
      conditional: true,
      marker: undefined,
    })),
  }));
  return { lists, complete: false, unknown: 'the lockfile does not tell, and there is no pyproject.toml beside it' };
}
