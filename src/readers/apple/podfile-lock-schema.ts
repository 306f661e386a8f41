import { z } from 'zod';

const text = z.string();
const texts = z.array(text);
const textsByName = z.record(text, text);

/** An empty list or mapping is written as nothing at all. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** The schema of Podfile.lock, as CocoaPods has written it since 0.17; every value is text. */
export const podfileLockSchema = z
  .looseObject({
    PODS: optional(z.array(z.union([text, z.record(text, texts)]))),
    DEPENDENCIES: optional(texts),
    'EXTERNAL SOURCES': optional(z.record(text, textsByName)),
    'CHECKOUT OPTIONS': optional(z.record(text, textsByName)),
    'SPEC CHECKSUMS': optional(textsByName),
  })
  .refine(
    ({ PODS, DEPENDENCIES, ...rest }) => PODS !== undefined || (DEPENDENCIES === undefined && 'COCOAPODS' in rest),
    {
      message: 'has no list "PODS"',
    },
  );

/** A Podfile.lock as its schema gives it. */
export type PodfileLock = z.infer<typeof podfileLockSchema>;
