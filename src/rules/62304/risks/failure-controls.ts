import type { Rule } from '../../../model/plugs/rule.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';

/** Asks for a control of each failure mode. */
export const failureControls: Rule = {
  id: '62304/failure-controls',
  title: 'Each failure mode has a control',
  clause: '62304:7.2.1',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A failure mode without a control is a risk that nobody accepted.',
  help: 'Write `controls:` with id, kind, text and `verifiedBy:`.',
  check: ({ filed: { file, record } }) =>
    record.failureModes.flatMap(({ id, controls }, index) =>
      controls.length === 0
        ? [{ message: `failure mode ${id} has no control`, place: { file, keyPath: ['failureModes', index, 'id'] } }]
        : [],
    ),
  examples: [
    {
      title: 'A control with its test',
      files: failureModeWith(
        'controls:\n  - { id: RC-1, kind: protective, text: The label is compared, verifiedBy: [TEST-PAD-3] }',
      ),
      says: [],
    },
    { title: 'No control', files: failureModeWith('risks: [RISK-1]'), says: ['failure mode FM-1 has no control'] },
  ],
};
