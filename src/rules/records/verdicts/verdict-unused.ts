import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

/** Shows what verdicts are about and no finding is, as long as the evaluation is about this inventory. */
export const verdictUnused: Rule = {
  id: 'records/verdict-unused',
  title: 'A verdict is about a finding',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'note',
  subject: 'device',
  why: 'A verdict on nothing is left over from a package that has gone, or its record names it no more. A release in the field may still need it, so this only tells.',
  help: 'Take it out when no release in the field holds the package any more.',
  restsOn: ['anomalies.lock'],
  check: ({ verdicts, evaluation }) => {
    if (evaluation.kind !== 'current') return [];
    return verdicts.flatMap(({ file, index, verdict, unmet }) =>
      unmet.map((judged) => ({
        message: `no finding is ${judged.anomaly} in ${judged.package}, which this verdict is about`,
        place: { file, keyPath: ['verdicts', index, 'judged', verdict.judged.indexOf(judged)] },
      })),
    );
  },
  examples: [
    { title: 'The finding is there', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'It is there, and no longer affects',
      files: { ...withFinding('not-affected'), ...verdictWith(notAffected) },
      says: [],
    },
    {
      title: 'There is no such finding',
      files: { ...withFinding('not-affected'), ...verdictWith(notAffected, { anomaly: 'CVE-2026-0009' }) },
      says: ['no finding is CVE-2026-0009 in pkg:npm/left-pad, which this verdict is about'],
    },
  ],
};
