import type { PolicyPack } from '../../model/plugs/policy-pack.ts';

/** IEC 62304 alone, each clause at its own classes. */
export const standard: PolicyPack = {
  name: 'standard',
  title: 'IEC 62304 alone',
  about:
    'What the clauses of IEC 62304:2006+A1:2015 ask at the class of each item, and nothing that practice or other standards add.',
  standards: ['62304', '14971'],
  classes: 'of-clause',
  severities: {
    '62304/imported-directly': 'note',
    '62304/bundled-front-end': 'note',
    '62304/covered-safety-path': 'note',
    '62304/covered-affected': 'note',
    '62304/documentation': 'note',
    '62304/documentation-lacking': 'note',
  },
};
