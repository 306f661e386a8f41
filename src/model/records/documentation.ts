import { z } from 'zod';
import { day, identifier, reference, text } from './record.ts';

/** The schema of whether the documentation of a SOUP item is good enough to use it as the device does. */
export const documentationSchema = z
  .strictObject({
    documents: z
      .array(reference)
      .default([])
      .meta({ description: 'What was read, with its version: manual, reference of the interface, release notes' }),
    adequate: z.boolean(),
    reason: text.meta({ description: 'What of the use in this device they describe, and what not' }),
    compensation: text.optional().meta({
      description: 'What makes up for what they lack: own tests, source read, answer of the manufacturer',
    }),
    by: identifier,
    on: day,
  })
  .meta({ description: 'Whether its documentation is good enough for the use in this device' });

/** Whether the documentation of a SOUP item is good enough, and who says so. */
export type Documentation = z.infer<typeof documentationSchema>;
