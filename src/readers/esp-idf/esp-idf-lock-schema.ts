import { z } from 'zod';

const text = z.string();

/** A key without a value, and the word `null` of older versions, are as good as absent. */
const optionalText = text.transform((value) => (value === '' || value === 'null' ? undefined : value)).optional();

const sourceSchema = z.looseObject({
  type: text,
  registry_url: optionalText,
  service_url: optionalText,
  git: optionalText,
  path: optionalText,
});

const componentSchema = z.looseObject({
  component_hash: optionalText,
  dependencies: z.array(z.looseObject({ name: text })).optional(),
  source: sourceSchema,
  version: text,
});

const none = z.literal(['', 'null']).transform(() => undefined);

/** The schema of dependencies.lock, versions 1.0.0 to 3.0.0, all scalars as text. */
export const espIdfLockSchema = z.looseObject({
  version: text.regex(/^[123]\./, 'is none of the versions 1 to 3 that are known'),
  dependencies: z.union([z.record(text, componentSchema), none]).optional(),
  direct_dependencies: z.union([z.array(text), none]).optional(),
});

/** A dependencies.lock as its schema gives it. */
export type EspIdfLock = z.infer<typeof espIdfLockSchema>;
/** A component as the lockfile lists it. */
export type LockedComponent = z.infer<typeof componentSchema>;
