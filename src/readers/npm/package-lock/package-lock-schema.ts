import { z } from 'zod/mini';

/** Checked in one go and not copied: a lockfile holds thousands of these. */
const names = z.custom<Readonly<Record<string, string>>>(isMapOfTexts, 'is no map of names to texts');

const entrySchema = z.object({
  name: z.optional(z.string()),
  version: z.optional(z.string()),
  resolved: z.optional(z.union([z.string(), z.boolean()])),
  integrity: z.optional(z.string()),
  link: z.optional(z.boolean()),
  dev: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  devOptional: z.optional(z.boolean()),
  extraneous: z.optional(z.boolean()),
  license: z.optional(z.unknown()),
  dependencies: z.optional(names),
  devDependencies: z.optional(names),
  optionalDependencies: z.optional(names),
  peerDependencies: z.optional(names),
  peerDependenciesMeta: z.optional(z.record(z.string(), z.object({ optional: z.optional(z.boolean()) }))),
});

const branchSchema = z.object({
  version: z.string(),
  resolved: z.optional(z.union([z.string(), z.boolean()])),
  integrity: z.optional(z.string()),
  dev: z.optional(z.boolean()),
  optional: z.optional(z.boolean()),
  bundled: z.optional(z.boolean()),
  requires: z.optional(z.union([z.boolean(), names])),
  get dependencies() {
    return z.optional(z.record(z.string(), branchSchema));
  },
});

/** An entry of the `packages` map, keyed by its folder. */
export type LockEntry = z.infer<typeof entrySchema>;
/** A node of the version 1 tree. */
export type LockBranch = z.infer<typeof branchSchema>;

/** The schema of a package-lock.json or npm-shrinkwrap.json, lockfileVersion 1 to 3. */
export const lockSchema = z.object({
  name: z.optional(z.string()),
  version: z.optional(z.string()),
  lockfileVersion: z.optional(z.number()),
  packages: z.optional(z.record(z.string(), entrySchema)),
  dependencies: z.optional(z.record(z.string(), branchSchema)),
});

function isMapOfTexts(value: unknown): boolean {
  if (!isMap(value)) return false;
  for (const name in value) if (typeof value[name] !== 'string') return false;
  return true;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
