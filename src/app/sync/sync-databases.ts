import { compareText } from '../../base/compare.ts';
import { HostError } from '../../base/errors.ts';
import { laterInstant } from '../../base/instant.ts';
import { baseEcosystem } from '../../base/packages/package-key.ts';
import { databaseFeeds } from '../../feeds/index.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import type { DatabaseName } from '../../model/anomalies/database-source.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UsedDatabase } from '../../model/anomalies/evaluation.ts';
import type { DatabaseFeed, DatabaseRecord } from '../../model/plugs/feed.ts';
import type { FeedSource, Host, SourceOptions } from '../host.ts';
import type { StoreBuilder, UnreadableRecord } from '../store-content.ts';
import { today } from '../today.ts';
import { unreadableRecords } from './unreadable-records.ts';

/** A database to fetch whole: which one, and the folder, file or address that it lies at. */
export type NamedDatabase = { readonly feed: DatabaseName; readonly from: string };

/** What one database gave. */
export type SyncedDatabase = UsedDatabase & {
  readonly unreadable: readonly UnreadableRecord[];
  /** Parts of the database that its source does not have. */
  readonly missing: readonly string[];
};

/** A database whose place was opened; `file` is the one that a person named. */
export type OpenedDatabase = {
  readonly feed: DatabaseFeed;
  readonly from: string;
  readonly source: FeedSource;
  readonly file: string | undefined;
};

type AdvisoryRecord = Extract<DatabaseRecord, { readonly kind: 'advisory' }>;

/** Opens the place of a database; one that ends in the name of a file is read alone. */
export async function openDatabase(
  host: Host,
  { feed: name, from }: NamedDatabase,
  options?: SourceOptions,
): Promise<OpenedDatabase> {
  const feed = databaseFeeds.find((each) => each.name === name);
  if (feed === undefined) throw new Error(`there is no feed "${name}"`);
  const [, folder = '', file] = /^(?:(.*)[/\\])?([^/\\]+\.(?:json|gz|zip))$/s.exec(from) ?? [];
  const place = file === undefined ? from : folder === '' ? (from.startsWith('/') ? '/' : '.') : folder;
  return { feed, from, source: await host.openSource(place, options), file };
}

/** Puts a database into a store that is being built. Throws `HostError` when there is none or it is damaged. */
export async function syncDatabase(host: Host, builder: StoreBuilder, opened: OpenedDatabase): Promise<SyncedDatabase> {
  const { feed, from } = opened;
  const missing: string[] = [];
  const unreadable: UnreadableRecord[] = [];
  const advisories = new Map<string, AdvisoryRecord[]>();
  let records = 0;
  let newest = '';
  for await (const answer of answersOf(opened, today(host), missing)) {
    for await (const record of recordsIn(opened, answer)) {
      if (record.kind === 'damaged')
        throw refusal(feed, from, `is damaged: ${answer.path}: ${record.reason}`, 'Fetch it again.');
      if (record.kind === 'unreadable') {
        unreadable.push({ name: record.name, reason: record.reason });
        continue;
      }
      const { modified } = record.kind === 'cve' ? record.cve : record.advisory;
      if (record.kind === 'cve') builder.addCve(record.cve, record.document);
      else
        for (const ecosystem of ecosystemsOf(record.advisory))
          (advisories.get(ecosystem) ?? fresh(advisories, ecosystem)).push(record);
      newest = laterInstant(newest, modified);
      records++;
    }
  }
  if (records === 0) throw refusal(feed, from, 'holds no record that can be read', 'Check the address.');
  const { name, notice } = feed;
  const database = { feed: name, from, records, newest, ...(notice !== undefined && { notice }) };
  builder.addDatabase(database);
  const fetched = host.clock.now().toISOString();
  for (const [ecosystem, given] of [...advisories].toSorted(([a], [b]) => compareText(a, b))) {
    builder.begin({ feed: name, from, ecosystem }, 'whole');
    for (const { advisory, document } of given) builder.add(advisory, document);
    builder.end({ fetched, loaded: fetched, unreadable: [] });
  }
  return { ...database, unreadable, missing };
}

