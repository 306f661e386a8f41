import { z } from 'zod';

const text = z.string();

/** Needs are a list, or one text with commas as in a DESCRIPTION file. */
const needs = z.union([z.array(text), text]).nullish();

/** The schema of a package: the fields of its DESCRIPTION, and what renv adds. */
export const renvEntrySchema = z.object({
  Version: text,
  Source: text.nullish(),
  Repository: text.nullish(),
  Hash: text.nullish(),
  Requirements: needs,
  Depends: needs,
  Imports: needs,
  LinkingTo: needs,
  RemoteType: text.nullish(),
  RemoteHost: text.nullish(),
  RemoteUsername: text.nullish(),
  RemoteRepo: text.nullish(),
  RemoteRef: text.nullish(),
  RemoteSha: text.nullish(),
  RemoteSubdir: text.nullish(),
  RemoteUrl: text.nullish(),
  License: text.nullish(),
  Maintainer: text.nullish(),
  Title: text.nullish(),
  URL: text.nullish(),
});

/** The schema of renv.lock, as renv has written it since 0.9; since 1.1 it holds the fields of DESCRIPTION files. */
export const renvLockSchema = z.object({
  R: z.object({
    Version: text,
    Repositories: z
      .union([z.array(z.object({ Name: text.nullish(), URL: text.nullish() })), z.record(text, text)])
      .nullish(),
  }),
  Python: z.object({ Version: text.nullish() }).nullish(),
  Packages: z.union([z.record(text, renvEntrySchema), z.array(z.unknown())]),
});

/** A renv.lock as its schema gives it. */
export type RenvLock = z.infer<typeof renvLockSchema>;
/** An entry of `Packages`. */
export type RenvEntry = z.infer<typeof renvEntrySchema>;

/** The entries by name; R writes an empty mapping as an empty list. */
export function entriesIn({ Packages }: RenvLock): readonly (readonly [name: string, entry: RenvEntry])[] {
  return Array.isArray(Packages) ? [] : Object.entries(Packages);
}

/** The names that a field of needs holds, without what is asked of their versions. */
export function namesIn(field: z.infer<typeof needs>): readonly string[] {
  const listed = typeof field === 'string' ? field.split(',') : (field ?? []);
  return listed.flatMap((one) => /^\s*([A-Za-z][\w.]*)/.exec(one)?.[1] ?? []);
}
