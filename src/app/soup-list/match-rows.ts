import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Entry } from '../../model/entry.ts';
import type { ListedRow } from './list-rows.ts';
import { ecosystemTypes } from './ecosystem-types.ts';

/** The package of a row, beyond doubt or as a person said. */
export type MatchedRow = { readonly listed: ListedRow; readonly soup: string; readonly entries: readonly Entry[] };

/** A row without a package of its own: packages that it may mean, and why none of them was taken. */
export type UnmatchedRow = {
  readonly listed: ListedRow;
  readonly near: readonly { readonly soup: string; readonly why: string }[];
};

/** The rows of a list, with and without a package. */
export type MatchedList = { readonly matched: readonly MatchedRow[]; readonly unmatched: readonly UnmatchedRow[] };

/** What a person decided about rows: packages by row number, and that a version may differ where the name is the same. */
export type MatchDecisions = {
  /** Packages by the title of rows of this list that an earlier import made records of. */
  readonly remembered: ReadonlyMap<string, string>;
  readonly packages: ReadonlyMap<number, string>;
  readonly otherVersions: boolean;
};

/** Looks for each row's package: by package URL, or by name and version; what is only near is proposed and never taken. */
export function matchRows(
  rows: readonly ListedRow[],
  dossier: Dossier,
  { packages, remembered, otherVersions }: MatchDecisions,
): MatchedList {
  const bySoup = Map.groupBy(
    dossier.entries.filter(({ component }) => !component.firstParty),
    ({ component }) => packageOf(component.purl),
  );
  const known = [...bySoup].flatMap(([soup, entries]): readonly Known[] => {
    const [first] = entries;
    return first === undefined ? [] : [{ soup, entries, names: namesOf(soup, first) }];
  });
  const byName = indexBy(known, ({ names }) => names);
  const byRough = indexBy(known, ({ names }) => [...new Set(names.map(rough))].filter((name) => name.length > 1));
  const matched: MatchedRow[] = [];
  const unmatched: UnmatchedRow[] = [];
  for (const listed of rows) {
    const decided = packages.get(listed.row) ?? remembered.get(titleOf(listed));
    const given = decided ?? canonical(listed.says.get('purl'));
    if (given !== undefined && (bySoup.has(given) || decided !== undefined)) {
      matched.push({ listed, soup: given, entries: bySoup.get(given) ?? [] });
      continue;
    }
    const types = ecosystemTypes(listed.says.get('ecosystem'));
    const isOfType = ({ soup }: Known) => types === undefined || types.includes(parsePurl(soup)?.type ?? '');
    const title = titleOf(listed);
    const named = (byName.get(title) ?? []).filter(isOfType);
    const version = plainVersion(listed.says.get('version'));
    const exact = named.filter(
      ({ entries }) => version === undefined || versionsOf(entries).map(plainVersion).includes(version),
    );
    const [only, ...more] = exact.length > 0 || !otherVersions ? exact : named;
    if (given === undefined && only !== undefined && more.length === 0) {
      matched.push({ listed, soup: only.soup, entries: only.entries });
      continue;
    }
    const near = exact.length > 0 ? exact : named.length > 0 ? named : (byRough.get(rough(title)) ?? []);
    unmatched.push({
      listed,
      near: near.slice(0, 5).map((one) => ({ soup: one.soup, why: whyNear(one, exact, named, version) })),
    });
  }
  return { matched, unmatched };
}

/** The name of a row in small letters. */
function titleOf({ says }: ListedRow): string {
  return (says.get('title') ?? '').toLowerCase();
}

/** The versions of entries, as the inventory has them. */
export function versionsOf(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.flatMap(({ component }) => component.version ?? []))];
}

/** A version without the letter that people put before it. */
export function plainVersion(version: string | undefined): string | undefined {
  return version?.replace(/^(?:v|version|ver\.?)\s*(?=\d)/i, '').trim();
}

type Known = { readonly soup: string; readonly entries: readonly Entry[]; readonly names: readonly string[] };

/** A package's names in full; the last part of one is a name of many, such as `react` of `@types/react`. */
function namesOf(soup: string, { component }: Entry): readonly string[] {
  const { namespace, name } = parsePurl(soup) ?? {};
  const joined = namespace === undefined ? [name ?? component.name] : [`${namespace}:${name}`, `${namespace}/${name}`];
  return [...new Set([component.name, ...joined].map((one) => one.toLowerCase()))];
}

function indexBy(
  known: readonly Known[],
  keys: (one: Known) => readonly string[],
): ReadonlyMap<string, readonly Known[]> {
  const index = new Map<string, Known[]>();
  for (const one of known)
    for (const key of new Set(keys(one))) {
      const same = index.get(key);
      if (same === undefined) index.set(key, [one]);
      else same.push(one);
    }
  return index;
}

/** A name without what people add and leave out: signs, versions, words such as library, the last part of a path. */
function rough(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/^.*[/:]/, '')
    .replace(/\.js\b/g, '')
    .replace(/\b(?:the|python|javascript|java|library|lib|framework|package|toolkit|sdk|bibliothek)\b/g, ' ')
    .trimEnd()
    .replace(/\s+/g, ' ')
    .replace(/(?<=\D) v?\d[\d.x]*$/, '');
  return words.replace(/[^a-z0-9+#]+/g, '').replace(/(?<=..)js$/, '') || name.toLowerCase();
}

function whyNear(
  { entries }: Known,
  exact: readonly Known[],
  named: readonly Known[],
  version: string | undefined,
): string {
  if (exact.length > 0) return 'one of several packages of this name and version';
  const has = versionsOf(entries).slice(0, 3).join(', ') || 'no exact version';
  if (named.length > 0) return `of the same name; the inventory has ${has}, the list ${version ?? 'none'}`;
  return `of a similar name, ${has}`;
}

function canonical(text: string | undefined): string | undefined {
  return text === undefined || parsePurl(text) === undefined ? undefined : packageOf(text);
}
