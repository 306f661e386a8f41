import type { Rule } from '../../../model/plugs/rule.ts';
import { leftPad } from '../../examples/left-pad.ts';

/** Asks for the test or document that shows each requirement on a SOUP item. */
export const requirementVerified: Rule = {
  id: '62304/requirement-verified',
  title: 'Each requirement on SOUP is verified by something',
  clause: '62304:5.3.3',
  classes: ['B', 'C'],
  severity: 'warning',
  subject: 'item',
  why: 'A requirement that nothing verifies is a wish. The next update of the item will break it unseen.',
  help: 'Name the tests or documents under `verifiedBy:`.',
  check: ({ filed: { file, record } }) =>
    record.requirements.flatMap(({ id, verifiedBy }, index) =>
      verifiedBy.length === 0
        ? [{ message: `nothing verifies ${id}`, place: { file, keyPath: ['requirements', index, 'id'] } }]
        : [],
    ),
  examples: [
    {
      title: 'A test is named',
      files: leftPad(
        'requirements:\n  - { id: REQ-1, kind: functional, text: Pads on the left, verifiedBy: [TEST-1] }',
      ),
      says: [],
    },
    {
      title: 'Nothing is named',
      files: leftPad('requirements:\n  - { id: REQ-1, kind: functional, text: Pads on the left }'),
      says: ['nothing verifies REQ-1'],
    },
  ],
};
