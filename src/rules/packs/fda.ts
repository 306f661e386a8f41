import type { PolicyPack } from '../../model/plugs/policy-pack.ts';

/** What a premarket submission in the United States needs of components: support, vulnerabilities, and the clauses of the standards. */
export const fda: PolicyPack = {
  name: 'fda',
  title: 'FDA premarket submission',
  about:
    'What the guidance of 3 February 2026 on cybersecurity asks of the components of a device, beside IEC 62304 and IEC 81001-5-1 as recognised standards: support and known vulnerabilities of each count as errors.',
  standards: ['62304', '14971', '81001-5-1', '21 CFR 11', 'FDA', 'reality-check'],
  classes: 'of-rule',
  severities: { '81001-5-1/support': 'error', '81001-5-1/finding-judged': 'error', '62304/verdict-safety': 'error' },
};
