import { z } from 'zod';

/** What a registry states of one version of a package; what it does not state is absent. */
const factsSchema = z.strictObject({
  /** Who publishes it there: an organisation, or the account that published the version. */
  supplier: z.string().optional(),
  /** Who made it, as the package names them; not always who supplies it. */
  originator: z.string().optional(),
  /** The licence, letter by letter. */
  licence: z.string().optional(),
  repository: z.string().optional(),
  homepage: z.string().optional(),
  /** Why nobody should begin to use it. */
  deprecated: z.string().optional(),
  /** Why the version was taken back. */
  yanked: z.string().optional(),
  /** The version that the registry offers to those who name none. */
  latest: z.string().optional(),
  released: z.iso.date().optional(),
});

const answerSchema = z.strictObject({
  /** The kind of registry. */
  registry: z.string(),
  /** The address that was asked, without secrets. */
  source: z.string(),
  /** The day on which it was asked, or asked again and found unchanged. */
  asOf: z.iso.date(),
  facts: factsSchema.optional(),
  /** Why it gave nothing; it is asked again by the next sync. */
  unknown: z.string().optional(),
});

/** The schema of `soup/metadata.lock.json`: what registries state of the packages in use; generated. */
export const metadataSchema = z
  .strictObject({
    packages: z.array(
      z.strictObject({
        /** Package URL with version. */
        purl: z.string(),
        /** Sources side by side; where they differ, nothing is settled here. */
        answers: z.array(answerSchema),
        /** The licence of this version, or of the one that was in use before it, where it was another; and when that was seen. */
        licenceBefore: z.strictObject({ version: z.string(), licence: z.string(), seen: z.iso.date() }).optional(),
      }),
    ),
  })
  .meta({ title: 'Component facts', description: 'What registries state of the packages in use; generated' });

/** What registries state of the packages in use. */
export type Metadata = z.infer<typeof metadataSchema>;
/** What registries state of one version of a package. */
export type PackageMetadata = Metadata['packages'][number];
/** What one source answered, and when. */
export type MetadataAnswer = PackageMetadata['answers'][number];
/** The facts of an answer. */
export type RegistryFacts = z.infer<typeof factsSchema>;
/** The record, what it tells of a package by its package URL, and on which line. */
export type FrozenMetadata = Metadata & {
  readonly about: (purl: string) => PackageMetadata | undefined;
  readonly lineOf: (purl: string) => number;
};
