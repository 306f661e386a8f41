import { HostError } from '../../base/errors.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Host } from '../host.ts';
import type { FeedState, HeldContent, StoreBuilder, StoreContent, StoreUnloading } from '../store-content.ts';
import { carryOver } from './carry-over.ts';
import { shortcomingsOfDatabase, syncDatabase, type SyncedDatabase } from './databases/sync-databases.ts';
import { askedAt, type KeptParts } from './kept-parts.ts';
import { notAsked } from './not-asked.ts';
import { shortcomingsOfSource, syncEcosystem, type Changes, type Errand, type SyncedSource } from './sync-ecosystem.ts';
import { shortcomingsOfList, syncLists, type SyncedList } from './sync-lists.ts';
import type { Work } from './sync-work.ts';

/** What each source says that changed since it was last asked, of those that can tell. */
export type ChangesOf = ReadonlyMap<Errand, Changes>;

/** What a store is made of beside what is fetched. */
export type Standing = {
  /** What stays: in an update untouched, in a new store taken over from the old one. */
  readonly kept: KeptParts;
  readonly old?: StoreUnloading | undefined;
  readonly changes?: ChangesOf;
};

/** What was put into a store. */
export type FilledStore = {
  readonly sources: readonly SyncedSource[];
  readonly lists: readonly SyncedList[];
  readonly databases: readonly SyncedDatabase[];
  /** A warning for each ecosystem without records, each with unreadable ones, and for what was left as it was too long. */
  readonly diagnostics: readonly Diagnostic[];
  readonly content: StoreContent;
};

/** Puts all into a store and swaps it in; `undefined` when an update cannot tell what a new store would hold. */
export async function fillStore(
  host: Host,
  builder: StoreBuilder,
  work: Work,
  { kept, old, changes }: Standing,
): Promise<FilledStore | undefined> {
  try {
    const { fetched, asked } = askedAt(old?.held ?? builder.held, kept, work);
    if (old !== undefined) carryOver(builder, old, kept, work.now);
    const sources: SyncedSource[] = [];
    for (const errand of work.errands) {
      const state = stateOf(builder.held, errand);
      const synced = await syncEcosystem(builder, errand, state, changes?.get(errand), work.now);
      work.progress?.(synced);
      sources.push(synced);
    }
    for (const [source, given] of Map.groupBy(sources, ({ from }) => from))
      if (given.every(({ records }) => records === 0)) throw nothingAt(source, given);
    const bytes = old?.listBytes ?? builder.listBytes;
    const lists = await syncLists(
      builder,
      work.lists,
      kept.lists.map((held) => ({ held, bytes: () => bytes(held.list.feed, held.list.from) })),
    );
    old?.close();
    for (const list of lists) work.progress?.(list);
    const databases: SyncedDatabase[] = [];
    for (const database of work.databases) {
      const synced = await syncDatabase(host, builder, database);
      work.progress?.(synced);
      databases.push(synced);
    }
    if (!builder.certain()) {
      builder.abandon();
      return undefined;
    }
    const diagnostics = [
      ...sources.flatMap(shortcomingsOfSource),
      ...lists.flatMap(shortcomingsOfList),
      ...databases.flatMap(shortcomingsOfDatabase),
      ...notAsked(kept, fetched),
    ];
    const content = await builder.finish(fetched, { now: work.now, asked });
    return { sources, lists, databases, diagnostics, content };
  } catch (error) {
    old?.close();
    builder.abandon();
    throw error;
  }
}

/** How a source stood when it was last asked for an ecosystem; `undefined` where the store holds nothing of that. */
export function stateOf(held: HeldContent, { feed, source, ecosystem }: Errand): FeedState | undefined {
  return held.sources.find(
    (each) => each.feed === feed.name && each.from === source.address && each.ecosystem === ecosystem,
  )?.state;
}

function nothingAt(address: string, given: readonly SyncedSource[]): HostError {
  const asked = given.map(({ ecosystem }) => ecosystem).join(', ');
  return new HostError(
    `"${address}" has no advisories${asked === '' ? '' : ` for ${asked}`}`,
    'Check the address: it needs one folder for each ecosystem. The store was not changed.',
  );
}
