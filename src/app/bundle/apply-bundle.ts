import { zipEntries, type ZipEntry } from '../../base/archives/zip-entries.ts';
import { HostError } from '../../base/errors.ts';
import { compareInstants } from '../../base/instant.ts';
import { listFeeds } from '../../feeds/index.ts';
import type { Host } from '../host.ts';
import type { StoreContent, StoreBuilder } from '../store-content.ts';
import { readList } from '../sync/sync-lists.ts';
import type { Manifest } from './manifest.ts';
import type { OpenedBundle } from './open-bundle.ts';
import { readPublished } from './read-published.ts';

/** What a bundle made of a store. */
export type AppliedBundle = {
  readonly content: StoreContent;
  /** When what the store held was fetched, where that is later than what the bundle holds. */
  readonly newer: string | undefined;
  /** What the store held of which the bundle has nothing. */
  readonly gone: readonly string[];
};

/**
 * Makes the store what a bundle says: of a full one alone, of a delta from the state that it names. Each record is read
 * anew from what was published, and the store is swapped in only when its hash is the one in the bundle. A delta that leads
 * back is refused; a full one is taken, and tells when what it replaced was fetched, and what it does not hold of that.
 * Throws `HostError`.
 */
export async function applyBundle(
  host: Host,
  { name, bundle, storePath }: { readonly name: string; readonly bundle: OpenedBundle; readonly storePath: string },
): Promise<AppliedBundle> {
  const { manifest } = bundle;
  const before = await contentBefore(host, storePath);
  const builder =
    manifest.base === undefined
      ? await host.stores.build(storePath)
      : await (await host.stores.update(storePath))?.start();
  if (builder === undefined) throw otherBase(name, manifest, 'there is no store here that it could change');
  try {
    if (manifest.base !== undefined && builder.hash() === manifest.snapshot && manifest.snapshot !== manifest.base)
      throw new HostError(
        `the bundle "${name}" is refused: the store is at ${manifest.snapshot} already, to which it leads`,
        'There is nothing to do. The store was not changed.',
      );
    if (manifest.base !== undefined && builder.hash() !== manifest.base && isLater(before?.fetched, manifest.fetched))
      throw new HostError(
        `the bundle "${name}" is refused: it leads to what was fetched ${manifest.fetched}, and the store holds what was fetched ${before?.fetched}, which is newer`,
        `Where a later bundle of its maker was taken, there is nothing to do. Otherwise ask for one that changes the state ${builder.hash()}, or for a full one. The store was not changed.`,
      );
    if (manifest.base !== undefined && builder.hash() !== manifest.base)
      throw otherBase(name, manifest, `it changes the state ${manifest.base}, and the store is at ${builder.hash()}`);
    addRecords(builder, name, bundle);
    addDatabases(builder, name, bundle);
    addLists(builder, bundle);
    if (builder.hash() !== manifest.snapshot)
      throw new HostError(
        `the bundle "${name}" is refused: the store would be ${builder.hash()}, not ${manifest.snapshot}`,
        manifest.base === undefined
          ? 'Ask its maker for one that was made with this version of Tureen. The store was not changed.'
          : 'Ask its maker for a full bundle. The store was not changed.',
      );
    const content = await builder.finish(manifest.fetched);
    return {
      content,
      newer: isLater(before?.fetched, manifest.fetched) ? before?.fetched : undefined,
      gone: before === undefined || manifest.base !== undefined ? [] : goneBy(before, manifest),
    };
  } catch (error) {
    builder.abandon();
    throw error;
  }
}

type Filled = Extract<StoreContent, { readonly kind: 'filled' }>;

/** What a store holds; `undefined` where there is none that this Tureen reads. */
async function contentBefore(host: Host, storePath: string): Promise<Filled | undefined> {
  try {
    const store = await host.stores.open(storePath);
    const content = store.content();
    store.close();
    return content.kind === 'filled' ? content : undefined;
  } catch (error) {
    if (error instanceof HostError) return undefined;
    throw error;
  }
}

