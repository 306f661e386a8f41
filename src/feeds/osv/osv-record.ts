import { hash } from 'node:crypto';
import type { z } from 'zod';
import { beginning, oneLine } from '../../base/one-line.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type {
  Advisory,
  AffectedPackage,
  AffectedRange,
  RangeEvent,
  StatedSeverity,
} from '../../model/anomalies/advisory.ts';
import {
  extractedSchema,
  functionsSchema,
  osvSchema,
  ratingSchema,
  type OsvAffected,
  type OsvRange,
  type OsvRecord,
} from './osv-schema.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import { flawOf } from '../flaw-of.ts';
import { isErratum } from './is-erratum.ts';
import { withoutFlaws } from './without-flaws.ts';

/** An advisory, with the flaw of a record of which only a part can be read; or why nothing of it can. */
export type ReadAdvisory = { readonly advisory: Advisory; readonly flaw?: string } | { readonly unreadable: string };

/** Reads one OSV record (schema 1.7); of one that fails the schema, what is left without the parts that do. */
export function readOsvRecord(bytes: Uint8Array): ReadAdvisory {
  const value = parseJsonBytes(bytes);
  if (value === undefined) return { unreadable: `it is no JSON in UTF-8: it begins with "${beginning(bytes)}"` };
  const checked = checkSchema(osvSchema, value);
  if (checked.ok) return { advisory: toAdvisory(checked.value, bytes) };
  const flaw = checked.problems[0] === undefined ? 'it is no OSV record' : flawOf(checked.problems[0]);
  const left = withoutFlaws(value, checked.problems);
  return left === undefined ? { unreadable: flaw } : { advisory: toAdvisory(left, bytes), flaw };
}

function toAdvisory(record: OsvRecord, bytes: Uint8Array): Advisory {
  const entries = record.affected ?? [];
  const ratings = entries.map((entry) => within(ratingSchema, entry.database_specific));
  const summary = record.summary?.trim() || record.details?.trim().split('\n', 1)[0];
  return {
    id: record.id,
    feed: 'osv',
    modified: record.modified,
    withdrawn: known(record.withdrawn),
    kind: kindOf(record, ratings),
    summary: summary ? oneLine(summary, 300) : undefined,
    aliases: record.aliases ?? [],
    upstream: record.upstream ?? [],
    related: record.related ?? [],
    severities: severitiesOf(record, entries, ratings),
    affected: entries.flatMap(affectedPackages),
    hash: hash('sha256', bytes),
  };
}

/** Go writes the year 1 for a date that it does not know. */
function known(instant: string | null | undefined): string | undefined {
  return instant && !instant.startsWith('0001-01-01') ? instant : undefined;
}

/** What the author of each entry says of it in words of its database, in the order of the entries. */
type Ratings = readonly (z.infer<typeof ratingSchema> | undefined)[];

function kindOf(record: OsvRecord, ratings: Ratings): Advisory['kind'] {
  const { id, aliases } = record;
  if ([id, ...(aliases ?? [])].some((name) => name.startsWith('MAL-'))) return 'malware';
  if (ratings.some((rating) => rating?.categories?.includes('malicious'))) return 'malware';
  const [first, ...rest] = ratings.map((rating) => rating?.informational);
  const agreed = rest.every((kind) => kind === first) ? first : undefined;
  const stated = informational.find((kind) => kind === agreed);
  return stated ?? (isErratum(record) ? 'notice' : 'vulnerability');
}

/** RustSec's informational kinds; a kind that is not known here counts as a vulnerability. */
const informational = ['unmaintained', 'unsound', 'notice'] as const;

