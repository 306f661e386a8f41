import type { Rule } from '../../model/rule.ts';
import { notAffected, verdictWith, withFinding } from '../with-finding.ts';

/** Asks for a new judgement where the last day of a verdict has passed. */
export const verdictExpired: Rule = {
  id: '81001-5-1/verdict-expired',
  title: 'A verdict has not run out',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Whoever wrote a last day meant that somebody looks again then.',
  help: 'Judge it anew with `tureen triage`.',
  check: ({ findings }) =>
    findings.flatMap(({ finding, entry, standing }) => {
      if (entry === undefined || standing.kind !== 'expired') return [];
      const { file, index } = standing.met.filed;
      const what = `${finding.id} in ${finding.component.replace(/[?#].*$/s, '')}`;
      return [
        {
          message: `the verdict on ${what} ran out on ${standing.until}`,
          place: { file, keyPath: ['verdicts', index, 'until'] },
        },
      ];
    }),
  examples: [
    {
      title: 'It holds on its last day',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nuntil: 2026-11-15`) },
      says: [],
    },
    {
      title: 'Its last day has passed',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\nuntil: 2026-11-14`) },
      says: ['the verdict on CVE-2026-0001 in pkg:npm/left-pad@1.3.0 ran out on 2026-11-14'],
    },
  ],
};
