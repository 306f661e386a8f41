import { z } from 'zod';

const fileSchema = z.looseObject({ file: z.string(), hash: z.string() });

const sourceSchema = z.looseObject({
  type: z.string().default('legacy'),
  url: z.string().default(''),
  reference: z.string().optional(),
  resolved_reference: z.string().optional(),
  subdirectory: z.string().optional(),
});

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  description: z.string().optional(),
  optional: z.boolean().default(false),
  category: z.string().optional(),
  groups: z.array(z.string()).optional(),
  markers: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  files: z.array(fileSchema).optional(),
  dependencies: z.record(z.string(), z.unknown()).default({}),
  extras: z.record(z.string(), z.array(z.string())).default({}),
  source: sourceSchema.optional(),
});

/** The schema of poetry.lock: lock-version 1.0 to 2.1, and what Poetry wrote before it numbered them. */
export const poetryLockSchema = z.looseObject({
  package: z.array(packageSchema).default([]),
  /** The project's own extras: names of packages. */
  extras: z.record(z.string(), z.array(z.string())).default({}),
  metadata: z
    .looseObject({
      'lock-version': z
        .string()
        .regex(/^[12]\./, 'is not known; Poetry 1 and 2 write 1.0 to 2.1')
        .optional(),
      'python-versions': z.string().optional(),
      files: z.record(z.string(), z.array(fileSchema)).optional(),
      hashes: z.record(z.string(), z.array(z.string())).optional(),
    })
    .optional(),
});

/** A poetry.lock as its schema gives it. */
export type PoetryLock = z.infer<typeof poetryLockSchema>;
/** An entry of `[[package]]`. */
export type PoetryPackage = z.infer<typeof packageSchema>;
/** An archive with its hash. */
export type PoetryFile = z.infer<typeof fileSchema>;
