import type { Diagnostic } from '../../model/diagnostic.ts';
import type { KeyPath } from '../../model/place.ts';
import type { VexInput, VexReading } from '../../model/plugs/vex-reader.ts';
import type { SchemaProblem } from '../formats/schema.ts';

/** A part of a VEX document that cannot be used, while the rest of it is read. */
export function vexProblem({ file, lineOf }: VexInput, keyPath: KeyPath, message: string): Diagnostic {
  const where = keyPath.length === 0 ? 'its top level' : `"${keyPath.join('.')}"`;
  return {
    rule: 'vex/statement',
    severity: 'warning',
    message: `${where}: ${message}`,
    place: { file, line: lineOf(keyPath) },
    help: 'Ask the author of the document for a corrected one; the rest of it was read.',
  };
}

/** What a schema has against a part of a document, at most three faults of it. */
export function vexProblems(input: VexInput, at: KeyPath, problems: readonly SchemaProblem[]): readonly Diagnostic[] {
  return problems.slice(0, 3).map(({ keyPath, message }) => vexProblem(input, [...at, ...keyPath], message));
}

/** A reading of nothing: the document as a whole is not what it says to be. */
export function unreadableVex(input: VexInput, problems: readonly SchemaProblem[]): VexReading {
  const help = 'Nothing of it was taken; ask the author of the document for a valid one.';
  const diagnostics = vexProblems(input, [], problems).map((one): Diagnostic => {
    return { ...one, rule: 'vex/document', severity: 'error', help };
  });
  return { document: undefined, diagnostics };
}
