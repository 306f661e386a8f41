import type { Rule } from '../../../model/plugs/rule.ts';
import { controlEntries } from '../../control-entries.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';
import { riskFileWith } from '../../examples/risk-file-with.ts';

/** Asks for the test or document that shows each control. */
export const controlVerified: Rule = {
  id: '62304/control-verified',
  title: 'Each control is verified by something',
  clause: '62304:7.3.1',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A control that nothing verifies may not exist.',
  help: 'Name the tests or documents under `verifiedBy:` of the control.',
  check: (dossier) =>
    controlEntries(dossier).flatMap(({ control, of, place }) =>
      control.verifiedBy.length === 0 ? [{ message: `nothing verifies control ${control.id} of ${of}`, place }] : [],
    ),
  examples: [
    {
      title: 'A control with its test',
      files: failureModeWith(
        'controls:\n  - { id: RC-1, kind: protective, text: The label is compared, verifiedBy: [TEST-PAD-3] }',
      ),
      says: [],
    },
    {
      title: 'A control of a failure mode that nothing verifies',
      files: failureModeWith('controls:\n  - { id: RC-1, kind: protective, text: The label is compared }'),
      says: ['nothing verifies control RC-1 of failure mode FM-1'],
    },
    {
      title: 'A control of the risk file that nothing verifies',
      files: riskFileWith('controls:\n  - { id: RC-9, text: The label is printed twice }'),
      says: ['nothing verifies control RC-9 of RISK-1'],
    },
  ],
};
