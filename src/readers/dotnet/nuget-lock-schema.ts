import { z } from 'zod';

const entrySchema = z.object({
  type: z.string(),
  requested: z.string().optional(),
  resolved: z.string().optional(),
  contentHash: z.string().optional(),
  dependencies: z.record(z.string(), z.string()).default({}),
});

/** The schema of packages.lock.json, version 1, and 2 with versions that are set centrally. */
export const nugetLockSchema = z.object({
  version: z.number(),
  dependencies: z.record(z.string(), z.record(z.string(), entrySchema)),
});

/** An entry of a section: a package, or a project of the product. */
export type NugetLockEntry = z.infer<typeof entrySchema>;
