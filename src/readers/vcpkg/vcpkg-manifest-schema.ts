import { z } from 'zod';

const text = z.string();

const dependencySchema = z.union([
  text.transform((name) => ({ name, host: false, 'version>=': undefined })),
  z.looseObject({ name: text, host: z.boolean().default(false), 'version>=': text.optional() }),
]);

const overrideSchema = z.looseObject({
  name: text,
  version: text.optional(),
  'version-semver': text.optional(),
  'version-date': text.optional(),
  'version-string': text.optional(),
  'port-version': z.int().optional(),
});

const registrySchema = z.looseObject({
  kind: text,
  repository: text.optional(),
  path: text.optional(),
  baseline: text.optional(),
  packages: z.array(text).optional(),
});

/** The schema of a vcpkg-configuration.json. */
export const vcpkgConfigurationSchema = z.looseObject({
  'default-registry': registrySchema.nullish(),
  registries: z.array(registrySchema).optional(),
  'overlay-ports': z.array(text).optional(),
});

/** The schema of a vcpkg.json, be it the manifest of a project or that of a port. */
export const vcpkgManifestSchema = z.looseObject({
  name: text.optional(),
  dependencies: z.array(dependencySchema).default([]),
  'default-features': z.array(z.union([text, z.looseObject({ name: text }).transform(({ name }) => name)])).default([]),
  features: z.record(text, z.looseObject({ dependencies: z.array(dependencySchema).default([]) })).default({}),
  overrides: z.array(overrideSchema).default([]),
  'builtin-baseline': text.optional(),
  'vcpkg-configuration': vcpkgConfigurationSchema.optional(),
});

/** A manifest as its schema gives it. */
export type VcpkgManifest = z.infer<typeof vcpkgManifestSchema>;
/** A dependency that a manifest asks for. */
export type VcpkgDependency = z.infer<typeof dependencySchema>;
/** A version that a manifest forces upon a port, however it is asked for. */
export type VcpkgOverride = z.infer<typeof overrideSchema>;
/** The registries that ports are taken from. */
export type VcpkgConfiguration = z.infer<typeof vcpkgConfigurationSchema>;
