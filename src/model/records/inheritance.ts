import { z } from 'zod';
import { packageUrl, text } from './record.ts';

/** The judgements that one record may take from another; what is about the package itself it states itself. */
export const inheritable = [
  'requirements',
  'system',
  'failureModes',
  'segregation',
  'documentation',
  'support',
  'security',
] as const;

/** The schema of what a record takes from the record of another SOUP item, and why that holds for it, too. */
export const inheritanceSchema = z
  .strictObject({
    from: packageUrl.meta({ description: 'The SOUP item whose record holds the judgement' }),
    judgements: z.array(z.enum(inheritable)).min(1, 'is empty; name the judgements that are inherited'),
    reason: text.meta({ description: 'Why the judgement of the other holds for this one' }),
  })
  .meta({ description: 'Judgements that are taken from the record of another SOUP item, and why they hold here' });

/** What a record takes from the record of another SOUP item. */
export type Inheritance = z.infer<typeof inheritanceSchema>;
/** A judgement that one record may take from another. */
export type Inheritable = (typeof inheritable)[number];
