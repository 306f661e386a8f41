import { z } from 'zod';
import { text } from '../records/record.ts';

/** The schema of `importedFrom` in a SOUP item's record: the row of a list from which its draft was made. */
export const listSource = z
  .strictObject({
    file: text,
    sheet: text.optional(),
    row: z.int().positive(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'is no sha256; write 64 digits and letters from a to f'),
    said: z.record(text, text).default({}).meta({
      description: 'What else the row said, by the title of the column: a statement, until a person judges it',
    }),
  })
  .meta({ description: 'The row of a SOUP list from which the draft was made' });

/** The row of a list that a draft was made from. */
export type ListSource = z.infer<typeof listSource>;
