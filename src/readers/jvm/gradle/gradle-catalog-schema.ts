import { z } from 'zod';

const richVersion = z.object({
  strictly: z.string().optional(),
  require: z.string().optional(),
  prefer: z.string().optional(),
  reject: z.array(z.string()).optional(),
  rejectAll: z.boolean().optional(),
});

const librarySchema = z.object({
  module: z.string().optional(),
  group: z.string().optional(),
  name: z.string().optional(),
  version: z.union([z.string(), richVersion.extend({ ref: z.string().optional() })]).optional(),
});

/** The schema of a Gradle version catalog, format 1.1. */
export const catalogSchema = z.object({
  versions: z.record(z.string(), z.union([z.string(), richVersion])).default({}),
  libraries: z.record(z.string(), z.union([z.string(), librarySchema])).default({}),
  plugins: z.record(z.string(), z.unknown()).default({}),
});

/** A version catalog as its schema gives it. */
export type Catalog = z.infer<typeof catalogSchema>;
/** An entry of `[libraries]`: `group:name:version`, or its parts. */
export type CatalogLibrary = Catalog['libraries'][string];
/** What a version may be in more words than one: a range that must hold, a wish, what is refused. */
export type RichVersion = z.infer<typeof richVersion>;
