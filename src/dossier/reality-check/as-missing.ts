import type { Evidence } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** What some rules found, as what is missing for an answer. */
export function asMissing(diagnostics: readonly Diagnostic[], rules: readonly string[]): readonly Evidence[] {
  return diagnostics.filter(({ rule }) => rules.includes(rule)).map(({ message, place }) => ({ text: message, place }));
}
