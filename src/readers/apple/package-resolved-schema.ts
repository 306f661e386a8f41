import { z } from 'zod';

const text = z.string();

const stateSchema = z
  .looseObject({ revision: text.nullish(), version: text.nullish(), branch: text.nullish() })
  .nullish()
  .transform((state) => ({
    revision: state?.revision ?? undefined,
    version: state?.version ?? undefined,
    branch: state?.branch ?? undefined,
  }));

const firstSchema = z.looseObject({
  version: z.literal(1),
  object: z.looseObject({
    pins: z.array(z.looseObject({ package: text, repositoryURL: text, state: stateSchema })),
  }),
});

const laterSchema = z.looseObject({
  version: z.union([z.literal(2), z.literal(3)]),
  pins: z.array(z.looseObject({ identity: text, kind: text, location: text, state: stateSchema })),
});

/** The schema of Package.resolved, versions 1 to 3. */
export const packageResolvedSchema = z.discriminatedUnion('version', [firstSchema, laterSchema], {
  error: () => 'is none of the versions 1 to 3 that are known',
});

/** A Package.resolved as its schema gives it. */
export type PackageResolved = z.infer<typeof packageResolvedSchema>;
/** What a pin is fixed to; a branch or a bare revision has no version. */
export type SwiftState = z.infer<typeof stateSchema>;
