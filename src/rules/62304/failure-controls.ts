import type { ItemEntry } from '../../model/dossier.ts';
import type { Problem, Rule } from '../../model/rule.ts';
import { leftPad } from '../left-pad.ts';

const mode =
  'failureModes:\n  - id: FM-1\n    mode: Cuts the text\n    cause: Text too long\n    effect: Wrong label\n    risks: [RISK-1]\n';

/** Asks for a verified control of each failure mode. */
export const failureControls: Rule = {
  id: '62304/failure-controls',
  title: 'Each failure mode has a verified control',
  clause: '62304:7.3.1',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'A failure mode without a control is an accepted risk that nobody accepted; a control that nothing verifies may not exist.',
  help: 'Write `controls:` with id, kind, text and `verifiedBy:`.',
  check: ({ filed }) => filed.record.failureModes.flatMap((_, index) => problems(filed, index)),
  examples: [
    {
      title: 'A control with its test',
      files: leftPad(
        `${mode}    controls:\n      - { id: RC-1, kind: protective, text: The label is compared, verifiedBy: [TEST-3] }`,
      ),
      says: [],
    },
    { title: 'No control', files: leftPad(mode), says: ['failure mode FM-1 has no control'] },
    {
      title: 'A control that nothing verifies',
      files: leftPad(`${mode}    controls:\n      - { id: RC-1, kind: protective, text: The label is compared }`),
      says: ['nothing verifies control RC-1 of failure mode FM-1'],
    },
  ],
};

function problems({ file, record }: ItemEntry['filed'], index: number): Problem[] {
  const failure = record.failureModes[index];
  if (failure === undefined) return [];
  if (failure.controls.length === 0)
    return [
      { message: `failure mode ${failure.id} has no control`, place: { file, keyPath: ['failureModes', index, 'id'] } },
    ];
  return failure.controls.flatMap(({ id, verifiedBy }, position) =>
    verifiedBy.length === 0
      ? [
          {
            message: `nothing verifies control ${id} of failure mode ${failure.id}`,
            place: { file, keyPath: ['failureModes', index, 'controls', position, 'id'] },
          },
        ]
      : [],
  );
}
