import type { Rule } from '../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../examples/with-finding.ts';

/** Asks for a justification where a verdict says that the device is not affected, and for none elsewhere. */
export const verdictJustified: Rule = {
  id: '81001-5-1/verdict-justified',
  title: 'Not affected is justified',
  clause: '81001-5-1:9.4',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'VEX wants one of five justifications, and hospitals filter by it. Any other status has none.',
  help: 'Write `justification:` with the word that fits, and in `reason:` how it is known; take it out of any other status.',
  check: ({ verdicts }) =>
    verdicts.flatMap(({ file, index, verdict: { status, justification, judged } }) => {
      const anomaly = judged[0]?.anomaly;
      if (status === 'not_affected' && justification === undefined)
        return [
          {
            message: `the verdict on ${anomaly} says not_affected without a justification`,
            place: { file, keyPath: ['verdicts', index, 'status'] },
          },
        ];
      if (status === 'not_affected' || justification === undefined) return [];
      const message = `the verdict on ${anomaly} is ${status}, which ${justification} does not justify`;
      return [{ message, place: { file, keyPath: ['verdicts', index, 'justification'] } }];
    }),
  examples: [
    { title: 'Justified', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'Only said',
      files: { ...withFinding(), ...verdictWith('status: not_affected\nreason: We think so\nby: ada\non: 2026-11-12') },
      says: ['the verdict on CVE-2026-0001 says not_affected without a justification'],
    },
    {
      title: 'A justification of the opposite',
      files: {
        ...withFinding(),
        ...verdictWith(
          'status: fixed\njustification: component_not_present\nreason: Patched by us\nby: ada\non: 2026-11-12',
        ),
      },
      says: ['the verdict on CVE-2026-0001 is fixed, which component_not_present does not justify'],
    },
  ],
};
