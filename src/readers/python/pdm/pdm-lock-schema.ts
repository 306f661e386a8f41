import { z } from 'zod';

const texts = z.array(z.string());
const archiveSchema = z.looseObject({ file: z.string().optional(), url: z.string().optional(), hash: z.string() });

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  /** The entry says what these extras need besides; the package itself has another one. */
  extras: texts.default([]),
  summary: z.string().optional(),
  groups: texts.optional(),
  marker: z.string().optional(),
  dependencies: texts.default([]),
  files: z.array(archiveSchema).optional(),
  git: z.string().optional(),
  hg: z.string().optional(),
  svn: z.string().optional(),
  bzr: z.string().optional(),
  ref: z.string().optional(),
  revision: z.string().optional(),
  subdirectory: z.string().optional(),
  url: z.string().optional(),
  path: z.string().optional(),
  editable: z.boolean().default(false),
});

/** The schema of pdm.lock, lock_version 3 and 4. */
export const pdmLockSchema = z.looseObject({
  package: z.array(packageSchema).default([]),
  metadata: z
    .looseObject({
      lock_version: z
        .string()
        .regex(/^[34](?:\.|$)/, 'is not known; PDM 1 and 2 write 3 to 4.5')
        .optional(),
      targets: z.array(z.looseObject({ requires_python: z.string().default('*') })).default([]),
      /** Up to lock_version 4.2, by `<name> <version>`. */
      files: z.record(z.string(), z.array(archiveSchema)).default({}),
    })
    .optional(),
});

/** A pdm.lock as its schema gives it. */
export type PdmLock = z.infer<typeof pdmLockSchema>;
/** An entry of `[[package]]`. */
export type PdmPackage = z.infer<typeof packageSchema>;
/** An archive with its hash. */
export type PdmArchive = z.infer<typeof archiveSchema>;
