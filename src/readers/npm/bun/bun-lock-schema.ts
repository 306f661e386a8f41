import { z } from 'zod';

const ranges = z.record(z.string(), z.string());

const wantsSchema = z.object({
  dependencies: ranges.optional(),
  optionalDependencies: ranges.optional(),
  peerDependencies: ranges.optional(),
  optionalPeers: z.array(z.string()).optional(),
});

const workspaceSchema = wantsSchema.extend({
  name: z.string().optional(),
  version: z.string().optional(),
  devDependencies: ranges.optional(),
});

/** A workspace, keyed by its folder; the root's is the empty text. */
export type BunWorkspace = z.infer<typeof workspaceSchema>;
/** What a package wants of others. */
export type BunWants = z.infer<typeof wantsSchema>;
/**
 * A package, keyed by the path of names that leads to it: what it is, `name@version` or `name@address`; what it wants;
 * for a registry's packages, its address in between; at the end the integrity, or of a repository the commit.
 */
export type BunPackage = z.infer<typeof packageSchema>;
/** A whole bun.lock. */
export type BunLock = z.infer<typeof bunLockSchema>;

const packageSchema = z.tuple([z.string()], z.union([z.string(), wantsSchema]));

/** The schema of a bun.lock, lockfileVersion 0 to 3: the third only holds overrides below a package. */
export const bunLockSchema = z.object({
  lockfileVersion: z.number().max(3, 'versions 0 to 3 are understood'),
  workspaces: z.record(z.string(), workspaceSchema),
  packages: z.record(z.string(), packageSchema).optional(),
  patchedDependencies: ranges.optional(),
});
