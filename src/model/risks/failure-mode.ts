import { z } from 'zod';
import { identifier, text } from '../records/record.ts';
import { failureControlSchema } from './risk-control.ts';
import { riskEstimateSchema } from './risk-matrix.ts';

/** The schema of a way in which a SOUP item can fail: a row of the FMEA, and a cause in the chain of 7.3.3. */
export const failureModeSchema = z
  .strictObject({
    id: identifier,
    mode: text.meta({ description: 'How the item fails' }),
    cause: text,
    effect: text.meta({ description: 'What the device does then' }),
    risks: z.array(identifier).default([]).meta({ description: 'Entries of the risk file that it contributes to' }),
    before: riskEstimateSchema.optional().meta({ description: 'Estimate without the controls' }),
    controls: z.array(failureControlSchema).default([]),
    after: riskEstimateSchema.optional().meta({ description: 'Estimate with the controls' }),
  })
  .meta({ description: 'A way in which the item can fail or give unexpected results (7.1.2 c)' });
