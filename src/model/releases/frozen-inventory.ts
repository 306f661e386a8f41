import { z } from 'zod';

const scope = z.enum(['runtime', 'optional', 'development', 'unknown']);

/** A line of a file; the layers of images are not kept. */
const place = z.object({ file: z.string(), line: z.number(), column: z.number().exactOptional() });

const pinning = z.union([
  z.object({ kind: z.literal('exact') }),
  z.object({ kind: z.enum(['range', 'mutable']), asked: z.string() }),
]);

const hash = z.object({
  algorithm: z.enum(['md5', 'sha1', 'sha256', 'sha384', 'sha512']),
  value: z.string(),
  of: z.string(),
});

const licence = z.object({
  expression: z.string(),
  said: z.enum(['concluded', 'detected']).exactOptional(),
  at: place,
});

const component = z.object({
  /** Canonical package URL, with the version where it is known. */
  purl: z.string(),
  type: z.string(),
  name: z.string(),
  version: z.string().exactOptional(),
  pinning,
  /** How it was used, by the files or by a person who overruled them. */
  scope,
  scopeEvidence: z.array(z.object({ scope, reason: z.string(), at: place })),
  relation: z.enum(['direct', 'transitive', 'unknown']),
  firstParty: z.boolean(),
  foundAt: z.array(place),
  hashes: z.array(hash),
  licences: z.array(licence),
  supplier: z.string().exactOptional(),
  originator: z.string().exactOptional(),
  homepage: z.string().exactOptional(),
  repository: z.string().exactOptional(),
  download: z.string().exactOptional(),
  description: z.string().exactOptional(),
  /** The distribution package that it was built from; advisories of distributions speak of it. */
  source: z.object({ name: z.string(), version: z.string() }).exactOptional(),
  cpes: z.array(z.string()).exactOptional(),
  dependsOn: z.array(z.string()).exactOptional(),
});

/**
 * The schema of `soup/releases/<version>/inventory.json`: every component of a release as it was read when it was frozen. Twenty of
 * them are read at once, so keys that it does not name are not looked for: the hash in release.yaml tells whoever adds one.
 */
export const frozenInventorySchema = z
  .strictObject({
    /** Counted up when a later Tureen writes what this one cannot read. */
    format: z.literal(1),
    components: z.array(component),
  })
  .meta({ title: 'inventory.json', description: 'The components of a release as they were frozen; generated' });

/** The components of a release as they were frozen; a key that no file told is left out. */
export type FrozenInventory = z.infer<typeof frozenInventorySchema>;
