import { z } from 'zod';
import { reference, text } from './record.ts';

/** The schema of what keeps a SOUP item from harming the software around it, or why nothing has to (5.3.5). */
export const itemSegregationSchema = z
  .strictObject({
    mechanism: text.optional().meta({ description: 'What keeps it apart, such as a process without write access' }),
    evidence: z.array(reference).default([]).meta({ description: 'Tests or documents that show that it works' }),
    none: text.optional().meta({ description: 'Instead: why its failure cannot reach the software around it' }),
  })
  .refine(({ mechanism, none }) => (mechanism === undefined) !== (none === undefined), {
    message: 'has to name either a mechanism or none; write one of the two',
  })
  .meta({ description: 'What keeps it from harming the software around it, or why nothing has to (5.3.5, class C)' });

/** What keeps a SOUP item from harming the software around it, or why nothing has to: one of the two is stated. */
export type ItemSegregation = z.infer<typeof itemSegregationSchema>;
