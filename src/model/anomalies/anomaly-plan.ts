import { z } from 'zod';
import { identifier, safetyClass, text, tokenVariable } from '../records/record.ts';

const tracker = z.strictObject({
  id: identifier,
  address: text.meta({ description: 'Base address of its programming interface, or a folder that holds its answers' }),
  tokenFrom: tokenVariable.optional(),
});

const samplingRule = z.strictObject({
  classes: z.array(safetyClass).min(1),
  above: z.number().int().positive().meta({ description: 'It holds for lists with more relevant entries than this' }),
  take: z.number().int().positive().meta({ description: 'How many of them a person judges one by one' }),
  reason: text,
});

/** How a device handles lists of published anomalies: how often, from which trackers, and what a sample has to be. */
export const anomalyPlan = z
  .strictObject({
    everyDays: z.number().int().positive().default(180),
    trackers: z.array(tracker).default([]),
    sampling: z.array(samplingRule).default([]).meta({
      description: 'Where a sample may stand for a long list; where no rule holds, every entry is judged',
    }),
  })
  .meta({ description: 'How lists of published anomalies are fetched, and judged (7.1.3)' });

/** The plan for lists of published anomalies. */
export type AnomalyPlan = z.infer<typeof anomalyPlan>;
/** How large a sample has to be, for which classes and from which size of a list on. */
export type SamplingRule = AnomalyPlan['sampling'][number];
