import type { Rule } from '../../model/plugs/rule.ts';
import { leftPad } from '../examples/left-pad.ts';

/** Asks who answers for a SOUP item: who looks at its news, and decides. */
export const owner: Rule = {
  id: '81001-5-1/owner',
  title: 'Somebody answers for a SOUP item',
  clause: '81001-5-1:4.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'A vulnerability, an end of support or an update is news for one person, or for nobody.',
  help: 'Write `owner:` with the id of somebody under `people:` in tureen.yaml.',
  check: ({ filed: { file, record }, own }) =>
    record.owner === undefined && own.length > 0
      ? [{ message: `nobody answers for ${record.soup}`, place: { file, keyPath: ['owner'] } }]
      : [],
  examples: [
    { title: 'An owner is named', files: leftPad('owner: ada'), says: [] },
    { title: 'No owner', files: leftPad('title: left-pad'), says: ['nobody answers for pkg:npm/left-pad'] },
  ],
};
