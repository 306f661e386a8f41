import type { Rule } from '../../../model/plugs/rule.ts';
import { inherits } from '../../inherits.ts';
import { leftPad } from '../../examples/left-pad.ts';

/** Asks for at least one functional requirement on each SOUP item. */
export const requirements: Rule = {
  id: '62304/requirements',
  title: 'A SOUP item has functional requirements',
  clause: '62304:5.3.3',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'The device relies on the item for something; only when that is written can it be tested, and an anomaly be judged.',
  help: 'Write under `requirements:` what the device needs: `{ id: …, kind: functional, text: …, verifiedBy: [ … ] }`.',
  check: ({ filed: { file, record }, inheritance }, dossier) =>
    record.requirements.some(({ kind }) => kind === 'functional') || inherits(inheritance, 'requirements', dossier)
      ? []
      : [{ message: `${record.soup} has no functional requirement`, place: { file, keyPath: ['requirements'] } }],
  examples: [
    {
      title: 'One functional requirement with its test',
      files: leftPad(
        'requirements:\n  - { id: REQ-1, kind: functional, text: Pads on the left, verifiedBy: [TEST-1] }',
      ),
      says: [],
    },
    {
      title: 'No requirement',
      files: leftPad('title: left-pad'),
      says: ['pkg:npm/left-pad has no functional requirement'],
    },
  ],
};
