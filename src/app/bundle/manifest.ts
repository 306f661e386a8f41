import { z } from 'zod';

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
const snapshotSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/);
const countSchema = z.number().int().nonnegative();

/** A file of the bundle by its path in it. */
const fileSchema = z.strictObject({ path: z.string().regex(/^[a-z0-9][a-z0-9./-]{0,90}$/), sha256: hashSchema });

const sourceSchema = z.strictObject({
  feed: z.string(),
  /** The address or folder that it was fetched from. */
  from: z.string(),
  ecosystem: z.string(),
  fetched: z.iso.datetime(),
  /** When all of its records were last read. */
  loaded: z.iso.datetime(),
  /** sha256 of the archive that all of its records were last read from. */
  sha256: hashSchema.optional(),
  /** How many records it has; in a delta only those that changed are in the files. */
  records: countSchema,
  newest: z.string(),
  unreadable: z.array(z.strictObject({ name: z.string(), reason: z.string(), kept: z.literal(true).optional() })),
  files: z.array(fileSchema.extend({ records: countSchema })),
});

const listSchema = z.strictObject({
  feed: z.string(),
  from: z.string(),
  records: countSchema,
  edition: z.string().optional(),
  dated: z.string().optional(),
  hash: z.string(),
  /** The path that it was asked for by. */
  asked: z.string(),
  file: fileSchema,
});

const databaseSchema = z.strictObject({
  feed: z.string(),
  from: z.string(),
  records: countSchema,
  newest: z.string(),
  notice: z.string().optional(),
  /** Its CVE records; what it says of packages lies with the sources of the same name. */
  files: z.array(fileSchema.extend({ records: countSchema })),
});

/** The schema of `manifest.json` in a bundle: what it holds, from where and when, and the state that it leads to. */
export const manifestSchema = z.strictObject({
  format: z.literal('tureen-bundle/1'),
  tool: z.string(),
  /** The hash of the store that the bundle leads to. */
  snapshot: snapshotSchema,
  /** The hash of the store that a delta is to be applied to; absent in a full bundle. */
  base: snapshotSchema.optional(),
  /** When the data was fetched. */
  fetched: z.iso.datetime(),
  /** The lines whose sha256 is `snapshot`, packed with gzip. */
  index: fileSchema,
  sources: z.array(sourceSchema),
  lists: z.array(listSchema),
  /** Databases of vulnerabilities; absent where there is none. */
  databases: z.array(databaseSchema).optional(),
  /** Feed and id of the records that a delta takes off. */
  removed: z.array(z.tuple([z.string(), z.string()])),
});

/** What a bundle holds. */
export type Manifest = z.infer<typeof manifestSchema>;

/** The names of the two files that every bundle ends with. */
export const manifestPath = 'manifest.json';
/** The Ed25519 signature of the manifest's bytes, in base64. */
export const signaturePath = 'manifest.json.sig';
