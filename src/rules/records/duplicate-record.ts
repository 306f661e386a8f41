import type { Rule } from '../../model/plugs/rule.ts';

const second = 'soup: pkg:npm/left-pad\nstatus: confirmed\n';

/** Asks for one record for each SOUP item: of two, nobody knows which one holds. */
export const duplicateRecord: Rule = {
  id: 'records/duplicate-record',
  title: 'A SOUP item has one record',
  clause: '62304:8.1.2',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'Two records about one item say different things sooner or later.',
  help: 'Merge the two files into one.',
  check: ({ filed }, { items }) => {
    const first = items.find((item) => item.filed.record.soup === filed.record.soup)?.filed;
    if (first === undefined || first.file === filed.file) return [];
    return [
      {
        message: `${filed.record.soup} already has a record, ${first.file}`,
        place: { file: filed.file, keyPath: ['soup'] },
      },
    ];
  },
  examples: [
    { title: 'One record', files: {}, says: [] },
    {
      title: 'Two records',
      files: { 'soup/items/padding.yaml': second },
      says: ['pkg:npm/left-pad already has a record, soup/items/npm-left-pad.yaml'],
    },
  ],
};
