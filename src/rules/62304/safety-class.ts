import type { Rule } from '../../model/rule.ts';
import { deviceWith } from '../device-with.ts';

/** Asks for the software items and, below class C, for the reason of their class. */
export const safetyClass: Rule = {
  id: '62304/safety-class',
  title: 'Each software item has a safety class with its reason',
  clause: '62304:4.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'The class decides how much has to be shown for each SOUP item. Without a reason, class C applies.',
  help: 'Write `rationale:` for the software item: which harm its failure can lead to, and which it cannot.',
  check: ({ device: { file, record } }) =>
    record.softwareItems.length === 0
      ? [
          {
            message: 'the device has no software items, so nothing has a safety class',
            place: { file, keyPath: ['device'] },
            help: 'List the parts of the architecture under `softwareItems:`, each with its class and the files that it is built from.',
          },
        ]
      : record.softwareItems.flatMap((item, index) =>
          item.class === 'C' || item.rationale !== undefined
            ? []
            : [
                {
                  message: `software item "${item.id}" is class ${item.class} without a reason`,
                  place: { file, keyPath: ['softwareItems', index, 'class'] },
                },
              ],
        ),
  examples: [
    { title: 'The class has its reason', files: {}, says: [] },
    {
      title: 'The class has no reason',
      files: deviceWith('softwareItems:\n  - { id: viewer, name: Viewer, class: A, sources: [package-lock.json] }'),
      says: ['software item "viewer" is class A without a reason'],
    },
    {
      title: 'There are no software items',
      files: deviceWith(''),
      says: ['the device has no software items, so nothing has a safety class'],
    },
  ],
};
