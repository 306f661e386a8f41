import { z } from 'zod';

/** How many days before an end of support a device is told of it, where its record says nothing else. */
export const usualNoticeDays = 180;

/** The schema of `support` in `tureen.yaml`: how long before an end of support people want to know. */
export const supportPlan = z
  .strictObject({
    noticeDays: z.number().int().positive().max(3650).default(usualNoticeDays).meta({
      description: 'So many days an update of the device takes, from the decision to the field',
    }),
  })
  .meta({ description: 'When an announced end of support of a SOUP item is told' });
