import type { FindingEntry } from '../../../model/dossier.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

/** Asks that a verdict is not dated before the records that it was judged on stood as they stand. */
export const verdictBackdated: Rule = {
  id: 'records/verdict-backdated',
  title: 'A verdict is not older than what it judges',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'A record that was published on Friday was not judged on Monday. A day that cannot be true makes every other one doubtful.',
  help: 'Write the day on which it was judged.',
  restsOn: ['anomalies.lock'],
  check: ({ findings }) => {
    const told = findings.flatMap((one) => {
      const { standing } = one;
      if (standing.kind !== 'judged') return [];
      const { file, index, verdict } = standing.met.filed;
      const later = laterThan(verdict.on, one);
      if (later === undefined) return [];
      const message = `the verdict on ${one.finding.id} is of ${verdict.on}, and ${later.id} stands as it was judged since ${later.modified.slice(0, 10)}`;
      return [{ message, place: { file, keyPath: ['verdicts', index, 'on'] } }];
    });
    return [...new Map(told.map((one) => [one.message, one])).values()];
  },
  examples: [
    {
      title: 'Judged on the day of the record',
      files: { ...withFinding(), ...verdictWith(notAffected.replace('11-12', '11-10')) },
      says: [],
    },
    {
      title: 'Judged before there was the record',
      files: { ...withFinding(), ...verdictWith(notAffected.replace('11-12', '11-09')) },
      says: [
        'the verdict on CVE-2026-0001 is of 2026-11-09, and GHSA-pad1-pad1-pad1 stands as it was judged since 2026-11-10',
      ],
    },
  ],
};

function laterThan(day: string, { finding }: FindingEntry) {
  return finding.records.find(({ modified }) => modified.slice(0, 10) > day);
}
