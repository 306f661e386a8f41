import type { LinePlace } from '../../model/place.ts';
import { packageNames, type ComposerEntry } from './composer-lock-schema.ts';
import type { ComposerFacts } from './composer-package.ts';

/** A package of the lockfile, and the list that it stands in. */
export type ComposerRow = {
  readonly list: 'packages' | 'packages-dev';
  readonly entry: ComposerEntry;
  readonly at: LinePlace;
  readonly facts: ComposerFacts;
};

/** The package of a name, or else those that stand in for it. */
export function composerFinder(rows: readonly ComposerRow[]): (name: string) => readonly ComposerRow[] {
  const named = Map.groupBy(rows, ({ entry }) => entry.name.toLowerCase());
  const standing = new Map<string, ComposerRow[]>();
  for (const row of rows) {
    for (const name of new Set([...packageNames(row.entry.replace), ...packageNames(row.entry.provide)])) {
      const known = standing.get(name);
      if (known === undefined) standing.set(name, [row]);
      else known.push(row);
    }
  }
  return (name) => named.get(name) ?? standing.get(name) ?? [];
}
