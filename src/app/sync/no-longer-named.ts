import { counted } from '../../base/counted.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HeldContent } from '../store-content.ts';
import type { Work } from './sync-work.ts';

/** The warning about what a store held and loses, because this sync does not name it: another command may have fetched it. */
export function noLongerNamed(
  held: HeldContent,
  { errands, lists, databases }: Pick<Work, 'errands' | 'lists' | 'databases'>,
): readonly Diagnostic[] {
  const named = new Set([
    ...errands.map(({ feed, source, ecosystem }) => keyOf(feed.name, source.address, ecosystem)),
    ...[...lists, ...databases].map(({ feed, from }) => keyOf(feed.name, from)),
  ]);
  const ofDatabases = new Set([
    ...databases.map(({ feed, from }) => keyOf(feed.name, from)),
    ...held.databases.map((one) => keyOf(one.feed, one.from)),
  ]);
  const sources = held.sources.filter(
    ({ feed, from, ecosystem }) => !named.has(keyOf(feed, from, ecosystem)) && !ofDatabases.has(keyOf(feed, from)),
  );
  const others = [...held.lists.map(({ list }) => list), ...held.databases].filter(
    ({ feed, from }) => !named.has(keyOf(feed, from)),
  );
  const lost = [
    ...[...Map.groupBy(sources, ({ feed, from }) => keyOf(feed, from)).values()].flatMap(([first, ...rest]) =>
      first === undefined ? [] : [`${ecosystemsIn([first, ...rest])} of ${first.feed} from ${first.from}`],
    ),
    ...others.map(({ feed, from }) => `${feed} from ${from}`),
  ];
  if (lost.length === 0) return [];
  return [
    {
      rule: 'sync/no-longer-named',
      severity: 'warning',
      message: `the store holds no more, as this sync does not name it: ${lost.join('; ')}`,
      place: { file: 'tureen.yaml' },
      help: 'A store holds what the latest sync names. Where that is wanted still, name all in one command, or under `advisories` in tureen.yaml (sources, lists, databases), which `tureen sync` alone reads.',
    },
  ];
}

function ecosystemsIn(sources: HeldContent['sources']): string {
  const names = sources.map(({ ecosystem }) => ecosystem);
  return names.length > 3 ? counted(names.length, 'ecosystem') : names.join(', ');
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
