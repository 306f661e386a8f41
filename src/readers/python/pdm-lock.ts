import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { tomlLines } from '../../base/formats/toml-lines.ts';
import { parseToml } from '../../base/formats/toml.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { cutOff } from './locked/cut-off.ts';
import { readLockedPackages } from './locked/locked-packages.ts';
import { pdmLockSchema, type PdmLock } from './pdm/pdm-lock-schema.ts';
import { pdmPackage, type PdmEntries } from './pdm/pdm-package.ts';
import { pyprojectBeside, readPyproject } from './manifests/pyproject.ts';

/** Reads PDM's lockfile; what it was made for stands in the pyproject.toml beside it. */
export const pdmLock: Reader = {
  name: 'pdm-lock',
  title: 'pdm.lock',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  companions: (_, path) => [pyprojectBeside(path)],
  read: ({ path, text, companions }) => {
    if (text.trim() === '') return unreadable(syntaxProblem(path, 'the file is empty', { line: 1 }));
    const toml = parseToml(text);
    if ('message' in toml) return unreadable(syntaxProblem(path, toml.message, toml.at));
    const lineOf = tomlLines(text);
    const lock = checkSchema(pdmLockSchema, toml.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    const manifest = pyprojectBeside(path);
    const pyproject = companions.get(manifest);
    const { project, diagnostics: ofManifest = [] } = pyproject === undefined ? {} : readPyproject(manifest, pyproject);
    const diagnostics: Diagnostic[] = lock.value.metadata === undefined ? [cutOff(path, text)] : [];
    const packages = joinEntries(lock.value, (index, key) => ({
      file: path,
      line: lineOf(['package', index, key]),
    })).map((entries) => pdmPackage(entries, project, diagnostics));
    const targets = lock.value.metadata?.targets ?? [];
    const unknown =
      project === undefined
        ? 'the lockfile does not tell, and there is no pyproject.toml beside it'
        : 'nothing that pyproject.toml asks for needs it';
    const purpose = {
      lists: project?.lists ?? [],
      complete: project !== undefined,
      unknown,
      pythons: targets.length === 0 ? '*' : targets.map((target) => target.requires_python).join(' || '),
    };
    const reading = readLockedPackages(packages, purpose, 'complete');
    return { ...reading, diagnostics: [...ofManifest, ...diagnostics, ...reading.diagnostics] };
  },
};

/** Puts the entries of a package's extras to the package itself; the files of old locks stand apart from both. */
function joinEntries(lock: PdmLock, placeOf: (index: number, key: string) => LinePlace): readonly PdmEntries[] {
  const files = new Map(Object.entries(lock.metadata?.files ?? {}));
  const entries = lock.package.map((entry, index) => ({ entry, index, key: `${entry.name} ${entry.version ?? ''}` }));
  const alone = new Set(entries.filter(({ entry }) => entry.extras.length === 0).map(({ key }) => key));
  const extras = Map.groupBy(
    entries.filter(({ entry, key }) => entry.extras.length > 0 && alone.has(key)),
    ({ key }) => key,
  );
  return entries
    .filter(({ entry, key }) => entry.extras.length === 0 || !alone.has(key))
    .map(({ entry, index, key }) => ({
      entry,
      extras: (extras.get(key) ?? []).map((extra) => extra.entry),
      archives: entry.files ?? files.get(key) ?? [],
      placeOf: (name) => placeOf(index, name),
    }));
}
