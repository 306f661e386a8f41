import { z } from 'zod';
import { day, identifier, reference, text } from '../records/record.ts';

const level = z.strictObject({
  id: identifier,
  name: text,
  meaning: text
    .optional()
    .meta({ description: 'By what it is known, such as a range of probabilities or of injuries' }),
});

const zone = z
  .strictObject({
    id: identifier,
    name: text,
    acceptable: z.enum(['always', 'with-reason', 'with-benefit']).meta({
      description:
        'Whether a risk in it is accepted always, by a person with a reason, or only against a benefit (14971, 7.4)',
    }),
  })
  .meta({ description: 'What cells of the matrix mean for acceptance' });

/** The schema of `riskMatrix` in `tureen.yaml`: the device's own levels, and what each pair of them means (14971, 4.4). */
export const riskMatrixSchema = z
  .strictObject({
    document: reference.optional().meta({ description: 'The risk management plan that fixes it' }),
    severity: z.array(level).min(1).meta({ description: 'Levels of harm, from the least to the worst' }),
    probability: z.array(level).min(1).meta({ description: 'Levels of the probability of harm, from the least on' }),
    p1: z.array(level).default([]).meta({ description: 'Levels of P1: that the hazardous situation occurs' }),
    p2: z.array(level).default([]).meta({ description: 'Levels of P2: that it leads to harm' }),
    product: z
      .record(identifier, z.array(identifier))
      .default({})
      .meta({ description: 'For each level of P1 the probabilities of harm, in the order of the levels of P2' }),
    zones: z.array(zone).min(1),
    acceptability: z
      .record(identifier, z.array(identifier))
      .meta({ description: 'For each probability of harm the zones, in the order of the severities' }),
  })
  .meta({ description: 'The matrix by which risks are estimated and judged acceptable' });

/** The schema of an estimate: a severity, and a probability of harm or the two that make it up. */
export const riskEstimateSchema = z
  .strictObject({
    severity: identifier,
    p1: identifier.optional(),
    p2: identifier.optional(),
    probability: identifier.optional(),
  })
  .refine(
    ({ p1, p2, probability }) => (probability === undefined ? p1 !== undefined && p2 !== undefined : !p1 && !p2),
    {
      message: 'wants either probability, or p1 and p2',
    },
  )
  .meta({ description: 'Severity and probability as levels of riskMatrix in tureen.yaml; the acceptability follows' });

/** The schema of who accepted what is left of a risk. */
export const acceptanceSchema = z
  .strictObject({
    by: identifier,
    on: day,
    reason: text.optional().meta({ description: 'Why no further control is practicable, and what speaks for it' }),
    benefit: text.optional().meta({ description: 'Where the benefit is shown that outweighs it (14971, 7.4)' }),
  })
  .meta({ description: 'Who accepted the residual risk' });

/** The device's own matrix. */
export type RiskMatrix = z.infer<typeof riskMatrixSchema>;
/** A level of severity or probability. */
export type RiskLevel = RiskMatrix['severity'][number];
/** What a cell of the matrix means for acceptance. */
export type RiskZone = RiskMatrix['zones'][number];
/** A severity and a probability, as levels of the matrix. */
export type RiskEstimate = z.infer<typeof riskEstimateSchema>;
/** Who accepted a residual risk, when and why. */
export type RiskAcceptance = z.infer<typeof acceptanceSchema>;
