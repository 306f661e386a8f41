import { z } from 'zod';

/** Checked in one go and not copied: a lockfile holds thousands of these. */
const names = z.custom<Readonly<Record<string, string>>>(isMapOfTexts, 'is no map of names to texts');

const entrySchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.union([z.string(), z.boolean()]).optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  devOptional: z.boolean().optional(),
  extraneous: z.boolean().optional(),
  license: z.unknown().optional(),
  dependencies: names.optional(),
  devDependencies: names.optional(),
  optionalDependencies: names.optional(),
  peerDependencies: names.optional(),
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).optional(),
});

const branchSchema = z.object({
  version: z.string(),
  resolved: z.union([z.string(), z.boolean()]).optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  bundled: z.boolean().optional(),
  requires: z.union([z.boolean(), names]).optional(),
  get dependencies() {
    return z.record(z.string(), branchSchema).optional();
  },
});

/** An entry of the `packages` map, keyed by its folder. */
export type LockEntry = z.infer<typeof entrySchema>;
/** A node of the version 1 tree. */
export type LockBranch = z.infer<typeof branchSchema>;

/** The schema of a package-lock.json or npm-shrinkwrap.json, lockfileVersion 1 to 3. */
export const lockSchema = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  lockfileVersion: z.number().optional(),
  packages: z.record(z.string(), entrySchema).optional(),
  dependencies: z.record(z.string(), branchSchema).optional(),
});

function isMapOfTexts(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  for (const name in value) if (typeof Reflect.get(value, name) !== 'string') return false;
  return true;
}
