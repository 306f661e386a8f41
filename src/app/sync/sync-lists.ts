import { hash } from 'node:crypto';
import { compareText } from '../../base/compare.ts';
import { HostError, UsageError } from '../../base/errors.ts';
import { listFeeds } from '../../feeds/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { UsedList } from '../../model/anomalies/evaluation.ts';
import type { ListEdition } from '../../model/anomalies/fact.ts';
import type { ListFeed } from '../../model/plugs/feed.ts';
import type { Host } from '../host.ts';
import type { FeedSource, SourceOptions } from '../feed-source.ts';
import type { ListAnswer, StoreBuilder, UnreadableRecord } from '../store-content.ts';
import { interfaceAt } from './interface-at.ts';
import { listPagesOf } from './list-pages.ts';
import { sourceFor } from './source-for.ts';
import { unreadableRecord, unreadableRecords } from './unreadable-records.ts';

/** A list to fetch: which one, and the folder, file or address that it lies at. */
export type NamedList = { readonly feed: ListFeed['name']; readonly from: string };

/** What one list gave. */
export type SyncedList = UsedList & { readonly unreadable: readonly UnreadableRecord[] };

/** A list whose place was opened, with the paths to ask it for. */
export type OpenedList = {
  readonly feed: ListFeed;
  readonly from: string;
  readonly source: FeedSource;
  readonly paths: readonly string[];
  /** Whether it is asked for page by page. */
  readonly inPages: boolean;
};

/** Opens the place of a list; one that ends in the name of a file is the list itself, whatever it is called. */
export async function openList(
  host: Host,
  { feed: name, from }: NamedList,
  options?: SourceOptions,
): Promise<OpenedList> {
  const feed = listFeeds.find((each) => each.name === name);
  if (feed === undefined) throw new Error(`there is no feed "${name}"`);
  const opened = async (place: string, more?: SourceOptions) =>
    sourceFor(`${feed.title} list`, await host.openSource(place, { ...options, ...more }));
  const { pages, endings = [], requests } = feed;
  const paged = pages && interfaceAt(pages.ending, from);
  if (pages !== undefined && paged !== undefined) {
    const source = await opened(paged.place, { headers: pages.headers, pace: pages.pace });
    return { feed, from, source, paths: [paged.path], inPages: true };
  }
  const named = endings.flatMap((ending) => interfaceAt(ending, from) ?? [])[0];
  if (named !== undefined)
    return { feed, from, source: await opened(named.place), paths: [named.path], inPages: false };
  const [, folder = '', file = ''] = /^(?:(.*)[/\\])?([^/\\]+\.(?:json|csv|gz|zip))$/s.exec(from) ?? [];
  const source = await opened(file === '' ? from : folder === '' ? (from.startsWith('/') ? '/' : '.') : folder);
  return { feed, from, source, paths: file === '' ? requests : [file], inPages: false };
}

/** Several catalogues of exploited vulnerabilities add up; scores of two models would be mixed. Throws `UsageError`. */
export function refuseTwoModels(lists: readonly NamedList[]): void {
  if (lists.filter(({ feed }) => feed === 'epss').length > 1)
    throw new UsageError('two lists of epss are named, and their models differ', 'Name one of them.');
}

/** A list that stays as it is, with its bytes. */
export type KeptList = { readonly held: HeldList; readonly bytes: () => Uint8Array };

/**
 * Puts lists into a store that is being made, by feed and of one feed in their order, so that it is the same in whatever
 * steps they came. One that is still as the store holds it is not read again, unless another list of the same kind
 * changed: their facts are kept together. Throws `HostError` when a list is not there or damaged.
 */
