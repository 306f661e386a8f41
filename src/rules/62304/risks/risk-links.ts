import type { Rule } from '../../../model/plugs/rule.ts';
import { failureModeWith } from '../../examples/failure-mode-with.ts';

/** Asks that each failure mode reaches the risk file. */
export const riskLinks: Rule = {
  id: '62304/risk-links',
  title: 'Each failure mode reaches the risk file',
  clause: '62304:7.1.4',
  classes: ['B', 'C'],
  severity: 'error',
  subject: 'item',
  why: 'The risk management file is the one place where harm is judged. A cause that does not reach it was not judged.',
  help: 'Name the entry under `risks:` of the failure mode, or add it to soup/risks.yaml.',
  check: ({ filed: { file, record } }) =>
    record.failureModes.flatMap(({ id, risks }, index) =>
      risks.length === 0
        ? [
            {
              message: `failure mode ${id} reaches no entry of the risk file`,
              place: { file, keyPath: ['failureModes', index, 'id'] },
            },
          ]
        : [],
    ),
  examples: [
    { title: 'The failure mode names an entry', files: failureModeWith('risks: [RISK-1]'), says: [] },
    {
      title: 'It names none',
      files: failureModeWith('risks: []'),
      says: ['failure mode FM-1 reaches no entry of the risk file'],
    },
  ],
};
