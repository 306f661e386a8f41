import { z } from 'zod';

const text = z.string();

/** PHP writes an empty mapping as an empty list. */
const mapping = z.union([z.record(text, text), z.array(z.unknown())]).nullish();

const originSchema = z.object({
  type: text.nullish(),
  url: text.nullish(),
  reference: text.nullish(),
  shasum: text.nullish(),
});

/** The schema of a package, as locked and as installed. */
export const composerEntrySchema = z.object({
  name: text,
  version: text,
  source: originSchema.nullish(),
  dist: originSchema.nullish(),
  require: mapping,
  replace: mapping,
  provide: mapping,
  license: z.union([text, z.array(text)]).nullish(),
  authors: z.array(z.object({ name: text.nullish() })).nullish(),
  homepage: text.nullish(),
  description: text.nullish(),
  'notification-url': text.nullish(),
});

/** The schema of composer.lock, as Composer 1 and 2 write it. */
export const composerLockSchema = z.object({
  packages: z.array(composerEntrySchema),
  'packages-dev': z.array(composerEntrySchema).nullish(),
  aliases: z.array(z.object({ package: text, version: text, alias: text })).nullish(),
  platform: mapping,
});

/** A composer.lock as its schema gives it. */
export type ComposerLock = z.infer<typeof composerLockSchema>;
/** An entry of `packages` or `packages-dev`. */
export type ComposerEntry = z.infer<typeof composerEntrySchema>;

/** The schema of what is asked of composer.json. */
export const composerManifestSchema = z.object({
  name: text.optional(),
  version: text.optional(),
  require: mapping,
  'require-dev': mapping,
  replace: mapping,
  provide: mapping,
});

/** The keys of a mapping of names, lower-cased as Composer compares them, without what is no package: PHP and its extensions. */
export function packageNames(mapped: z.infer<typeof mapping>): readonly string[] {
  return keysOf(mapped).filter((name) => name.includes('/'));
}

/** The keys of a mapping that name PHP, one of its extensions or a library of the machine. */
export function platformNames(mapped: z.infer<typeof mapping>): readonly string[] {
  return keysOf(mapped).filter((name) => /^(?:php(?:-.*)?|hhvm|ext-.*|lib-.*)$/.test(name));
}

function keysOf(mapped: z.infer<typeof mapping>): readonly string[] {
  return mapped === undefined || mapped === null || Array.isArray(mapped)
    ? []
    : Object.keys(mapped).map((name) => name.toLowerCase());
}