export async function syncLists(
  builder: StoreBuilder,
  lists: readonly OpenedList[],
  kept: readonly KeptList[] = [],
): Promise<readonly SyncedList[]> {
  const held = builder.held.lists;
  const asked: { opened: OpenedList; old: HeldList | undefined; answer: ListAnswer | undefined }[] = [];
  for (const opened of lists) {
    const old = held.find(({ list }) => list.feed === opened.feed.name && list.from === opened.from);
    asked.push({ opened, old, answer: await askList(opened, old) });
  }
  const changed = new Set(asked.filter(({ answer }) => answer !== undefined).map(({ opened }) => opened.feed.name));
  const areHeld = kept.every(({ held: list }) => held.includes(list));
  if (changed.size === 0 && areHeld)
    return asked.flatMap(({ old }) => (old === undefined ? [] : [{ ...old.list, unreadable: [] }]));
  const named = asked.map(({ opened: { feed, from }, old, answer }) => ({
    feed,
    from,
    old,
    answer: answer ?? { path: '', validators: {}, ...old, bytes: builder.listBytes(feed.name, from) },
  }));
  const all = [...named, ...kept.flatMap((list) => keptAnswer(list, areHeld))].toSorted((a, b) =>
    compareText(a.feed.name, b.feed.name),
  );
  builder.dropLists([...changed]);
  const synced = new Map<object, SyncedList>();
  for (const each of all) {
    const { feed, from, old, answer } = each;
    if (changed.has(feed.name) || old === undefined) synced.set(each, readList(builder, { feed, from }, answer));
    else {
      builder.addList(old.list, answer);
      synced.set(each, { ...old.list, unreadable: [] });
    }
  }
  return named.flatMap((each) => synced.get(each) ?? []);
}

function keptAnswer({ held, bytes }: KeptList, isHeld: boolean) {
  const { list, path, validators } = held;
  const feed = listFeeds.find(({ name }) => name === list.feed);
  const answer = { path, validators, bytes: bytes() };
  return feed === undefined ? [] : [{ feed, from: list.from, old: isHeld ? held : undefined, answer }];
}

type HeldList = StoreBuilder['held']['lists'][number];

/** The answer with the list; `undefined` where it is as the store holds it. */
async function askList(
  { feed, from, source, paths, inPages }: OpenedList,
  old: HeldList | undefined,
): Promise<ListAnswer | undefined> {
  const [path = ''] = paths;
  if (inPages && feed.pages !== undefined) {
    const bytes = await listPagesOf(feed.pages, source, path);
    return hash('sha256', bytes) === old?.list.hash ? undefined : { path, bytes, validators: {} };
  }
  for (const each of paths) {
    const answer = await source.ask({ path: each, unless: old?.path === each ? old.validators : undefined });
    if (answer.kind === 'unchanged') return undefined;
    if (answer.kind === 'bytes') return { path: each, bytes: answer.bytes, validators: answer.validators };
  }
  throw refusal(
    feed,
    from,
    'is not there',
    `It is looked for as ${paths.join(', ')}; name its folder or the file itself.`,
  );
}

/** Reads a list into a store that is being made. Throws `HostError` when it is damaged. */
export function readList(
  builder: StoreBuilder,
  { feed, from }: Pick<OpenedList, 'feed' | 'from'>,
  answer: ListAnswer,
): SyncedList {
  const unreadable: UnreadableRecord[] = [];
  let records = 0;
  let edition: ListEdition | undefined;
  for (const record of feed.records(answer.path, answer.bytes)) {
    if (record.kind === 'damaged')
      throw refusal(feed, from, `is damaged: ${record.reason}`, 'Check the address, and fetch it again.');
    if (record.kind === 'edition') edition = record;
    else if (record.kind === 'unreadable') unreadable.push(unreadableRecord(record));
    else {
      builder.addFact(record);
      records++;
    }
  }
  if (edition === undefined || records === 0)
    throw refusal(feed, from, 'holds no entry that can be read', 'Check the address.');
  const { edition: name, dated, hash } = edition;
  const list = {
    feed: feed.name,
    from,
    records,
    ...(name !== undefined && { edition: name }),
    ...(dated !== undefined && { dated }),
    hash,
  };
  builder.addList(list, answer);
  return { ...list, unreadable };
}

/** A warning where entries of a list cannot be read. */
export function shortcomingsOfList({ feed, from, records, unreadable }: SyncedList): readonly Diagnostic[] {
  return unreadableRecords(feed, { file: from }, records, unreadable);
}

function refusal({ title }: ListFeed, from: string, what: string, help: string): HostError {
  return new HostError(`the ${title} list at "${from}" ${what}`, `${help} The store was not changed.`);
}
