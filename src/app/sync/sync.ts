import { HostError, UsageError } from '../../base/errors.ts';
import { laterInstant } from '../../base/instant.ts';
import { feeds } from '../../feeds/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { AdvisoryFeed, FeedRecord } from '../../model/feed.ts';
import type { FeedSource, Host, StoreBuilder, StoreContent, StoredSource } from '../host.ts';
import {
  openDatabase,
  shortcomingsOfDatabase,
  syncDatabase,
  type NamedDatabase,
  type SyncedDatabase,
} from './sync-databases.ts';
import {
  openList,
  refuseTwoModels,
  shortcomingsOfList,
  syncList,
  type NamedList,
  type SyncedList,
} from './sync-lists.ts';
import { unreadableRecords } from './unreadable-records.ts';

/** What `sync` is asked for. */
export type SyncRequest = {
  /** Folders and addresses; a record that several of them hold is kept once, in its latest state. */
  readonly from: readonly string[];
  /** OSV ecosystems without suffix, as the inventory needs them; `undefined` for all that a source lists. */
  readonly ecosystems: readonly string[] | undefined;
  /** Lists of facts beside the advisories. */
  readonly lists?: readonly NamedList[];
  /** Databases that are fetched whole. */
  readonly databases?: readonly NamedDatabase[];
  readonly storePath: string;
  /** Told each time that an ecosystem of a source, or a list, is in. */
  readonly progress?: (given: SyncedSource | SyncedList | SyncedDatabase) => void;
};

/** A record that did not get into the store, and why. */
export type UnreadableRecord = { readonly name: string; readonly reason: string };

/** What one source gave for one ecosystem; `records` of 0 says that it was asked and has nothing. */
export type SyncedSource = StoredSource & { readonly unreadable: readonly UnreadableRecord[] };

/** What a sync brought, and what it did not. */
export type SyncResult = {
  readonly sources: readonly SyncedSource[];
  readonly lists: readonly SyncedList[];
  readonly databases: readonly SyncedDatabase[];
  /** A warning for each ecosystem without records and for each with unreadable ones. */
  readonly diagnostics: readonly Diagnostic[];
  readonly content: StoreContent;
};

/**
 * Fetches advisories and replaces the store as a whole; records that the sources no longer have are gone from it.
 * Throws `HostError`, and leaves the old store in use, when a source cannot be reached, is damaged or gives nothing.
 */
export async function sync(host: Host, request: SyncRequest): Promise<SyncResult> {
  const { from, ecosystems, lists = [], databases = [], storePath, progress } = request;
  if (from.length + databases.length === 0)
    throw new UsageError('no source of advisories is named', 'Name a folder or an address to sync from.');
  if (from.length > 0 && ecosystems?.length === 0)
    throw new UsageError(
      'no ecosystem is wanted: the inventory holds no package that advisories speak of',
      'Run `tureen scan` to see what was found.',
    );
  const addresses = await Promise.all([...new Set(from)].map(host.openSource));
  refuseTwoModels(lists);
  const openedLists = await Promise.all(lists.map((list) => openList(host, list)));
  const openedDatabases = await Promise.all(databases.map((database) => openDatabase(host, database)));
  const builder = await host.stores.build(storePath);
  try {
    const fetched = host.clock.now().toISOString();
    const sources: SyncedSource[] = [];
    for (const source of addresses) {
      const given = await syncSource(builder, source, ecosystems, progress);
      if (given.every(({ records }) => records === 0)) throw nothingAt(source, given);
      sources.push(...given);
    }
    const given: SyncedList[] = [];
    for (const list of openedLists) {
      const synced = await syncList(builder, list);
      progress?.(synced);
      given.push(synced);
    }
    const whole: SyncedDatabase[] = [];
    for (const database of openedDatabases) {
      const synced = await syncDatabase(host, builder, database);
      progress?.(synced);
      whole.push(synced);
    }
    const diagnostics = [
      ...sources.flatMap(shortcomings),
      ...given.flatMap(shortcomingsOfList),
      ...whole.flatMap(shortcomingsOfDatabase),
    ];
    return { sources, lists: given, databases: whole, diagnostics, content: builder.finish(fetched) };
  } catch (error) {
    builder.abandon();
    throw error;
  }
}

