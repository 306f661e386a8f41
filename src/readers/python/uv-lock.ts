import { z } from 'zod';
import { shapeProblems, syntaxProblem, unreadable } from '../../base/reading.ts';
import { checkSchema } from '../../base/schema.ts';
import { parseToml } from '../../base/toml.ts';
import type { Reader } from '../../model/reader.ts';
import { tomlLines } from './toml-lines.ts';
import { readUvPackages } from './uv-packages.ts';

/** Reads uv's lockfile, version 1; its revisions only add to what older ones hold. */
export const uvLock: Reader = {
  name: 'uv-lock',
  title: 'uv.lock and the locks that uv keeps beside scripts',
  capabilities: { scope: true, graph: true, hashes: true, licence: false, direct: true },
  read: ({ path, text }) => {
    const toml = parseToml(text);
    if ('message' in toml) return unreadable(syntaxProblem(path, toml.message, toml.at));
    const lineOf = tomlLines(text);
    const lock = checkSchema(lockSchema, toml.value);
    if (!lock.ok) return unreadable(...shapeProblems(path, lock.problems, lineOf));
    return readUvPackages(path, lock.value, lineOf);
  },
};

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

const lockSchema = z.looseObject({
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
export type UvLock = z.infer<typeof lockSchema>;
/** An entry of `[[package]]`. */
export type UvPackage = z.infer<typeof packageSchema>;
/** What a package, extra or group asks for; a version and a source stand only where the name alone would not tell. */
export type UvEdge = z.infer<typeof edgeSchema>;