/** Ecosystems, lists and databases of a store that a bundle has none of, wherever it took them from. */
function goneBy({ sources, lists = [], databases = [] }: Filled, manifest: Manifest): readonly string[] {
  const feeds = new Set([...manifest.lists, ...(manifest.databases ?? [])].map(({ feed }) => feed));
  const isThere = (feed: string, ecosystem: string) =>
    manifest.sources.some((source) => source.feed === feed && source.ecosystem === ecosystem);
  return [
    ...sources.flatMap(({ feed, ecosystem }) => (isThere(feed, ecosystem) ? [] : [`${ecosystem} of ${feed}`])),
    ...[...lists, ...databases].flatMap(({ feed, from }) => (feeds.has(feed) ? [] : [`${feed} from ${from}`])),
  ];
}

function isLater(instant: string | undefined, other: string): instant is string {
  return instant !== undefined && compareInstants(instant, other) > 0;
}

function otherBase(name: string, { base }: Manifest, reason: string): HostError {
  return new HostError(
    `the bundle "${name}" is refused: ${reason}`,
    `Apply the bundle that leads to ${base} first, or ask for a full one; what was fetched into the store here makes it another state. The store was not changed.`,
  );
}

function addRecords(builder: StoreBuilder, name: string, { manifest, file }: OpenedBundle): void {
  const isDelta = manifest.base !== undefined;
  const { sources } = manifest;
  for (const held of builder.held.sources) {
    if (
      sources.some(
        ({ feed, from, ecosystem }) => feed === held.feed && from === held.from && ecosystem === held.ecosystem,
      )
    )
      continue;
    builder.begin(held, 'whole');
    builder.end(held.state);
  }
  for (const [feed, id] of manifest.removed) builder.remove(feed, id);
  for (const source of sources) {
    builder.begin(source, isDelta ? 'changes' : 'whole');
    for (const { path } of source.files)
      for (const entry of zipEntries(file(path))) {
        const record = readPublished(source.feed, entry.path, entry.open());
        if (record?.kind !== 'advisory') throw cannotRead(name, source.feed, entry);
        builder.add(record.advisory, entry.deflated ?? record.document);
      }
    const { fetched, loaded, sha256, unreadable } = source;
    builder.end({ fetched, loaded, sha256, unreadable });
  }
}

/** A record in its latest state replaces whatever stands, even where its feed went back to an earlier one. */
function addDatabases(builder: StoreBuilder, name: string, { manifest, file }: OpenedBundle): void {
  builder.dropDatabases();
  for (const { files, records: _, notice, ...database } of manifest.databases ?? []) {
    for (const { path } of files)
      for (const entry of zipEntries(file(path))) {
        const record = readPublished(database.feed, entry.path, entry.open());
        if (record?.kind !== 'cve') throw cannotRead(name, database.feed, entry);
        if (manifest.base !== undefined) builder.remove(record.cve.feed, record.cve.id);
        builder.addCve(record.cve, entry.deflated ?? record.document);
      }
    builder.addDatabase({ ...database, ...(notice !== undefined && { notice }) }, undefined);
  }
}

function cannotRead(name: string, feed: string, { path }: ZipEntry): HostError {
  return new HostError(
    `the bundle "${name}" is refused: "${path}" of ${feed} cannot be read`,
    'Use the version of Tureen that made it, or a newer one. The store was not changed.',
  );
}

function addLists(builder: StoreBuilder, { manifest, file }: OpenedBundle): void {
  builder.dropLists(listFeeds.map(({ name }) => name));
  for (const list of manifest.lists) {
    const feed = listFeeds.find(({ name }) => name === list.feed);
    if (feed === undefined) continue;
    readList(builder, { feed, from: list.from }, { path: list.asked, bytes: file(list.file.path), validators: {} });
  }
}
