import { z } from 'zod';

/** A missing one may be written as `null`. */
const digest = z
  .string()
  .transform((text) => (text === 'null' ? '' : text))
  .optional();

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  manager: z.enum(['conda', 'pip']),
  platform: z.string(),
  /** Names with versions that will do; `{}` for none. */
  dependencies: z.record(z.string(), z.string()).or(z.literal('')).optional(),
  url: z.string(),
  hash: z.looseObject({ md5: digest, sha256: digest }).default({}),
  /** Set when the package was asked for by address. */
  source: z.looseObject({ url: z.string().optional() }).or(z.string()).optional(),
  category: z.string().default('main'),
  optional: z.enum(['true', 'false']).default('false'),
  build: z.string().optional(),
});

/** The schema of conda-lock.yml, version 1 and later, read as text. */
export const condaLockSchema = z.looseObject({
  version: z
    .string()
    .regex(/^[1-9]\d*$/, { error: ({ input }) => `is ${JSON.stringify(input)}; only version 1 is known` }),
  metadata: z.looseObject({ sources: z.array(z.string()).default([]) }).default({ sources: [] }),
  package: z.array(packageSchema),
});

/** An entry of `package`: one package on one platform, for one category. */
export type CondaLockPackage = z.infer<typeof packageSchema>;
