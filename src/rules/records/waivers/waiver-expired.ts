import type { Rule } from '../../../model/plugs/rule.ts';
import { waiverWith, withoutManufacturer } from '../../examples/waiver-with.ts';

/** Asks that no waiver is over: what it waived counts again. */
export const waiverExpired: Rule = {
  id: 'records/waiver-expired',
  title: 'A waiver is not over',
  clause: '62304:8.2.1',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'waiver',
  why: 'A decision for a time ends with it; without a new one the gap is open, and whoever decided has to look again.',
  help: 'Do what the rule asks, and take the waiver out; or decide anew, with a later day and a reason that still holds.',
  check: ({ file, index, waiver, isExpired }) =>
    isExpired
      ? [
          {
            message: `the waiver of ${waiver.rule} ended on ${waiver.until}`,
            place: { file, keyPath: ['waivers', index, 'until'] },
          },
        ]
      : [],
  examples: [
    { title: 'It holds until next year', files: { ...withoutManufacturer, ...waiverWith() }, says: [] },
    {
      title: 'It has ended',
      files: { ...withoutManufacturer, ...waiverWith({ until: '2026-11-01' }) },
      says: ['the waiver of 62304/manufacturer ended on 2026-11-01'],
    },
  ],
};
