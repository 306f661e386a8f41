import { z } from 'zod';
import { identifier, reference, text } from './record.ts';

const risk = z.strictObject({
  id: identifier,
  hazard: text,
  sequence: text.meta({ description: 'Foreseeable sequence of events' }),
  hazardousSituation: text,
  harm: text,
  softwareItems: z.array(identifier).default([]),
  controls: z.array(z.strictObject({ id: identifier, text, verifiedBy: z.array(reference).default([]) })).default([]),
});

/** The schema of `soup/risks.yaml`: the entries of the ISO 14971 file that SOUP touches. */
export const riskFileSchema = z
  .strictObject({
    document: reference.optional().meta({ description: 'The risk management file that these entries belong to' }),
    risks: z.array(risk).default([]),
  })
  .meta({ title: 'Risk file', description: 'Entries of the ISO 14971 file that SOUP touches' });

/** The risk file's entries as recorded. */
export type RiskFile = z.infer<typeof riskFileSchema>;
/** One entry: hazard, sequence of events, hazardous situation, harm, controls. */
export type Risk = RiskFile['risks'][number];
