import { HostError, UsageError } from '../../base/errors.ts';
import { feeds } from '../../feeds/index.ts';
import type { Host } from '../host.ts';
import type { HeldContent, StoreUpdate } from '../store-content.ts';
import type { FeedSource, SourceOptions } from '../feed-source.ts';
import { anewBecause, type Anew } from './anew-because.ts';
import { openDatabase, type NamedDatabase } from './databases/opened-database.ts';
import { fillStore, stateOf, type ChangesOf, type FilledStore } from './fill-store.ts';
import { keptParts, nothingKept, withoutKept } from './kept-parts.ts';
import { noLongerNamed } from './no-longer-named.ts';
import { sourceFor } from './source-for.ts';
import { changesAt, type Changes, type Errand } from './sync-ecosystem.ts';
import { openList, refuseTwoModels, type NamedList } from './sync-lists.ts';
import type { Progress, Work } from './sync-work.ts';

/** What `sync` is asked for. */
export type SyncRequest = {
  /** Folders and addresses; a record that several of them hold is kept once, in its latest state. */
  readonly from: readonly string[];
  /** OSV ecosystems without suffix, as the inventory needs them; `undefined` for all that a source lists. */
  readonly ecosystems: readonly string[] | undefined;
  /** Lists of facts beside the advisories. */
  readonly lists?: readonly NamedList[];
  /** Databases of vulnerabilities, whatever they speak of. */
  readonly databases?: readonly NamedDatabase[];
  readonly storePath: string;
  /** Whether all is to be read anew, though the store could be told what changed. */
  readonly full?: boolean;
  /** What becomes of what the store holds and nobody names here: it goes, unless it is to stay as it is. */
  readonly rest?: 'goes' | 'stays';
  /** Told each time that an ecosystem of a source, or a list, is in. */
  readonly progress?: Progress;
  /** Told as the bytes of an answer come. */
  readonly arrived?: SourceOptions['arrived'];
};

/** What a sync brought, and what it did not; among its diagnostics a warning for what the store lost. */
export type SyncResult = FilledStore & {
  /** Why all was read anew; `undefined` where only what changed was asked for. */
  readonly anew: Anew | undefined;
};

/**
 * Brings the store up to date: asks for what changed since the last time, and once a week, or where that cannot be
 * told, for all, so that records which the sources no longer have are gone from it. The outcome is the same either way.
 * Throws `HostError`, and leaves the old store in use, when a source cannot be reached, is damaged or gives nothing.
 */
export async function sync(host: Host, request: SyncRequest): Promise<SyncResult> {
  const { from, ecosystems, lists = [], databases = [], storePath, rest = 'goes' } = request;
  if (from.length + databases.length === 0 && (lists.length === 0 || rest === 'goes')) throw noSource(lists);
  if (from.length > 0 && ecosystems?.length === 0)
    throw new UsageError(
      'no ecosystem is wanted: the inventory holds no package that advisories speak of',
      'Run `tureen scan` to see what was found.',
    );
  const options = { beside: storePath, arrived: request.arrived };
  const sources = await Promise.all([...new Set(from)].map((address) => host.openSource(address, options)));
  refuseTwoModels(lists);
  const work = {
    errands: (await Promise.all(sources.map((source) => errandsAt(source, ecosystems)))).flat(),
    lists: await Promise.all(lists.map((list) => openList(host, list, options))),
    databases: await Promise.all(databases.map((database) => openDatabase(host, database, options))),
    askedForAll: ecosystems === undefined ? from : [],
    now: host.clock.now().toISOString(),
    progress: request.progress,
  };
  const update = await host.stores.update(storePath);
  const kept = update === undefined || rest === 'goes' ? nothingKept : keptParts(update.held, work);
  if (from.length + databases.length + kept.sources.length + kept.databases.length === 0) {
    update?.abandon();
    throw noSource(lists);
  }
  const changing = update && withoutKept(update.held, kept);
  const reason = request.full === true ? 'asked' : changing === undefined ? 'no store' : anewBecause(changing, work);
  if (update !== undefined && reason === undefined) {
    const { builder, changes } = await startUpdate(update, work);
    const updated = await fillStore(host, builder, work, { kept, changes });
    if (updated !== undefined) return { ...updated, anew: undefined };
  }
  const lost = changing === undefined ? [] : noLongerNamed(changing, work);
  if (reason !== undefined) update?.abandon();
  const whole = await buildAnew(host, storePath, work, rest === 'stays' && update !== undefined);
  return { ...whole, diagnostics: [...lost, ...whole.diagnostics], anew: reason ?? 'unsure' };
}

function noSource(lists: readonly NamedList[]): UsageError {
  return new UsageError(
    lists.length === 0
      ? 'no source of advisories is named'
      : 'no source of advisories is named: lists only tell more of what advisories find',
    'Name a folder or an address with --from, or under `advisories` in tureen.yaml: `sources: [...]`.',
  );
}

/** Reads all that is named anew, and takes over from the old store what is not named, where that is to stay. */
async function buildAnew(host: Host, storePath: string, work: Work, restStays: boolean) {
  const builder = await host.stores.build(storePath);
  try {
    const old = restStays ? await host.stores.unload(storePath) : undefined;
    const kept = old === undefined ? nothingKept : keptParts(old.held, work);
    const whole = await fillStore(host, builder, work, { old, kept });
    if (whole === undefined) throw new Error('a new store is always certain');
    return whole;
  } catch (error) {
    builder.abandon();
    throw error;
  }
}

async function errandsAt(source: FeedSource, ecosystems: readonly string[] | undefined): Promise<Errand[]> {
  const errands: Errand[] = [];
  for (const feed of feeds)
    for (const ecosystem of ecosystems?.toSorted() ?? (await listedAt(source, feed)))
      errands.push({ feed, source: sourceFor(`${feed.title} advisories for ${ecosystem}`, source), ecosystem });
  return errands;
}

async function listedAt(source: FeedSource, feed: Errand['feed']): Promise<readonly string[]> {
  const index = await source.get(feed.index);
  const listed = index === undefined ? undefined : feed.ecosystems(index);
  if (listed !== undefined) return listed;
  throw new HostError(
    `"${source.address}" ${index === undefined ? `has no ${feed.index}` : `answers ${feed.index} with something else`}`,
    'Check the address, or name the ecosystems that are wanted. The store was not changed.',
  );
}

/** Asks the sources what changed while the store is copied. */
async function startUpdate(update: StoreUpdate, { errands }: Work) {
  const [started, asked] = await Promise.allSettled([update.start(), changesSince(update.held, errands)]);
  if (started.status === 'rejected') throw started.reason;
  if (asked.status === 'fulfilled') return { builder: started.value, changes: asked.value };
  started.value.abandon();
  throw asked.reason;
}

async function changesSince(held: HeldContent, errands: readonly Errand[]): Promise<ChangesOf> {
  const found = new Map<Errand, Changes>();
  for (const errand of errands) {
    const state = stateOf(held, errand);
    const changes = state === undefined ? undefined : await changesAt(errand, state);
    if (changes !== undefined) found.set(errand, changes);
  }
  return found;
}
