import type { Diagnostic } from '../model/diagnostic.ts';
import type { LinePlace, Place } from '../model/place.ts';
import type { Reading } from '../model/plugs/reader.ts';
import type { SchemaProblem } from './formats/schema.ts';

/** The diagnostic of a file that is not what its name promises. */
export function syntaxProblem(file: string, message: string, at?: Omit<LinePlace, 'file'>): Diagnostic {
  return {
    rule: 'reading/syntax',
    severity: 'error',
    message: `${file} cannot be read: ${message}`,
    place: at === undefined ? { file } : { file, ...at },
    help: 'Let the package manager write the file anew, or restore it from git; nothing of it was taken into the inventory.',
  };
}

/** The diagnostic of one entry that a reader cannot use, while the rest of the file is read. */
export function entryProblem(place: Place, message: string, help: string): Diagnostic {
  return { rule: 'reading/entry', severity: 'warning', message, place, help };
}

/** The note of a file that asks for packages, where `lock`, such as a path and where it lies, tells what it came to. */
export function leftToLock(file: string, lock: string): Diagnostic {
  const message = `${file} gives no components, for ${lock} tells what it came to`;
  const note = entryProblem({ file }, message, 'Nothing is to be done; the lockfile is read for itself.');
  return { ...note, severity: 'note' };
}

/** The diagnostic of a file whose format is newer than the newest one known, and is read as that. */
export function newerFormat(file: string, line: number, version: string, newest: string): Diagnostic {
  return entryProblem(
    { file, line },
    `${file} has the format ${version}, which is newer than ${newest}; it was read as that one`,
    'Compare the inventory with what the package manager lists, and ask for a newer Tureen.',
  );
}

/** The diagnostics of a document that its schema refuses: at most five, for one wrong file is one fault. */
export function shapeProblems(
  file: string,
  problems: readonly SchemaProblem[],
  lineOf?: (path: SchemaProblem['keyPath']) => number,
): Diagnostic[] {
  return problems.slice(0, 5).map((problem) => {
    const where = problem.keyPath.length === 0 ? 'its top level' : `"${problem.keyPath.join('.')}"`;
    const line = lineOf?.(problem.keyPath);
    return syntaxProblem(file, `${where}: ${problem.message}`, line === undefined ? undefined : { line });
  });
}

/** A reading of nothing, with the reasons. */
export function unreadable(...diagnostics: readonly Diagnostic[]): Reading {
  return { components: [], graph: 'none', diagnostics };
}
