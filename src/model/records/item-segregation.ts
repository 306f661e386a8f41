import { z } from 'zod';
import { text } from './record.ts';
import { segregationSchema } from './segregation.ts';

/** The schema of what keeps a SOUP item from harming the software around it, or why nothing has to (5.3.5). */
export const itemSegregationSchema = z
  .union([
    segregationSchema,
    z.strictObject({
      none: text.meta({ description: 'Why its failure cannot reach the software around it without one' }),
    }),
  ])
  .meta({ description: 'What keeps it from harming the software around it, or why nothing has to (5.3.5, class C)' });

/** What keeps a SOUP item from harming the software around it, or why nothing has to. */
export type ItemSegregation = z.infer<typeof itemSegregationSchema>;
