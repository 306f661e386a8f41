import { resolvePath } from '../../../base/paths/resolve-path.ts';
import { globs } from '../../../base/paths/glob.ts';
import { quote } from '../../../base/quote.ts';
import { entryProblem } from '../../../base/reading.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { Place } from '../../../model/place.ts';
import type { RequirementLine } from './requirement-lines.ts';

/** The names that requirements files go by; the format itself knows none. */
export const requirementFiles: readonly string[] = [
  '**/requirements*.txt',
  '**/*requirements.txt',
  '**/requirements/*.txt',
];

/** Whether a file limits versions of what others install, by its name: pip's `-c`, not `-r`. */
export function isConstraintsFile(path: string): boolean {
  return /(?:^|[-_./])constraints?[-_.][^/]*$/.test(path);
}

/** The files that lines include and that are read for themselves, by their names. */
export function includedFiles(path: string, lines: readonly RequirementLine[]): readonly string[] {
  return lines.flatMap(({ statement }) => {
    const target = statement.kind === 'include' ? resolvePath(path, statement.file) : undefined;
    return target !== undefined && isRequirementsFile(target) ? [target] : [];
  });
}

/** What the lines that name other files leave out of the inventory. */
export function inclusionProblems(
  path: string,
  lines: readonly RequirementLine[],
  companions: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  return lines.flatMap(({ line, statement }): Diagnostic[] => {
    const at = { file: path, line };
    if (statement.kind === 'constraints')
      return [constraintsNote(at, `${path} takes versions from ${quote(statement.file)}`)];
    if (statement.kind !== 'include') return [];
    const target = resolvePath(path, statement.file);
    const shown = `${path} includes ${quote(statement.file)}`;
    if (target === undefined)
      return [entryProblem(at, `${shown}, which lies outside of the scanned folder and was not read`, bringItIn)];
    if (!isRequirementsFile(target))
      return [
        entryProblem(at, `${shown}, which was not read, for its name is not that of a requirements file`, rename),
      ];
    return companions.has(target) ? [] : [entryProblem(at, `${shown}, which is not there`, bringItIn)];
  });
}

/** Says that a file of constraints brings no components, or that a line names one. */
export function constraintsNote(place: Place, what: string): Diagnostic {
  return {
    ...entryProblem(
      place,
      `${what}: constraints limit versions and install nothing, so nothing was taken from them`,
      'Pin the versions where the packages are asked for, or commit a lockfile, so that the inventory can name them.',
    ),
    severity: 'note',
  };
}

const isRequirementsFile = globs(requirementFiles);

const bringItIn =
  'Put the file into the repository, or correct the line; what it asks for is missing from the inventory.';
const rename = 'Rename it to requirements-<purpose>.txt; what it asks for is missing from the inventory.';
