import { z } from 'zod';

const text = z.string();
const flag = z.boolean().optional();

const detailsSchema = z.looseObject({
  version: text.optional(),
  path: text.optional(),
  git: text.optional(),
  package: text.optional(),
  workspace: flag,
  optional: flag,
  features: z.array(text).default([]),
  'default-features': flag,
});

const dependencies = z
  .record(text, z.union([text, detailsSchema]))
  .default({})
  .transform((table) =>
    Object.fromEntries(
      Object.entries(table).map(([key, value]) => [
        key,
        typeof value === 'string' ? { version: value, features: [] } : value,
      ]),
    ),
  );

const tablesSchema = z.looseObject({
  dependencies,
  'build-dependencies': dependencies,
  'dev-dependencies': dependencies,
});

/** The schema of what tells in a Cargo.toml how packages are used. */
export const cargoManifestSchema = tablesSchema.extend({
  package: z.looseObject({ name: text }).optional(),
  features: z.record(text, z.array(text)).default({}),
  target: z.record(text, tablesSchema).default({}),
  patch: z.record(text, dependencies).default({}),
  workspace: z
    .looseObject({ members: z.array(text).default([]), exclude: z.array(text).default([]), dependencies })
    .optional(),
});

/** A Cargo.toml as its schema gives it. */
export type CargoToml = z.infer<typeof cargoManifestSchema>;
/** The tables of dependencies that a Cargo.toml has for all targets, and for single ones. */
export type DependencyTables = Pick<CargoToml, 'dependencies' | 'build-dependencies' | 'dev-dependencies'>;
/** What a Cargo.toml says of one dependency. */
export type DependencyDetails = z.infer<typeof detailsSchema>;