function ecosystemsOf({ affected }: Advisory): ReadonlySet<string> {
  return new Set(affected.map(({ ecosystem }) => baseEcosystem(ecosystem)));
}

/** A warning where parts of a database are not there, and one where records cannot be read. */
export function shortcomingsOfDatabase({
  feed,
  from,
  records,
  unreadable,
  missing,
}: SyncedDatabase): readonly Diagnostic[] {
  const place = { file: from };
  const absent: Diagnostic[] =
    missing.length === 0
      ? []
      : [
          {
            rule: 'sync/missing-parts',
            severity: 'warning',
            message: `${feed}: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ` and ${missing.length - 5} more` : ''} ${missing.length === 1 ? 'is' : 'are'} not there`,
            place,
            help: 'Fetch the missing files: what they hold is not known to any evaluation.',
          },
        ];
  return [...absent, ...unreadableRecords(feed, place, records, unreadable)];
}

type Answer = { readonly path: string; readonly bytes: Uint8Array };

/** The first set of paths of which anything is there, with the changes since; or else all files of a folder. */
async function* answersOf(
  { feed, from, source, file }: OpenedDatabase,
  day: string,
  missing: string[],
): AsyncGenerator<Answer> {
  const listed = file === undefined ? new Set(await source.list?.()) : undefined;
  const get = (path: string) =>
    source.list === undefined || listed === undefined || listed.has(path)
      ? source.get(path)
      : Promise.resolve(undefined);
  for (const set of file === undefined ? feed.requests(day) : [[file]]) {
    const absent: string[] = [];
    for (const path of set) {
      const bytes = await get(path);
      if (bytes === undefined) absent.push(path);
      else yield { path, bytes };
    }
    if (absent.length === set.length) continue;
    missing.push(...absent);
    for (const path of file === undefined ? feed.changes : []) {
      const bytes = await get(path);
      if (bytes !== undefined) yield { path, bytes };
    }
    return;
  }
  const held = [...(listed ?? [])].filter(feed.holds);
  if (held.length === 0) throw refusal(feed, from, 'is not there', lookedFor(feed, day, file));
  for (const path of held) {
    const bytes = await source.get(path);
    if (bytes !== undefined) yield { path, bytes };
  }
}

function lookedFor(feed: DatabaseFeed, day: string, file: string | undefined): string {
  const sets = file === undefined ? feed.requests(day) : [[file]];
  const shown = sets.map((set) => (set.length > 3 ? `${set[0]} to ${set.at(-1)}` : set.join(', ')));
  return `It is looked for as ${shown.join(', or ')}; name its folder or the file itself.`;
}

type Told = Exclude<DatabaseRecord, { readonly kind: 'elsewhere' }>;

async function* recordsIn(opened: OpenedDatabase, { path, bytes }: Answer): AsyncGenerator<Told> {
  const problem = await problemOf(opened, path, bytes);
  if (problem !== undefined) {
    yield { kind: 'damaged', reason: problem };
    return;
  }
  for (const record of opened.feed.records(path, bytes)) {
    if (record.kind !== 'elsewhere') yield record;
    else {
      const answer = await opened.source.get(record.path);
      if (answer !== undefined) yield* recordsIn(opened, { path: record.path, bytes: answer });
      else yield { kind: 'unreadable', name: record.path, reason: 'the source lists it, but does not have it' };
    }
  }
}

async function problemOf(
  { feed, source }: OpenedDatabase,
  path: string,
  answer: Uint8Array,
): Promise<string | undefined> {
  const proofPath = feed.proof?.path(path);
  if (proofPath === undefined || proofPath === path) return undefined;
  const proof = await source.get(proofPath);
  return proof === undefined ? undefined : feed.proof?.problem(answer, proof);
}

function refusal({ title }: DatabaseFeed, from: string, what: string, help: string): HostError {
  return new HostError(`the ${title} database at "${from}" ${what}`, `${help} The store was not changed.`);
}

function fresh(advisories: Map<string, AdvisoryRecord[]>, ecosystem: string): AdvisoryRecord[] {
  const list: AdvisoryRecord[] = [];
  advisories.set(ecosystem, list);
  return list;
}
