import type { Rule } from '../../model/plugs/rule.ts';

/** Asks that a person confirms what the tool proposed. */
export const draft: Rule = {
  id: 'records/draft',
  title: 'A record is confirmed by a person',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'The tool can copy facts, not judge them. A draft has been read by nobody.',
  help: 'Read the record, complete it, and change `status: draft` to `status: confirmed`.',
  check: ({ filed: { file, record } }) =>
    record.status === 'draft'
      ? [{ message: `the record of ${record.soup} is a draft`, place: { file, keyPath: ['status'] } }]
      : [],
  examples: [
    { title: 'Confirmed', files: {}, says: [] },
    {
      title: 'Still a draft',
      files: { 'soup/items/npm-left-pad.yaml': 'soup: pkg:npm/left-pad\nstatus: draft\n' },
      says: ['the record of pkg:npm/left-pad is a draft'],
    },
  ],
};
