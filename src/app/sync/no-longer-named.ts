import type { Diagnostic } from '../../model/diagnostic.ts';
import type { HeldContent } from '../store-content.ts';
import { keyOf, nameParts } from './name-parts.ts';
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
  const ofNamed = new Set(databases.map(({ feed, from }) => keyOf(feed.name, from)));
  const lost = nameParts(
    {
      sources: held.sources.filter(
        ({ feed, from, ecosystem }) => !named.has(keyOf(feed, from, ecosystem)) && !ofNamed.has(keyOf(feed, from)),
      ),
      lists: held.lists.filter(({ list }) => !named.has(keyOf(list.feed, list.from))),
      databases: held.databases.filter(({ feed, from }) => !named.has(keyOf(feed, from))),
    },
    held,
  );
  if (lost.length === 0) return [];
  return [
    {
      rule: 'sync/no-longer-named',
      severity: 'warning',
      message: `the store holds no more, as this sync does not name it: ${lost.join('; ')}`,
      place: { file: 'tureen.yaml' },
      help: 'Where that is wanted still, name it as well, by an option of the same command or under `advisories` in tureen.yaml (sources, lists, databases), which `tureen sync` alone reads.',
    },
  ];
}
