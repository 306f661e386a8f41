import { states } from '../../../base/judgement/states.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { inherits } from '../../inherits.ts';
import { leftPad } from '../../examples/left-pad.ts';

const onPath = 'safetyPath: { on: true, reason: A wrong label mixes patients up }';

/** Asks for the failure modes of items on the safety path, or for the argument why there are none. */
export const failureModes: Rule = {
  id: '62304/failure-modes',
  title: 'An item on the safety path has failure modes',
  clause: '62304:7.1.2 c',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'Failure or unexpected results of SOUP are among the causes that have to be looked for. “None” is an answer only when it is argued.',
  help: 'Write `failureModes:` with mode, cause, effect, risks and controls, or `noContribution:` with the argument.',
  check: ({ filed: { file, record }, inheritance }, dossier) =>
    record.safetyPath?.on === true && !states(record, 'failureModes') && !inherits(inheritance, 'failureModes', dossier)
      ? [
          {
            message: `${record.soup} is on the safety path without a failure mode`,
            place: { file, keyPath: ['failureModes'] },
          },
        ]
      : [],
  examples: [
    {
      title: 'One failure mode',
      files: leftPad(
        `${onPath}\nfailureModes:\n  - { id: FM-1, mode: Cuts the text, cause: Text too long, effect: Wrong label, risks: [RISK-1] }`,
      ),
      says: [],
    },
    {
      title: 'None, and no argument',
      files: leftPad(onPath),
      says: ['pkg:npm/left-pad is on the safety path without a failure mode'],
    },
  ],
};
