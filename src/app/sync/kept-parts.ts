import { compareInstants } from '../../base/instant.ts';
import type { HeldContent } from '../store-content.ts';
import type { StoreParts } from './name-parts.ts';
import type { Work } from './sync-work.ts';

/** What stays in a store as it is while other parts of it are fetched. */
export type KeptParts = StoreParts;

/** Nothing stays. */
export const nothingKept: KeptParts = { sources: [], lists: [], databases: [] };

/**
 * What a sync leaves as it is: the ecosystems, lists and databases that it does not name. What it names takes the place of
 * the same from wherever that came. A source that was asked for all that it has gave up what it lists no more.
 */
export function keptParts(
  held: HeldContent,
  { errands, lists, databases, askedForAll }: Pick<Work, 'errands' | 'lists' | 'databases' | 'askedForAll'>,
): KeptParts {
  const ecosystems = new Set(errands.map(({ feed, ecosystem }) => `${feed.name} ${ecosystem}`));
  const feeds = new Set([...lists, ...databases].map(({ feed }): string => feed.name));
  return {
    sources: held.sources.filter(
      ({ feed, from, ecosystem }) =>
        !ecosystems.has(`${feed} ${ecosystem}`) && !askedForAll.includes(from) && !feeds.has(feed),
    ),
    lists: held.lists.filter(({ list }) => !feeds.has(list.feed)),
    databases: held.databases.filter(({ feed }) => !feeds.has(feed)),
  };
}

/** What a store holds beside what stays. */
export function withoutKept(held: HeldContent, { sources, lists, databases }: KeptParts): HeldContent {
  return {
    ...held,
    sources: held.sources.filter((source) => !sources.includes(source)),
    lists: held.lists.filter((list) => !lists.includes(list)),
    databases: held.databases.filter((database) => !databases.includes(database)),
  };
}

/** When the oldest part of a store was asked for that is about to be made, and when its lists and databases were, where that differs. */
export function askedAt(held: HeldContent, kept: KeptParts, { lists, databases, now }: Work) {
  const old = [...kept.lists.map(({ list }) => ({ ...list, state: undefined })), ...kept.databases].map(
    ({ feed, from, state }) =>
      [`${feed} ${from}`, state?.fetched ?? held.asked[`${feed} ${from}`] ?? held.fetched] as const,
  );
  const instants = [...kept.sources.map(({ state }) => state.fetched), ...old.map(([, instant]) => instant)];
  const fetched = instants.reduce((oldest, one) => (compareInstants(one, oldest) < 0 ? one : oldest), now);
  const fresh = [...lists, ...databases].map(({ feed, from }) => [`${feed.name} ${from}`, now] as const);
  return { fetched, asked: instants.length === 0 ? {} : Object.fromEntries([...old, ...fresh]) };
}
