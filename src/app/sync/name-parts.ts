import { counted } from '../../base/counted.ts';
import type { HeldContent } from '../store-content.ts';

/** Ecosystems, lists and databases of a store. */
export type StoreParts = Pick<HeldContent, 'sources' | 'lists' | 'databases'>;

/** What some parts of a store are called, each with where it came from; what a database says of ecosystems goes with it. */
export function nameParts({ sources, lists, databases }: StoreParts, held: StoreParts): readonly string[] {
  const ofDatabases = new Set([...databases, ...held.databases].map(({ feed, from }) => keyOf(feed, from)));
  const own = sources.filter(({ feed, from }) => !ofDatabases.has(keyOf(feed, from)));
  return [
    ...[...Map.groupBy(own, ({ feed, from }) => keyOf(feed, from)).values()].flatMap(([first, ...rest]) =>
      first === undefined ? [] : [`${ecosystemsIn([first, ...rest])} of ${first.feed} from ${first.from}`],
    ),
    ...[...lists.map(({ list }) => list), ...databases].map(({ feed, from }) => `${feed} from ${from}`),
  ];
}

function ecosystemsIn(sources: StoreParts['sources']): string {
  const names = sources.map(({ ecosystem }) => ecosystem);
  return names.length > 3 ? counted(names.length, 'ecosystem') : names.join(', ');
}

/** The text under which what was fetched from somewhere is looked up. */
export function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
