import { z } from 'zod';
import { day, identifier, reference, text } from './record.ts';

const ids = z.array(identifier).default([]);

const testRun = z
  .strictObject({
    file: text.optional().meta({ description: 'The file of results, from the root of the repository' }),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "is no SHA-256; it is written by 'tureen import test-results'")
      .optional(),
    document: reference.optional().meta({ description: 'The report of tests that people carried out' }),
    on: day.meta({ description: 'When the tests ran' }),
    by: identifier.optional().meta({ description: 'Who carried them out, or answers for the run' }),
    environment: reference.optional().meta({ description: 'What they ran on' }),
    versionsFrom: z.enum(['results', 'inventory', 'person']).optional().meta({
      description: 'Who tells the versions under tested: the file of results, the inventory on import, or a person',
    }),
    tested: z
      .array(
        z
          .string()
          .regex(/^pkg:[a-z0-9.+-]+\/\S[^\s@]*@\S+$/, "is no package URL with version; write 'pkg:npm/a@1.0.0'"),
      )
      .default([])
      .meta({ description: 'SOUP that was in the product under test, with the version' }),
    passed: ids,
    failed: ids,
    skipped: ids,
  })
  .refine(({ file, document }) => file !== undefined || document !== undefined, {
    message: 'names neither a file of results nor a document',
  })
  .refine(({ file, sha256 }) => file === undefined || sha256 !== undefined, {
    message: "has a file without its sha256; run 'tureen import test-results'",
  })
  .meta({ description: 'Tests that ran together, and what came of each' });

/** The schema of `soup/verification.yaml`: what came of the tests that requirements and controls name. */
export const verificationSchema = z
  .strictObject({
    testIds: z.array(text).default([]).meta({
      description: 'Which names under verifiedBy are tests, such as TEST-*; all others are documents that people read',
    }),
    runs: z.array(testRun).default([]),
  })
  .meta({ title: 'Verification', description: 'What came of the tests that requirements and controls name' });

/** What was recorded of tests. */
export type Verification = z.infer<typeof verificationSchema>;
/** Tests that ran together. */
export type TestRun = Verification['runs'][number];
