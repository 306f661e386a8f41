import { z } from 'zod';

const sourceSchema = z.looseObject({
  registry: z.string().optional(),
  git: z.string().optional(),
  url: z.string().optional(),
  path: z.string().optional(),
  directory: z.string().optional(),
  editable: z.string().optional(),
  virtual: z.string().optional(),
});

const edgeSchema = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  source: sourceSchema.optional(),
  extra: z.array(z.string()).default([]),
});

const archiveSchema = z.looseObject({
  url: z.string().optional(),
  path: z.string().optional(),
  filename: z.string().optional(),
  hash: z.string().optional(),
});

const edges = z.array(edgeSchema).default([]);
const namedEdges = z.record(z.string(), z.array(edgeSchema)).default({});

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  source: sourceSchema,
  dependencies: edges,
  'optional-dependencies': namedEdges,
  'dev-dependencies': namedEdges,
  sdist: archiveSchema.optional(),
  wheels: z.array(archiveSchema).default([]),
});

/** The schema of uv.lock, version 1. */
export const uvLockSchema = z.looseObject({
  version: z.literal(1, {
    error: ({ input }) => `is ${typeof input === 'number' ? input : 'no number'}; only version 1 is known`,
  }),
  distribution: z.undefined('stems from an early uv; lock the project anew').optional(),
  manifest: z
    .looseObject({
      members: z.array(z.string()).default([]),
      requirements: edges,
      'dependency-groups': namedEdges,
    })
    .optional(),
  package: z.array(packageSchema).default([]),
});

/** A uv.lock as its schema gives it. */
export type UvLock = z.infer<typeof uvLockSchema>;
/** An entry of `[[package]]`. */
export type UvPackage = z.infer<typeof packageSchema>;
/** What a package, extra or group asks for; a version and a source stand only where the name alone would not tell. */
export type UvEdge = z.infer<typeof edgeSchema>;
