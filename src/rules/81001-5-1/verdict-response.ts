import type { Rule } from '../../model/plugs/rule.ts';
import { notAffected, verdictWith, withFinding } from '../examples/with-finding.ts';

const affected = 'status: affected\nreason: A long name is cut\nby: ada\non: 2026-11-12';

/** Asks what is done, and by whom, about an anomaly that affects the device. */
export const verdictResponse: Rule = {
  id: '81001-5-1/verdict-response',
  title: 'What affects the device is answered, and somebody sees to it',
  clause: '81001-5-1:9.5',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'That the device is affected begins the work. Without a response and a name nobody does it.',
  help: 'Write `response:` with action and text, and `owner:` with an id of people.',
  check: ({ verdicts }) =>
    verdicts.flatMap(({ file, index, verdict }) => {
      if (verdict.status !== 'affected') return [];
      const missing = [
        ...(verdict.response === undefined ? ['response'] : []),
        ...(verdict.owner === undefined ? ['owner'] : []),
      ];
      if (missing.length === 0) return [];
      const message = `${verdict.judged[0]?.anomaly} affects the device, and the verdict has no ${missing.join(' and no ')}`;
      return [{ message, place: { file, keyPath: ['verdicts', index, 'status'] } }];
    }),
  examples: [
    { title: 'Not affected', files: { ...withFinding(), ...verdictWith(notAffected) }, says: [] },
    {
      title: 'Affected, with response and owner',
      files: {
        ...withFinding(),
        ...verdictWith(`${affected}\nresponse: { action: update, text: Update to 1.3.1, due: 2026-12-01 }\nowner: ada`),
      },
      says: [],
    },
    {
      title: 'Affected, and nobody does anything',
      files: { ...withFinding(), ...verdictWith(affected) },
      says: ['CVE-2026-0001 affects the device, and the verdict has no response and no owner'],
    },
  ],
};
