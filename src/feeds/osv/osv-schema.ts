import { z } from 'zod';
import { advisoryId, aliasIds, atMost, shortText } from '../bounded.ts';

const words = z.array(z.string()).nullish();

/** An instant as RFC 3339 writes it. */
const instant = z.string().refine((value) => /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)), {
  message: 'is no date and time, such as 2026-01-31T12:00:00Z',
});

const severities = z.array(z.object({ type: shortText, score: shortText })).nullish();

const event = z
  .object({
    introduced: shortText.optional(),
    fixed: shortText.optional(),
    last_affected: shortText.optional(),
    limit: shortText.optional(),
  })
  .refine((bounds) => Object.values(bounds).some((bound) => bound !== undefined), {
    message: 'holds none of introduced, fixed, last_affected and limit',
  });

const range = z.object({
  type: z.enum(['SEMVER', 'ECOSYSTEM', 'GIT']),
  repo: z.string().nullish(),
  events: atMost(10_000, event).min(1),
  /** Free by the schema; what is looked for in it is checked where it is read. */
  database_specific: z.unknown().optional(),
});

const affected = z
  .object({
    package: z.object({ ecosystem: z.string().min(1), name: z.string().min(1) }).nullish(),
    ranges: atMost(10_000, range).nullish(),
    versions: atMost(100_000, shortText).nullish(),
    severity: severities,
    /** Free by the schema; what is looked for in it is checked where it is read. */
    ecosystem_specific: z.unknown().optional(),
    database_specific: z.unknown().optional(),
  })
  .refine(({ package: named, ranges }) => named || (ranges?.length && ranges.every(({ repo }) => repo)), {
    message: 'names neither a package nor a repository',
  });

/** The keys of an OSV record (schema 1.7) that are used; `null` stands for absent, other keys are let be. */
export const osvSchema = z.object({
  id: advisoryId,
  modified: instant,
  withdrawn: instant.nullish(),
  aliases: aliasIds,
  upstream: atMost(10_000, advisoryId).nullish(),
  related: atMost(10_000, shortText).nullish(),
  summary: z.string().nullish(),
  details: z.string().nullish(),
  severity: severities,
  affected: z.array(affected).nullish(),
  references: atMost(10_000, z.object({ url: shortText })).nullish(),
  database_specific: z.unknown().optional(),
});

/** An OSV record as far as it is used. */
export type OsvRecord = z.infer<typeof osvSchema>;
/** What an OSV record says of one package. */
export type OsvAffected = z.infer<typeof affected>;
/** A run of versions in an OSV record. */
export type OsvRange = z.infer<typeof range>;

/** What ecosystems say of affected functions: GitHub's list, Go's imported packages, RustSec's paths. */
export const functionsSchema = z.object({
  affected_functions: words.catch(undefined),
  functions: words.catch(undefined),
  imports: z
    .array(z.object({ path: z.string(), symbols: words.catch(undefined) }))
    .nullish()
    .catch(undefined),
  affects: z
    .object({ functions: words.catch(undefined) })
    .nullish()
    .catch(undefined),
});

/** The versions that OSV has read in a CVE record before it looked for their commits. */
export const extractedSchema = z.object({ extracted_events: atMost(10_000, event).min(1) });

/** How databases rate a defect in a word, and what RustSec calls those that are no vulnerabilities. */
export const ratingSchema = z.object({
  severity: z.string().nullish().catch(undefined),
  informational: z.string().nullish().catch(undefined),
  categories: words.catch(undefined),
});
