import { z } from 'zod';

const text = z.string().optional();
const texts = z.array(z.string()).or(z.literal('')).optional();

/** What names a package in an environment: an address or path, and more where that does not tell one package from another. */
const selectorSchema = z.looseObject({
  conda: text,
  pypi: text,
  /** Since version 7: `<name>[<hash>] @ <folder or address>`, built by pixi itself. */
  source: text,
  name: text,
  version: text,
  build: text,
  subdir: text,
});

const packageSchema = selectorSchema.extend({
  /** Up to version 5, with the place in `url` or `path`. */
  kind: text,
  url: text,
  path: text,
  channel: text,
  md5: text,
  sha256: text,
  license: text,
  depends: texts,
  requires_dist: texts,
  /** Package URLs by which the packages of other registries are known to be in this one. */
  purls: texts,
  editable: text,
});

/** The schema of pixi.lock, version 4 and later, read as text. */
export const pixiLockSchema = z.looseObject({
  version: z.string().regex(/^(?:[4-9]|[1-9]\d+)$/, {
    error: ({ input }) => `is ${JSON.stringify(input)}; versions 1 to 7 are known`,
  }),
  environments: z.record(
    z.string(),
    z.looseObject({
      packages: z
        .record(z.string(), z.array(selectorSchema).or(z.literal('')))
        .or(z.literal(''))
        .optional(),
    }),
  ),
  packages: z.array(packageSchema),
});

/** A pixi.lock as its schema gives it. */
export type PixiLock = z.infer<typeof pixiLockSchema>;
/** An entry of a platform of an environment. */
export type PixiSelector = z.infer<typeof selectorSchema>;
/** An entry of `packages`. */
export type PixiPackage = z.infer<typeof packageSchema>;
