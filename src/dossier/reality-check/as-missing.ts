import type { Evidence } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';

/** What some rules found, as what is missing for an answer. */
export function asMissing(diagnostics: readonly Diagnostic[], rules: readonly string[]): readonly Evidence[] {
  return diagnostics.filter(({ rule }) => rules.includes(rule)).map(({ message, place }) => ({ text: message, place }));
}

/** Faults of the record files themselves, where `isMeant` picks the file: what could not be read speaks for nothing. */
export function recordFaults(
  diagnostics: readonly Diagnostic[],
  isMeant: (file: string) => boolean,
): readonly Evidence[] {
  return diagnostics
    .filter(({ rule, clause, severity }) => severity === 'error' && clause === undefined && rule.startsWith('records/'))
    .filter(({ place }) => isMeant(place.file))
    .map(({ message, place }) => ({ text: message, place }));
}

/** Whether a file is the folder of all records, which every question rests on. */
const isAll = (file: string): boolean => /^soup\/?$/i.test(file);
/** Whether a record is asked for by the question of reviews. */
export const isReview = (file: string): boolean =>
  isAll(file) || /^soup\/(?:(?:reviews|releases|verdicts|dispositions|anomalies)(?:\/|$)|anomalies\.)/i.test(file);
/** Whether a record is asked for by the question of licences. */
export const isLicences = (file: string): boolean => isAll(file) || /^soup\/licen[cs]es\./i.test(file);
/** Whether a record is asked for by the question of risks. */
export const isRiskFile = (file: string): boolean => isAll(file) || /^soup\/risks\./i.test(file);
/** Whether a record is that of a SOUP item. */
export const isItem = (file: string): boolean => isAll(file) || /^soup\/items(?:\/|$)/i.test(file);
/** Whether a record is asked for by no other question than that of the SOUP list. */
export const isOfList = (file: string): boolean => isAll(file) || (!isReview(file) && !isRiskFile(file));
