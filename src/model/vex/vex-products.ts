import { z } from 'zod';
import { day, identifier, packageUrl, text } from '../records/record.ts';

/** Products as suppliers name them in their advisories, each with the package that a person confirmed it to be. */
export const vexProducts = z
  .array(
    z.strictObject({
      vendor: text.optional().meta({ description: 'The vendor as the documents name it; any where it is left out' }),
      product: text.meta({ description: 'The product as the documents name it, without version' }),
      package: packageUrl,
      reason: text.meta({ description: 'How it is known that they are the same' }),
      by: identifier,
      on: day,
    }),
  )
  .meta({
    description: 'Products that VEX and CSAF of others name without a package URL; never guessed, only confirmed',
  });

/** A product of a supplier that a person confirmed to be a package. */
export type VexProductName = z.infer<typeof vexProducts>[number];
