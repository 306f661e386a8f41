import { z } from 'zod';
import { combination } from './licence-use.ts';
import { day, identifier, reference, text } from '../records/record.ts';

const obligation = z.union([
  text,
  z.strictObject({
    what: text,
    by: identifier.optional().meta({ description: 'Who fulfils it' }),
    proof: reference.optional().meta({ description: 'Where it can be seen; the obligation is open until then' }),
  }),
]);

/** The schema of `licence` in a SOUP item's record: under which licence it is used, how, and what that obliges to. */
export const licenceJudgement = z.strictObject({
  concluded: text.meta({
    description: 'SPDX expression; a commercial agreement is named as LicenseRef-, such as LicenseRef-Vendor-2026',
  }),
  declared: text.optional().meta({
    description: 'What the files stated when this was concluded; another statement makes the judgement stale',
  }),
  combination: combination.optional(),
  modified: z.boolean().optional().meta({ description: 'Whether its code was changed' }),
  obligations: z.array(obligation).default([]),
  opinion: reference.optional().meta({ description: 'The legal opinion behind it' }),
  by: identifier,
  on: day,
});

/** The judgement of a licence as a record states it. */
export type LicenceJudgement = z.infer<typeof licenceJudgement>;

/** What an obligation of a record asks. */
export function obligationText(one: LicenceJudgement['obligations'][number]): string {
  return typeof one === 'string' ? one : one.what;
}
