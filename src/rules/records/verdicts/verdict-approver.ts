import type { Rule } from '../../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

/** Asks that a verdict is approved by somebody else than its author. */
export const verdictApprover: Rule = {
  id: 'records/verdict-approver',
  title: 'Nobody approves a verdict of their own',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'An approval is a second look. One by the author is none.',
  help: 'Let somebody else approve it, or leave `approved:` out until then.',
  check: ({ verdicts }) =>
    verdicts.flatMap(({ file, index, verdict: { approved, by, judged } }) =>
      approved?.by === by
        ? [
            {
              message: `the verdict on ${judged[0]?.anomaly} is approved by its author, ${by}`,
              place: { file, keyPath: ['verdicts', index, 'approved', 'by'] },
            },
          ]
        : [],
    ),
  examples: [
    { title: 'Not approved yet', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'Approved by another person',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\napproved: { by: grace, on: 2026-11-13 }`) },
      says: [],
    },
    {
      title: 'Approved by the author',
      files: { ...withFinding(), ...verdictWith(`${notAffected}\napproved: { by: ada, on: 2026-11-13 }`) },
      says: ['the verdict on CVE-2026-0001 is approved by its author, ada'],
    },
  ],
};
