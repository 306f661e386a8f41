import { z } from 'zod';

const ranges = z.record(z.string(), z.string());

const entrySchema = z.object({
  version: z.string(),
  resolution: z.string(),
  dependencies: ranges.optional(),
  dependenciesMeta: z.record(z.string(), z.object({ optional: z.string().optional() })).optional(),
  checksum: z.string().optional(),
});

/** An entry of a yarn.lock of yarn 2 and later; its key lists the descriptors that it answers. */
export type BerryEntry = z.infer<typeof entrySchema>;

/**
 * The schema of a yarn.lock of yarn 2 and later, in which every scalar is text. Its `__metadata` says version 4 for
 * yarn 2, 5 and 6 for yarn 3, 8 and more for yarn 4; entries are alike in all of them.
 */
export const berryLockSchema = z
  .looseObject({ __metadata: z.object({ version: z.string() }) })
  .transform(({ __metadata, ...entries }) => entries)
  .pipe(z.record(z.string(), entrySchema));

/** The schema of what a .yarnrc.yml says of catalogs. */
export const yarnrcSchema = z.object({
  catalog: ranges.optional(),
  catalogs: z.record(z.string(), ranges).optional(),
});
