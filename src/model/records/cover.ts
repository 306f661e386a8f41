import { z } from 'zod';
import { packagePattern, text } from './record.ts';

const shared = {
  reason: text,
  safetyPath: z
    .strictObject({ on: z.boolean(), reason: text })
    .optional()
    .meta({ description: 'Whether what is covered is on the safety path, where the record is; what is gets a record' }),
};

/** The schema of what a record accounts for besides its own package. */
export const coverSchema = z
  .union([
    z.strictObject({ dependencies: z.literal(true), ...shared }),
    z.strictObject({
      packages: packagePattern,
      dependencies: z.literal(true).optional().meta({
        description: 'Also what these packages bring in, as for packages that are released together',
      }),
      ...shared,
    }),
  ])
  .meta({ description: 'Components that this record accounts for besides its own, and why that is enough' });

/** What a record accounts for besides its own package, and why that is enough. */
export type ItemCover = z.infer<typeof coverSchema>;
