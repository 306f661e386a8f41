import type { OrderedEntry } from './ordered-entry.ts';
import { splitTag } from '../../../versions/tag.ts';

/** What of an entry can be compared with a tag, and how tags of it are called that cannot. */
export type OfFamily = { readonly entry: OrderedEntry; readonly others: readonly string[] };

/**
 * Leaves of an entry what is called as a tag is: a repository may hold several things that are numbered apart, as `a-1.0` and
 * `b-1.0`. What is called by no name, or by that of the repository, is of the only family that there is.
 */
export function ofFamily(tag: string, repository: string, entry: OrderedEntry): OfFamily {
  const familyOf = (text: string) => nameIn(text, repository);
  const bounds = entry.ranges.filter(({ kind }) => kind !== 'git').flatMap(({ events }) => events.flatMap(boundsOf));
  const names = new Set([tag, ...entry.versions, ...bounds].map(familyOf).filter((name) => name !== ''));
  const own = familyOf(tag);
  const isOwn = (text: string) => names.size < 2 || text === tag || familyOf(text) === own;
  return {
    entry: {
      ...entry,
      versions: entry.versions.filter(isOwn),
      ranges: entry.ranges.filter(({ kind, events }) => kind === 'git' || events.flatMap(boundsOf).every(isOwn)),
    },
    others: [...names].filter((name) => name !== own).toSorted(),
  };
}

/** A bound that is open belongs to every family. */
function boundsOf(event: OrderedEntry['ranges'][number]['events'][number]): readonly string[] {
  return Object.values(event).filter((version) => version !== '0' && version !== '*');
}

/** The name in front of the number of a tag; empty where it is the name of the repository, or none. */
function nameIn(tag: string, repository: string): string {
  const name = splitTag(tag)?.name ?? '';
  return name === lettersOf(repository.slice(repository.lastIndexOf('/') + 1)) ? '' : name;
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
