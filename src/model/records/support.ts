import { z } from 'zod';
import { day, reference, text } from './record.ts';

const assessment = z.strictObject({
  level: z.enum(['maintained', 'limited', 'end-of-support', 'unknown', 'withheld']).meta({
    description: 'unknown: somebody looked and found nothing; withheld: the manufacturer knows and does not tell',
  }),
  until: day.optional().meta({ description: 'The end of support, where one is announced' }),
  reason: text.optional().meta({ description: 'Why the level is what it is; required where it is withheld' }),
  source: reference.meta({ description: 'Where it is known from, or where somebody looked' }),
  assessed: day,
});

/** The schema of how a SOUP item is supported by who makes it: level, source and date, and what they were before. */
export const supportSchema = assessment
  .extend({
    plan: text
      .optional()
      .meta({ description: 'What is done where support is limited or ends: update, replace, argue' }),
    history: z.array(assessment).default([]).meta({ description: 'Earlier assessments, the oldest first' }),
  })
  .meta({ description: 'Whether it is supported by who makes it, who says so, and since when (81001-5-1, 4.1.5)' });

/** How a SOUP item is supported, now and before. */
export type Support = z.infer<typeof supportSchema>;
