import { approvalDoubt } from '../../../base/anomalies/approval-doubt.ts';
import type { Rule } from '../../../model/plugs/rule.ts';
import { deviceWith } from '../../examples/device-with.ts';
import { notAffected, verdictWith, withFinding } from '../../examples/with-finding.ts';

const asked = deviceWith('vulnerabilityReview: { owner: ada, everyDays: 30, approvers: [grace] }');
const other = `sha256:${'0'.repeat(64)}`;

/** Asks that an approval is of the verdict as it stands, by one who may, and that there is one where the device wants one. */
export const verdictApproved: Rule = {
  id: 'records/verdict-approved',
  title: 'A verdict is approved as it stands',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'warning',
  subject: 'device',
  why: 'An approval is of words that somebody read. Once they have changed, nobody has approved them.',
  help: 'Let one who may look at it: `tureen approve --list`, then `tureen approve <anomaly> --by <person>`.',
  check: ({ verdicts, device, today }) => {
    const approvers = device.record.vulnerabilityReview?.approvers;
    return verdicts.flatMap(({ file, index, verdict }) => {
      const { approved, judged, status, by } = verdict;
      const of = `the verdict on ${judged[0]?.anomaly}`;
      const place = { file, keyPath: ['verdicts', index, ...(approved === undefined ? [] : ['approved'])] };
      if (approved === undefined)
        return approvers === undefined || status === 'under_investigation'
          ? []
          : [{ message: `${of} waits for an approval by ${approvers.join(' or ')}`, place }];
      const doubt = approved.by === by ? undefined : approvalDoubt(verdict, { approvers, today });
      return doubt === undefined ? [] : [{ message: `${of} ${doubt}`, place }];
    });
  },
  examples: [
    {
      title: 'No approval is asked for',
      files: { ...withFinding(), ...verdictWith(notAffected) },
      says: [],
    },
    {
      title: 'Approved as it stands, by one who may',
      files: {
        ...withFinding(),
        ...asked,
        ...verdictWith(
          `${notAffected}\napproved: { by: grace, on: 2026-11-13, content: sha256:b49b3074968f79164768472dfccce8c0572b1ccbe701b2704e3921654bc35c7c }`,
        ),
      },
      says: [],
    },
    {
      title: 'The device asks for an approval, and there is none',
      files: { ...withFinding(), ...asked, ...verdictWith(notAffected) },
      says: ['the verdict on CVE-2026-0001 waits for an approval by grace'],
    },
    {
      title: 'Changed after it was approved',
      files: {
        ...withFinding(),
        ...verdictWith(`${notAffected}\napproved: { by: grace, on: 2026-11-13, content: ${other} }`),
      },
      says: ['the verdict on CVE-2026-0001 was changed since grace approved it on 2026-11-13'],
    },
    {
      title: 'Approved on a day that is still to come, or before there was anything to approve',
      files: {
        ...withFinding(),
        'soup/verdicts/npm-left-pad.yaml': `${
          verdictWith(`${notAffected}\napproved: { by: grace, on: 2027-11-13 }`)['soup/verdicts/npm-left-pad.yaml']
        }${verdictWith(`${notAffected}\napproved: { by: grace, on: 2026-11-11 }`)['soup/verdicts/npm-left-pad.yaml']?.replace('verdicts:\n', '')}`,
      },
      says: [
        'the verdict on CVE-2026-0001 is approved by grace on 2027-11-13, which is still to come',
        'the verdict on CVE-2026-0001 is approved by grace on 2026-11-11, before it was judged on 2026-11-12',
      ],
    },
    {
      title: 'Approved by one who may not',
      files: { ...withFinding(), ...asked, ...verdictWith(`${notAffected}\napproved: { by: mia, on: 2026-11-13 }`) },
      says: ['the verdict on CVE-2026-0001 is approved by mia, who may not: grace may'],
    },
  ],
};
