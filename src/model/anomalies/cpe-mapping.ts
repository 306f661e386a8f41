import { z } from 'zod';
import { day, identifier, text } from '../records/record.ts';

const name = text.regex(
  /^[^\s/]+$/,
  'is no name of CPE; write it as the dictionary does, in lower case with "_" for spaces',
);

/** A person's word that a package is a product of CPE and CVE records; without it none of them is matched. */
export const cpeMapping = z
  .strictObject({
    vendor: name.meta({ description: 'The vendor as CPE names it, such as haxx' }),
    product: name.meta({ description: 'The product as CPE names it, such as curl' }),
    targetSoftware: name.optional().meta({ description: 'Only entries for this software, such as node.js' }),
    by: identifier,
    on: day,
    reason: text.meta({ description: 'How it is known that they are the same' }),
  })
  .meta({ description: 'A product of the CPE dictionary that this package is, confirmed by a person' });

/** A confirmed product of CPE for a package. */
export type CpeMapping = z.infer<typeof cpeMapping>;