async function syncSource(
  builder: StoreBuilder,
  source: FeedSource,
  ecosystems: readonly string[] | undefined,
  progress: SyncRequest['progress'],
): Promise<SyncedSource[]> {
  const given: SyncedSource[] = [];
  for (const feed of feeds) {
    for (const ecosystem of ecosystems?.toSorted() ?? (await listedAt(source, feed))) {
      const synced = await syncEcosystem(builder, { feed, source, ecosystem });
      const { unreadable: _, ...stored } = synced;
      if (synced.records > 0) builder.addSource(stored);
      progress?.(synced);
      given.push(synced);
    }
  }
  return given;
}

async function listedAt(source: FeedSource, feed: AdvisoryFeed): Promise<readonly string[]> {
  const index = await source.get(feed.index);
  const listed = index === undefined ? undefined : feed.ecosystems(index);
  if (listed !== undefined) return listed;
  throw new HostError(
    `"${source.address}" ${index === undefined ? `has no ${feed.index}` : `answers ${feed.index} with something else`}`,
    'Check the address, or name the ecosystems that are wanted.',
  );
}

type Errand = { readonly feed: AdvisoryFeed; readonly source: FeedSource; readonly ecosystem: string };

async function syncEcosystem(builder: StoreBuilder, errand: Errand): Promise<SyncedSource> {
  const { feed, source, ecosystem } = errand;
  const unreadable: UnreadableRecord[] = [];
  let records = 0;
  let newest = '';
  for await (const record of recordsFor(errand)) {
    if (record.kind === 'damaged') throw damaged(errand, record.reason);
    if (record.kind === 'unreadable') {
      unreadable.push({ name: record.name, reason: record.reason });
      continue;
    }
    builder.add(record.advisory, record.document);
    newest = laterInstant(newest, record.advisory.modified);
    records++;
  }
  return { feed: feed.name, from: source.address, ecosystem, records, newest, unreadable };
}

type Told = Exclude<FeedRecord, { readonly kind: 'elsewhere' }>;

async function* recordsFor({ feed, source, ecosystem }: Errand): AsyncGenerator<Told> {
  for (const path of feed.requests(ecosystem)) {
    const answer = await source.get(path);
    if (answer === undefined) continue;
    yield* recordsIn(feed, source, path, answer);
    return;
  }
}

async function* recordsIn(
  feed: AdvisoryFeed,
  source: FeedSource,
  path: string,
  answer: Uint8Array,
): AsyncGenerator<Told> {
  const elsewhere: string[] = [];
  for (const record of feed.records(path, answer)) {
    if (record.kind === 'elsewhere') elsewhere.push(record.path);
    else yield record;
  }
  for (let start = 0; start < elsewhere.length; start += atOnce) {
    const paths = elsewhere.slice(start, start + atOnce);
    const answers = await Promise.all(paths.map(source.get));
    for (const [index, path] of paths.entries()) {
      const answer = answers[index];
      if (answer !== undefined) yield* recordsIn(feed, source, path, answer);
      else yield { kind: 'unreadable', name: path, reason: 'the source lists it, but does not have it' };
    }
  }
}

/** Single records that are asked for at the same time. */
const atOnce = 16;

function damaged({ feed, source, ecosystem }: Errand, reason: string): HostError {
  return new HostError(
    `the ${feed.title} advisories for ${ecosystem} at "${source.address}" are damaged: ${reason}`,
    `Check that it is laid out as the ${feed.title} bucket is, and try again. The store was not changed.`,
  );
}

function nothingAt({ address }: FeedSource, given: readonly SyncedSource[]): HostError {
  const asked = given.map(({ ecosystem }) => ecosystem).join(', ');
  return new HostError(
    `"${address}" has no advisories${asked === '' ? '' : ` for ${asked}`}`,
    'Check the address: it needs one folder for each ecosystem. The store was not changed.',
  );
}

function shortcomings({ from, ecosystem, records, unreadable }: SyncedSource): Diagnostic[] {
  const place = { file: `${from}/${ecosystem}` };
  return [
    ...(records > 0
      ? []
      : [
          {
            rule: 'sync/no-records',
            severity: 'warning',
            message: `${ecosystem}: the source has no records`,
            place,
            help: 'Name another source that has them; until then components of this ecosystem are not covered.',
          } as const,
        ]),
    ...unreadableRecords(ecosystem, place, records, unreadable),
  ];
}
