import type { Question } from '../../model/answer.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { asMissing, isLicences, recordFaults } from './as-missing.ts';

const asked = [
  'records/licence-expression',
  'licences/not-allowed',
  'licences/conflict',
  'licences/conflict-question',
  'licences/review-needed',
  'licences/fact-missing',
  'licences/licence-unknown',
  'licences/declared-changed',
  'licences/obligation-open',
  'records/draft',
];

/** Question 5: whether a person has cleared the licence of everything that ships. */
export const licencesCleared: Question = {
  id: 5,
  question: 'Is every licence cleared?',
  ask: ({ items, entries }, diagnostics) => {
    const cleared = items.filter(({ filed }) => filed.record.licence !== undefined);
    const open = items.filter(({ filed, own }) => filed.record.licence === undefined && own.length > 0);
    const unaccounted = entries.filter(({ account }) => account.kind === 'unaccounted');
    const evidence = cleared.map(({ filed: { file, record } }) => ({
      text: `${record.title ?? record.soup}: ${record.licence?.concluded ?? ''}, by ${record.licence?.by ?? ''} on ${record.licence?.on ?? ''}`,
      place: { file, keyPath: ['licence'] },
    }));
    const missing = [
      ...recordFaults(diagnostics, isLicences),
      ...asMissing(diagnostics, asked),
      ...asMissing(diagnostics.filter(isAboutJudgement), ['records/unknown-person', 'records/future-date']),
      ...open.map(({ filed: { file, record } }) => ({
        text: `${record.soup} has no licence judgement`,
        place: { file },
      })),
      ...unaccounted.map(({ component }) => ({ text: `${component.purl} has no record that could clear its licence` })),
    ];
    if (cleared.length === 0) return { answer: 'not-yet', evidence, missing };
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence, missing };
  },
  next: () =>
    'conclude them under `licence:` of the records; `tureen licence <purl>` tells what one asks of the device',
};

/** A judgement by nobody, or of a day to come, clears nothing. */
function isAboutJudgement({ place }: Diagnostic): boolean {
  return isLicences(place.file) || ('keyPath' in place && place.keyPath[0] === 'licence');
}
