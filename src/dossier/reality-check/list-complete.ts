import { counted } from '../../base/counted.ts';
import type { Question } from '../../model/answer.ts';
import { asMissing, isOfList, recordFaults } from './as-missing.ts';

const rules = [
  '62304/coverage',
  '62304/title',
  '62304/manufacturer',
  '62304/designator',
  '62304/requirements',
  '62304/requirement-figures',
  '62304/system-requirements',
  '62304/stale-judgement',
  'records/draft',
  'records/placeholder',
];

/** Question 2: whether every component is on the SOUP list, with requirements, version and supplier. */
export const listComplete: Question = {
  id: 2,
  question: 'Is every component on the SOUP list, with requirements, version and supplier?',
  ask: ({ entries, items }, diagnostics) => {
    const missing = [...recordFaults(diagnostics, isOfList), ...asMissing(diagnostics, rules)];
    const count = (kind: string) => entries.filter(({ account }) => account.kind === kind).length;
    const evidence = [
      { text: `${counted(items.length, 'SOUP item record')} in soup/items`, place: { file: 'soup/items' } },
      {
        text: `${counted(count('own'), 'component')} with a record of ${count('own') === 1 ? 'its' : 'their'} own, ${count('covered')} covered with a reason, ${counted(count('tool'), 'tool')} with evidence, ${count('unaccounted')} not accounted for`,
      },
    ];
    if (entries.length === 0)
      return { answer: 'no', evidence: [], missing: [...missing, { text: 'no components were found' }] };
    if (items.length === 0) return { answer: 'not-yet', evidence: evidence.slice(1), missing };
    return { answer: missing.length === 0 ? 'yes' : 'no', evidence, missing };
  },
  next: ({ entries, items }) => {
    if (entries.length === 0) return 'answer question 1 first';
    return items.length === 0
      ? '`tureen draft` writes drafts of the records; complete and confirm them'
      : '`tureen check` tells file and line of what is missing, and what to write there';
  },
};
