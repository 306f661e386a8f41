import { z } from 'zod';

const references = z.record(z.string(), z.string());
/** A reference, alone or beside the specifier that was asked for. */
const asked = z.record(z.string(), z.union([z.string(), z.object({ version: z.string() })]));

const importerSchema = z.object({
  dependencies: asked.optional(),
  optionalDependencies: asked.optional(),
  devDependencies: asked.optional(),
  configDependencies: asked.optional(),
  packageManagerDependencies: asked.optional(),
});

const snapshotSchema = z.object({
  dependencies: references.optional(),
  optionalDependencies: references.optional(),
});

const packageSchema = snapshotSchema.extend({
  name: z.string().optional(),
  version: z.string().optional(),
  resolution: z
    .object({
      integrity: z.string().optional(),
      tarball: z.string().optional(),
      directory: z.string().optional(),
      repo: z.string().optional(),
      commit: z.string().optional(),
      variants: z
        .array(z.object({ resolution: z.object({ url: z.string().optional(), integrity: z.string().optional() }) }))
        .optional(),
    })
    .optional(),
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.string().optional() })).optional(),
});

/** What a workspace asks for: by name, a reference that leads to a key of the packages. */
export type PnpmImporter = z.infer<typeof importerSchema>;
/** A package of the lockfile. Up to version 6 it says what it needs itself. */
export type PnpmPackage = z.infer<typeof packageSchema>;
/** From version 9, what a package needs beside certain peers. */
export type PnpmSnapshot = z.infer<typeof snapshotSchema>;
/** One document of a pnpm-lock.yaml. */
export type PnpmLock = z.infer<typeof pnpmLockSchema>;

/** The schema of a pnpm-lock.yaml, lockfileVersion 5 to 9, in which every scalar is text. */
export const pnpmLockSchema = importerSchema.extend({
  lockfileVersion: z.string(),
  importers: z.record(z.string(), importerSchema).optional(),
  packages: z.record(z.string(), packageSchema).optional(),
  snapshots: z.record(z.string(), snapshotSchema).optional(),
  patchedDependencies: z
    .record(z.string(), z.union([z.string(), z.object({ path: z.string().optional() })]))
    .optional(),
});
