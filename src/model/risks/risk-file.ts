import { z } from 'zod';
import { day, identifier, reference, text } from '../records/record.ts';
import { riskControlSchema } from './risk-control.ts';
import { acceptanceSchema, riskEstimateSchema } from './risk-matrix.ts';

const risk = z.strictObject({
  id: identifier,
  hazard: text,
  sequence: text.meta({ description: 'Foreseeable sequence of events' }),
  hazardousSituation: text,
  harm: text,
  softwareItems: z.array(identifier).default([]).meta({ description: 'Software items that can cause it (7.1.1)' }),
  before: riskEstimateSchema.optional().meta({ description: 'Estimate without the controls' }),
  controls: z.array(riskControlSchema).default([]),
  after: riskEstimateSchema.optional().meta({ description: 'Estimate with the controls: the residual risk' }),
  accepted: acceptanceSchema.optional(),
});

/** The schema of `soup/risks.yaml`: the entries of the ISO 14971 file that SOUP touches. */
export const riskFileSchema = z
  .strictObject({
    document: reference.optional().meta({ description: 'The risk management file that these entries belong to' }),
    source: z
      .strictObject({
        file: text,
        sha256: z.string().regex(/^[0-9a-f]{64}$/, "is no SHA-256; it is written by 'tureen import risks'"),
        on: day,
      })
      .optional()
      .meta({ description: 'The file that they were imported from; written by the tool' }),
    risks: z.array(risk).default([]),
  })
  .meta({ title: 'Risk file', description: 'Entries of the ISO 14971 file that SOUP touches' });

/** The risk file's entries as recorded. */
export type RiskFile = z.infer<typeof riskFileSchema>;
/** One entry: hazard, sequence of events, hazardous situation, harm, controls. */
export type Risk = RiskFile['risks'][number];
