import type { Rule } from '../../model/plugs/rule.ts';

/** Asks that each record is about something in the inventory: software that is gone needs no judgement. */
export const phantom: Rule = {
  id: 'records/phantom',
  title: 'A record is about something that is there',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'A SOUP list with items that the product no longer holds describes another product.',
  help: 'Remove the record, correct its package URL, or enter the component in tureen.yaml when no lockfile can know it.',
  restsOn: ['inventory'],
  check: ({ filed: { file, record }, own }) =>
    own.length === 0
      ? [{ message: `nothing in the inventory is ${record.soup}`, place: { file, keyPath: ['soup'] } }]
      : [],
  examples: [
    { title: 'The package is in the lockfile', files: {}, says: [] },
    {
      title: 'The package is gone',
      files: { 'soup/items/npm-right-pad.yaml': 'soup: pkg:npm/right-pad\nstatus: confirmed\n' },
      says: ['nothing in the inventory is pkg:npm/right-pad'],
    },
  ],
};
