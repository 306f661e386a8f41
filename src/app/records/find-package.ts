import { UsageError } from '../../base/errors.ts';
import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import { quote } from '../../base/quote.ts';
import type { Component } from '../../model/component.ts';
import { nearestKeys } from '../../base/nearest-key.ts';

/**
 * The package that a person means: by package URL, by type and name such as `pypi/requests`, or by a name alone that only
 * one package has. Throws `UsageError` for one that is not there, and for a name that several have.
 */
export function findPackage(components: readonly Component[], wanted: string): string {
  const known = Map.groupBy(components, ({ purl }) => packageOf(purl));
  const purl = packageOf(wanted.startsWith('pkg:') ? wanted : `pkg:${wanted}`);
  if (known.has(purl)) return purl;
  const names = wanted.startsWith('pkg:') ? [] : namesOf(wanted);
  const sameName = [...known].filter(([, found]) => found.some(({ name }) => names.includes(name.toLowerCase())));
  const meant = sameName.length > 0 ? sameName : [...known].filter(([soup]) => names.includes(lastWord(soup)));
  const [first, ...others] = meant.map(([soup]) => soup).toSorted();
  if (first === undefined) throw unknownPackage(wanted, [...known.keys()]);
  if (others.length === 0) return first;
  const listed = [first, ...others].slice(0, most);
  const more = others.length + 1 - listed.length;
  throw new UsageError(
    `${quote(wanted)} may be ${others.length + 1} packages`,
    `Say which: ${listed.join(', ')}${more > 0 ? `, or one of ${more} more` : ''}.`,
  );
}

const most = 8;

/** A name as it stands, and without a version behind it. */
function namesOf(wanted: string): readonly string[] {
  const name = wanted.toLowerCase();
  const at = name.lastIndexOf('@');
  return at > 0 ? [name, name.slice(0, at)] : [name];
}

function lastWord(soup: string): string {
  return parsePurl(soup)?.name.toLowerCase() ?? '';
}

function unknownPackage(wanted: string, known: readonly string[]): UsageError {
  const name = namesOf(wanted.slice(wanted.lastIndexOf('/') + 1)).at(-1) ?? '';
  const holding = known.filter((soup) => name.length > 1 && soup.includes(name));
  const byWord = new Map(known.map((soup) => [lastWord(soup), soup]));
  const near =
    holding.length > 0 ? holding : nearestKeys(name, [...byWord.keys()]).map((word) => byWord.get(word) ?? word);
  return new UsageError(
    `nothing in the inventory is ${wanted.startsWith('pkg:') ? packageOf(wanted) : quote(wanted)}`,
    near.length > 0 ? `Did you mean ${near.slice(0, 3).join(' or ')}?` : 'Run `tureen scan` to see what there is.',
  );
}
