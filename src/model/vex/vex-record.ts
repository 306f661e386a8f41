import { z } from 'zod';
import { day, text } from '../records/record.ts';

/** The schema of `soup/vex/<name>.yaml`: where a document of others comes from, whose frozen copy lies beside it as JSON. */
export const vexRecordSchema = z
  .strictObject({
    format: z.enum(['cyclonedx', 'openvex', 'csaf', 'spdx3']),
    document: text.meta({ description: 'What the document calls itself' }),
    author: text.meta({ description: 'Who states it, by the word of the document' }),
    issued: text.optional().meta({ description: 'When its author issued it' }),
    from: text.meta({ description: 'The name of the file that was imported' }),
    source: text.optional().meta({ description: 'The address at which it lay, or of the archive that held it' }),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, "is no hash; it is written by 'tureen vex import'"),
    signature: z.strictObject({
      state: z.enum(['unsigned', 'verified', 'failed', 'not-checked']),
      how: text.meta({ description: 'By which key, or why not' }),
    }),
    checksum: text.optional().meta({ description: 'The file with a checksum that it was compared with' }),
    imported: day,
  })
  .meta({
    title: 'VEX of others',
    description: 'Where a VEX document of others comes from; its statements are evidence, never verdicts',
  });

/** Where a document of others comes from, and what proves that it is that. */
export type VexRecord = z.infer<typeof vexRecordSchema>;
