import { counted } from '../../base/counted.ts';
import type { Evidence, Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { ItemEntry } from '../../model/dossier.ts';
import { asMissing, isItem, recordFaults } from './as-missing.ts';

/** Question 8: whether the records show IEC 62304 in full and carry what IEC 81001-5-1 asks of the same components. */
export const bothStandards: Question = {
  id: 8,
  question: 'Can IEC 62304 and IEC 81001-5-1 be shown for the same components without double work?',
  ask: ({ items, entries, device }, diagnostics) => {
    const used = items.filter(({ own }) => own.length > 0);
    const lacks = used.map((item) => lackOf(item, diagnostics));
    const unaccounted = entries.filter(({ account }) => account.kind === 'unaccounted').length;
    const missing: readonly Evidence[] = [
      ...recordFaults(diagnostics, isItem),
      ...lacks.filter((lack) => lack !== undefined),
      ...(unaccounted === 0
        ? []
        : [
            {
              text: `${counted(unaccounted, 'component')} ${unaccounted === 1 ? 'has' : 'have'} no record that could show either`,
            },
          ]),
      ...(device.record.vulnerabilityReview === undefined
        ? [{ text: 'no vulnerability review is planned', place: { file: device.file } }]
        : []),
      ...asMissing(
        diagnostics,
        ['expired', 'unused', 'rule', 'unbounded'].map((name) => `records/waiver-${name}`),
      ),
    ];
    const looked = used.some((item) => knows(item, 'security') && knows(item, 'support'));
    if (!looked) return { answer: 'not-yet', evidence: [], missing };
    const both = lacks.filter((lack) => lack === undefined).length;
    const text = `${both} of ${used.length} records show the safety and the security side of the same components`;
    const evidence = [{ text, place: { file: 'soup/items' } }];
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence, missing };
  },
  next: () => 'it follows from the records: `tureen check` tells what each of them lacks for either standard',
};

/** What a record lacks first: a fact of the security side, or whatever a rule misses on the safety side. */
function lackOf(item: ItemEntry, diagnostics: readonly Diagnostic[]): Evidence | undefined {
  const { file, record } = item.filed;
  const place = { file };
  if (record.status === 'draft') return { text: `the record of ${record.soup} is a draft`, place };
  if (!knows(item, 'security')) return { text: `${record.soup} has no risk transfer category`, place };
  if (!knows(item, 'support')) return { text: `${record.soup} has no support level`, place };
  const fault = diagnostics.find((diagnostic) => diagnostic.place.file === file && diagnostic.severity === 'error');
  return fault && { text: fault.message, place: fault.place };
}

/** By its own record, or by that of another that it names. */
function knows({ filed, inheritance }: ItemEntry, judgement: 'security' | 'support'): boolean {
  return filed.record[judgement] !== undefined || inheritance.held.has(judgement);
}
