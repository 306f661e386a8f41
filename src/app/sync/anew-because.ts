import type { HeldContent } from '../store-content.ts';
import { keyOf } from './name-parts.ts';
import type { Work } from './sync-work.ts';

/** Why a store is built anew rather than brought up to date. */
export type Anew =
  /** The person wants it. */
  | 'asked'
  /** There is none, or it is damaged or of another format. */
  | 'no store'
  /** Records that vanished are seen only when all are read. */
  | 'a week old'
  /** The store holds a source, ecosystem, list or database that is named no longer, or from elsewhere. */
  | 'named otherwise'
  /** A database that does not tell what changed is read whole. */
  | 'databases'
  /** Two sources disagree about a record that one of them took back. */
  | 'unsure';

/** Whether, and why, what is held cannot be brought up to date by what changed alone. */
export function anewBecause(
  held: HeldContent,
  { errands, lists, databases, now }: Pick<Work, 'errands' | 'lists' | 'databases' | 'now'>,
): Anew | undefined {
  const named = new Set(databases.map(({ feed, from }) => keyOf(feed.name, from)));
  const same = held.databases.filter(({ feed, from }) => named.has(keyOf(feed, from)));
  if (same.some(({ state }) => state === undefined)) return 'databases';
  if (isLongUnread(held.rebuilt, now)) return 'a week old';
  const wanted = new Set(errands.map(({ feed, source, ecosystem }) => keyOf(feed.name, source.address, ecosystem)));
  const listed = new Set(lists.map(({ feed, from }) => keyOf(feed.name, from)));
  const isHeld =
    same.length === held.databases.length &&
    held.sources.every(
      ({ feed, from, ecosystem }) => wanted.has(keyOf(feed, from, ecosystem)) || named.has(keyOf(feed, from)),
    ) &&
    held.lists.every(({ list }) => listed.has(keyOf(list.feed, list.from)));
  return isHeld ? undefined : 'named otherwise';
}

/** Whether what was all read at an instant is to be read again as a whole, for what its source took back since. */
export function isLongUnread(read: string, now: string): boolean {
  const age = Date.parse(now) - Date.parse(read);
  return !(age >= 0 && age < longest);
}

const longest = 7 * 24 * 60 * 60 * 1000;
