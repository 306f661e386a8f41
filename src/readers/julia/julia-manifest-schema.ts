import { z } from 'zod';

const text = z.string();

/** Names, or names with the UUIDs that tell two of one name apart. */
const needs = z.union([z.array(text), z.record(text, text)]).optional();

const entrySchema = z.object({
  uuid: text.optional(),
  version: text.optional(),
  deps: needs,
  weakdeps: needs,
  path: text.optional(),
  'git-tree-sha1': text.optional(),
  'repo-url': text.optional(),
  'repo-rev': text.optional(),
  'repo-subdir': text.optional(),
  registries: z.union([text, z.array(text)]).optional(),
});

const packagesSchema = z.record(text, z.array(entrySchema));

const headSchema = z.object({
  julia_version: text.optional(),
  manifest_format: z.union([text, z.number()]).optional(),
  registries: z.record(text, z.object({ url: text.optional() })).optional(),
});

/** A package of a manifest; several may share a name. */
export type JuliaEntry = z.infer<typeof entrySchema>;

/** The schema of what stands around the packages, formats 1 and 2. */
export const juliaHeadSchema: z.ZodType<JuliaHead> = headSchema;
/** What stands around the packages. */
export type JuliaHead = z.infer<typeof headSchema>;

/** The schema of the packages by name: a manifest's table `deps`, or in format 1 the manifest itself. */
export const juliaPackagesSchema: z.ZodType<JuliaPackages> = packagesSchema;
/** The packages by name. */
export type JuliaPackages = Readonly<Record<string, readonly JuliaEntry[]>>;

const names = z.record(text, text);

/** The schema of what is asked of Project.toml. */
export const juliaProjectSchema = z.object({
  name: text.optional(),
  uuid: text.optional(),
  version: text.optional(),
  deps: names.optional(),
  extras: names.optional(),
  targets: z.record(text, z.array(text)).optional(),
  workspace: z.object({ projects: z.array(text).optional() }).optional(),
});

/** The names that a list of needs holds, each with its UUID where that is told. */
export function needsIn(field: JuliaEntry['deps']): readonly JuliaNeed[] {
  if (field === undefined) return [];
  return Array.isArray(field)
    ? field.map((name) => ({ name, uuid: undefined }))
    : Object.entries(field).map(([name, uuid]) => ({ name, uuid }));
}

/** A package that is needed. */
export type JuliaNeed = { readonly name: string; readonly uuid: string | undefined };
