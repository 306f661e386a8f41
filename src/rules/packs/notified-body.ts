import type { PolicyPack } from '../../model/plugs/policy-pack.ts';

/** What notified bodies ask in practice, which is more than the bare standard; the one that holds when nothing is said. */
export const notifiedBody: PolicyPack = {
  name: 'notified-body',
  title: 'Practice of notified bodies',
  about:
    'What an auditor of a notified body asks under the MDR: the clauses of IEC 62304, also where practice is stricter than their classes, with risk, security and licences.',
  standards: ['62304', '14971', '81001-5-1', 'MDR', '13485', 'reality-check'],
  classes: 'of-rule',
  severities: {},
};
