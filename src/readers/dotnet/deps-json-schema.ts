import { z } from 'zod';

const files = z.record(z.string(), z.unknown()).default({});

const entrySchema = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  runtime: files,
  native: files,
  resources: files,
  runtimeTargets: files,
  compileOnly: z.boolean().default(false),
});

const librarySchema = z.object({ type: z.string(), sha512: z.string().default('') });

/** The schema of a `<application>.deps.json`. */
export const depsJsonSchema = z.object({
  runtimeTarget: z.union([z.string(), z.object({ name: z.string() })]),
  targets: z.record(z.string(), z.record(z.string(), entrySchema)),
  libraries: z.record(z.string(), librarySchema).default({}),
});

/** What of a library the runtime loads in one target. */
export type DepsEntry = z.infer<typeof entrySchema>;
/** What a library is: a package, a project of the product, a pack of the runtime, or an assembly taken from a path. */
export type DepsLibrary = z.infer<typeof librarySchema>;
