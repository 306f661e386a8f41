import type { Question } from '../../model/answer.ts';
import { asMissing } from './as-missing.ts';

/** Question 4: whether every version is fixed exactly. */
export const everythingPinned: Question = {
  id: 4,
  question: 'Is everything pinned?',
  ask: ({ inventory }, diagnostics) => {
    const missing = [
      ...asMissing(diagnostics, ['62304/pinned']),
      ...inventory.files
        .filter(({ status }) => status === 'not-understood')
        .map(({ path }) => ({
          text: `${path} was not understood, so nobody knows what it pins`,
          place: { file: path },
        })),
    ];
    const exact = inventory.components.filter(
      ({ pinning, firstParty }) => pinning.kind === 'exact' && !firstParty,
    ).length;
    const evidence = exact === 0 ? [] : [{ text: `${exact} third-party components at one exact version` }];
    return { answer: missing.length === 0 && exact > 0 ? 'yes' : 'no', evidence, missing };
  },
  next: ({ inventory }) =>
    inventory.components.length === 0
      ? 'answer question 1 first'
      : 'fix one exact version of each; `tureen explain 62304/pinned` tells how',
};
