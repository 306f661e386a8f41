import { z } from 'zod';
import { day, identifier, text } from './record.ts';

/** The risk transfer categories of IEC 81001-5-1, 4.3, from the one under which the manufacturer of the device does most. */
export const riskTransferCategories = ['maintained', 'supported', 'required'] as const;

const category = z.enum(riskTransferCategories);

/** The schema of the risk transfer category of a SOUP item with each change of it. */
export const riskTransferSchema = z
  .strictObject({
    category,
    reason: text,
    history: z
      .array(
        z.strictObject({
          from: category,
          to: category,
          on: day,
          by: identifier.optional(),
          reason: text.optional().meta({
            description: 'Why it changed; required where the manufacturer of the device does less from then on',
          }),
        }),
      )
      .default([])
      .meta({ description: 'Changes of the category, the oldest first' }),
  })
  .meta({ description: 'Risk transfer category of IEC 81001-5-1, 4.3' });

/** The risk transfer category of a SOUP item, now and before. */
export type RiskTransfer = z.infer<typeof riskTransferSchema>;
