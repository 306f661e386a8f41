import { z } from 'zod';

const text = z.string();

const descriptionSchema = z.looseObject({
  sha256: text.optional(),
  path: text.optional(),
  url: text.optional(),
  ref: text.optional(),
  'resolved-ref': text.optional(),
});

const packageSchema = z.looseObject({
  dependency: text.optional(),
  description: z.union([text, descriptionSchema]).transform((value) => (typeof value === 'string' ? {} : value)),
  source: text,
  version: text.optional(),
});

/** An empty mapping is written as `{}` or as nothing at all. */
const emptied = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? {} : value), schema);

/** The schema of pubspec.lock, as pub has written it since Dart 1.0; every value is text. */
export const pubspecLockSchema = z
  .looseObject({
    packages: emptied(z.record(text, packageSchema)),
    sdks: emptied(z.record(text, text)).optional(),
  })
  .refine(({ packages, sdks }) => sdks !== undefined || Object.keys(packages).length > 0, {
    message: 'ends after "packages"',
  });

/** A pubspec.lock as its schema gives it. */
export type PubspecLock = z.infer<typeof pubspecLockSchema>;
/** An entry below `packages`. */
export type PubEntry = z.infer<typeof packageSchema>;