/** Vectors first, then ratings in words, each once; some sources state them by package only. */
function severitiesOf(record: OsvRecord, entries: readonly OsvAffected[], ratings: Ratings): StatedSeverity[] {
  const vectors = [record, ...entries].flatMap(({ severity }) => severity ?? []);
  const words = [
    within(ratingSchema, record.database_specific),
    ...entries.flatMap((entry, index) => [ratings[index], within(ratingSchema, entry.ecosystem_specific)]),
  ].flatMap((rating) => rating?.severity ?? []);
  const stated = [
    ...vectors.map(({ type, score }) => ({ kind: type, value: score })),
    ...words.map((word) => ({ kind: 'rating', value: word })),
  ];
  return [...new Map(stated.map((severity) => [`${severity.kind} ${severity.value}`, severity])).values()];
}

/** An entry without a package speaks of source repositories, and OSS-Fuzz calls its packages as it likes. */
function affectedPackages(entry: OsvAffected): AffectedPackage[] {
  const versions = entry.versions ?? [];
  const functions = functionsOf(entry.ecosystem_specific);
  const ranges = entry.ranges ?? [];
  const named = entry.package;
  const ownRanges = ranges.map(affectedRange);
  const own = named ? [{ ecosystem: named.ecosystem, name: named.name, ranges: ownRanges, versions, functions }] : [];
  if (named && named.ecosystem !== 'OSS-Fuzz') return own;
  const ofRepositories = ranges.filter(({ repo }) => repo);
  return [
    ...own,
    ...[...Map.groupBy(ofRepositories, ({ repo }) => repo ?? '')].map(([name, same]) => ({
      ecosystem: 'GIT',
      name,
      ranges: same.flatMap((range) => [affectedRange(range), ...extractedRanges(range)]),
      versions,
      functions,
    })),
  ];
}

/**
 * Commits cannot be compared with a version, but the versions that they were found for can. Fixes of several branches stand
 * in a row behind one beginning, so that each run is its own range.
 */
function extractedRanges({ type, database_specific: specific }: OsvRange): AffectedRange[] {
  const extracted = type === 'GIT' ? within(extractedSchema, specific)?.extracted_events : undefined;
  const runs: RangeEvent[][] = [];
  for (const event of (extracted ?? []).flatMap(bounds)) {
    const [from, end] = runs.at(-1) ?? [];
    if ('introduced' in event) runs.push([event]);
    else if (end === undefined) runs.at(-1)?.push(event);
    else if (from !== undefined) runs.push([from, event]);
  }
  return runs.map((events) => ({ kind: 'ecosystem', events }));
}

function affectedRange({ type, events }: OsvRange): AffectedRange {
  return { kind: rangeKinds[type], events: events.flatMap(bounds) };
}

const rangeKinds = { SEMVER: 'semver', ECOSYSTEM: 'ecosystem', GIT: 'git' } as const;

/** An event holds one bound; records from before schema 1.0 may hold two. */
function bounds({ introduced, fixed, last_affected: lastAffected, limit }: OsvRange['events'][number]): RangeEvent[] {
  return [
    ...(introduced === undefined ? [] : [{ introduced }]),
    ...(fixed === undefined ? [] : [{ fixed }]),
    ...(lastAffected === undefined ? [] : [{ lastAffected }]),
    ...(limit === undefined ? [] : [{ limit }]),
  ];
}

/** A Go package without symbols stands for all that it exports. */
function functionsOf(specific: unknown): string[] {
  const named = within(functionsSchema, specific);
  const imported = (named?.imports ?? []).flatMap(({ path, symbols }) =>
    symbols?.length ? symbols.map((symbol) => `${path}.${symbol}`) : [path],
  );
  const all = [
    ...(named?.affected_functions ?? []),
    ...(named?.functions ?? []),
    ...(named?.affects?.functions ?? []),
    ...imported,
  ];
  return [...new Set(all)].filter((name) => name !== '');
}

/** What a free part of a record holds of the expected shape. */
function within<T>(schema: z.ZodType<T>, part: unknown): T | undefined {
  if (part === undefined || part === null) return undefined;
  const checked = checkSchema(schema, part);
  return checked.ok ? checked.value : undefined;
}
