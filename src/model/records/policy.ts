import { z } from 'zod';
import { day, identifier, text } from './record.ts';

const ruleChoice = z
  .strictObject({
    rule: text.meta({ description: 'Id of the rule, such as 62304/purpose' }),
    severity: z.enum(['error', 'warning', 'note', 'off']),
    reason: text,
    by: identifier.optional(),
    on: day.optional(),
  })
  .meta({ description: 'How much one rule weighs in this device, and why' });

/** The schema of `policy` in `tureen.yaml`: which packs of rules are asked, and what this device changes in them. */
export const policySchema = z
  .strictObject({
    packs: z
      .array(z.enum(['standard', 'notified-body', 'fda']))
      .min(1)
      .default(['notified-body'])
      .meta({ description: 'Packs that are asked together: of one rule the strictest word counts' }),
    rules: z.array(ruleChoice).default([]),
  })
  .meta({ description: 'How strictly rules are asked' });

/** How strictly the rules are asked of a device. */
export type Policy = z.infer<typeof policySchema>;
/** The name of a pack. */
export type PackName = Policy['packs'][number];
