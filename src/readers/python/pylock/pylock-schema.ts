import { z } from 'zod';

const texts = z.array(z.string());
const hashes = z.record(z.string(), z.string()).default({});
const place = { url: z.string().optional(), path: z.string().optional() };

const archiveSchema = z.looseObject({ ...place, name: z.string().optional(), hashes });

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  marker: z.string().optional(),
  dependencies: z.array(z.looseObject({ name: z.string(), version: z.string().optional() })).optional(),
  vcs: z
    .looseObject({
      ...place,
      type: z.string(),
      'commit-id': z.string().optional(),
      'requested-revision': z.string().optional(),
      subdirectory: z.string().optional(),
    })
    .optional(),
  directory: z.looseObject({ path: z.string(), editable: z.boolean().default(false) }).optional(),
  archive: archiveSchema.optional(),
  sdist: archiveSchema.optional(),
  wheels: z.array(archiveSchema).default([]),
  tool: z
    .looseObject({
      /** PDM leaves out the standard's `dependencies` and keeps its own (PEP 508). */
      pdm: z.looseObject({ dependencies: texts.optional() }).optional(),
    })
    .optional(),
});

/** The schema of pylock.toml (PEP 751), lock-version 1. */
export const pylockSchema = z.looseObject({
  'lock-version': z.string().regex(/^1\./, 'is not known; only lock-version 1 is'),
  'requires-python': z.string().default('*'),
  extras: texts.default([]),
  'dependency-groups': texts.default([]),
  'default-groups': texts.default([]),
  packages: z.array(packageSchema),
});

/** A pylock.toml as its schema gives it. */
export type Pylock = z.infer<typeof pylockSchema>;
/** An entry of `[[packages]]`. */
export type PylockPackage = z.infer<typeof packageSchema>;
/** An archive: given by its address, from source, or a wheel. */
export type PylockArchive = z.infer<typeof archiveSchema>;
