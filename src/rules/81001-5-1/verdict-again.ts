import type { Rule } from '../../model/rule.ts';
import { notAffected, verdictWith, withFinding } from '../with-finding.ts';

/** Asks for a new judgement where what a verdict was judged on has changed. */
export const verdictAgain: Rule = {
  id: '81001-5-1/verdict-again',
  title: 'A verdict is asked again when its grounds change',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A verdict was given on certain records, versions and uses. Records widen and are withdrawn, versions move: what was true then may not be now.',
  help: 'Look at what has changed with `tureen triage`; the verdict may be confirmed there, or another be given.',
  check: ({ findings }) =>
    findings.flatMap(({ finding, entry, standing }) => {
      if (entry === undefined || standing.kind !== 'again') return [];
      const { file, index } = standing.met.filed;
      const what = `${finding.id} in ${finding.component.replace(/[?#].*$/s, '')}`;
      return [
        {
          message: `${what} is to be judged again: ${standing.changed.join('; ')}`,
          place: { file, keyPath: ['verdicts', index] },
        },
      ];
    }),
  examples: [
    { title: 'Nothing has changed', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'Another version, in the range that the verdict holds for',
      files: {
        ...withFinding(),
        ...verdictWith(`${notAffected}\nvalidFor: vers:npm/>=1.0.0|<2.0.0`, { version: '1.2.0' }),
      },
      says: [],
    },
    {
      title: 'Another version',
      files: { ...withFinding(), ...verdictWith(notAffected, { version: '1.2.0' }) },
      says: ['CVE-2026-0001 in pkg:npm/left-pad@1.3.0 is to be judged again: 1.3.0 is in use, judged was 1.2.0'],
    },
    {
      title: 'The record and the use have changed',
      files: { ...withFinding(), ...verdictWith(notAffected, { hash: 'sha256:bb02', scope: 'development' }) },
      says: [
        'CVE-2026-0001 in pkg:npm/left-pad@1.3.0 is to be judged again: GHSA-pad1-pad1-pad1 has changed; its use is runtime, judged was development',
      ],
    },
  ],
};
