import { z } from 'zod';

const entrySchema = z.object({
  type: z.string().default('package'),
  dependencies: z.record(z.string(), z.string()).default({}),
});

const referenceSchema = z.object({
  target: z.string().optional(),
  version: z.string().optional(),
  include: z.string().optional(),
  suppressParent: z.string().optional(),
  autoReferenced: z.boolean().default(false),
});

const packSchema = z.object({ name: z.string(), version: z.string() });

/** The schema of obj/project.assets.json, version 2 to 4. */
export const assetsSchema = z.object({
  version: z.number(),
  targets: z.record(z.string(), z.record(z.string(), entrySchema)),
  libraries: z.record(z.string(), z.object({ sha512: z.string().optional(), type: z.string().default('package') })),
  projectFileDependencyGroups: z.record(z.string(), z.array(z.string())).default({}),
  project: z
    .object({
      version: z.string().optional(),
      restore: z.object({ projectName: z.string().optional() }).optional(),
      frameworks: z
        .record(
          z.string(),
          z.object({
            dependencies: z.record(z.string(), referenceSchema).default({}),
            downloadDependencies: z.array(packSchema).default([]),
          }),
        )
        .default({}),
    })
    .optional(),
});

/** An assets file as its schema gives it. */
export type Assets = z.infer<typeof assetsSchema>;
/** A package that the project file asks for, with what it takes of it. */
export type AssetsReference = z.infer<typeof referenceSchema>;
