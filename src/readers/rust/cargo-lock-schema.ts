import { z } from 'zod';

const packageSchema = z.looseObject({
  name: z.string(),
  version: z.string(),
  source: z.string().optional(),
  checksum: z.string().optional(),
  dependencies: z.array(z.string()).default([]),
});

/** The schema of Cargo.lock, version 1 (which names none) to 4. */
export const cargoLockSchema = z.looseObject({
  version: z.number().optional(),
  package: z.array(packageSchema).default([]),
  root: packageSchema.optional(),
  metadata: z.record(z.string(), z.unknown()).default({}),
  patch: z.looseObject({ unused: z.array(packageSchema).default([]) }).optional(),
});

/** A Cargo.lock as its schema gives it. */
export type CargoLock = z.infer<typeof cargoLockSchema>;
/** An entry of `[[package]]`. */
export type CargoEntry = z.infer<typeof packageSchema>;
