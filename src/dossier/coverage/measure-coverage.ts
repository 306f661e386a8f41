import { packageOf } from '../../base/packages/purl.ts';
import type { Account, Dossier, Entry } from '../../model/dossier.ts';

/** One component and how it is accounted for, with the record or the evidence that does it. */
export type CoveredLine = {
  readonly component: string;
  readonly account: Account['kind'];
  readonly record?: string;
  readonly because: string;
  readonly foundAt: string | undefined;
};

/** How much of the inventory is accounted for, with the list that the number counts. */
export type Coverage = {
  readonly components: number;
  readonly explained: number;
  /** In percent with one digit, rounded down: 100 means all. */
  readonly percent: number;
  readonly records: number;
  /** Of those, how many wait for a person to confirm them. */
  readonly drafts: number;
  readonly byAccount: Readonly<Record<Account['kind'], number>>;
  readonly list: readonly CoveredLine[];
  readonly redList: RedList;
  /** Packages that ship in several versions, which one record judges together. */
  readonly severalVersions: readonly { readonly package: string; readonly versions: readonly string[] }[];
};

/** What keeps a list from being complete and exact. */
export type RedList = {
  /** Components that nobody has accounted for, and why. */
  readonly unaccounted: readonly CoveredLine[];
  /** Components that no software item claims, so that they belong to no part of the device. */
  readonly orphans: readonly string[];
  /** Records about something that is not in the inventory. */
  readonly phantoms: readonly { readonly record: string; readonly soup: string }[];
  /** Components whose version is no exact one, with what was asked for. */
  readonly ranges: readonly { readonly component: string; readonly asked: string }[];
  /** Packages with more than one record. */
  readonly duplicates: readonly { readonly soup: string; readonly records: readonly string[] }[];
  /** Files that look like inputs and that nobody could read: what stands in them is not counted. */
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
};

/** Measures how much of a device's inventory its records account for. */
export function measureCoverage({ entries, items, inventory }: Dossier): Coverage {
  const list = kinds.flatMap((kind) => entries.filter(({ account }) => account.kind === kind).map(lineOf));
  const unaccounted = list.filter(({ account }) => account === 'unaccounted');
  const explained = list.length - unaccounted.length;
  const foreign = entries.filter(({ component }) => !component.firstParty);
  return {
    components: list.length,
    explained,
    percent: list.length === 0 ? 0 : Math.floor((1000 * explained) / list.length) / 10,
    records: items.length,
    drafts: items.filter(({ filed }) => filed.record.status === 'draft').length,
    byAccount: countsOf(list),
    list,
    redList: {
      unaccounted,
      orphans: entries.filter(({ claimedBy }) => claimedBy.length === 0).map(({ component }) => component.purl),
      phantoms: items
        .filter(({ own }) => own.length === 0)
        .map(({ filed: { file, record } }) => ({ record: file, soup: record.soup })),
      ranges: foreign.flatMap(({ component: { purl, pinning } }) =>
        pinning.kind === 'exact' ? [] : [{ component: purl, asked: pinning.asked }],
      ),
      duplicates: [...Map.groupBy(items, ({ filed }) => filed.record.soup)].flatMap(([soup, same]) =>
        same.length < 2 ? [] : [{ soup, records: same.map(({ filed }) => filed.file) }],
      ),
      unread: inventory.files.flatMap(({ path, status, reason }) =>
        status === 'not-understood' ? [{ file: path, reason: reason ?? 'nobody can read it' }] : [],
      ),
    },
    severalVersions: severalVersions(foreign.filter(({ account }) => account.kind !== 'tool')),
  };
}

const kinds: readonly Account['kind'][] = ['own', 'covered', 'tool', 'first-party', 'unaccounted'];

function countsOf(list: readonly CoveredLine[]): Coverage['byAccount'] {
  const counts = { own: 0, covered: 0, tool: 0, 'first-party': 0, unaccounted: 0 };
  for (const { account } of list) counts[account]++;
  return counts;
}

function lineOf({ component: { purl, foundAt }, account }: Entry): CoveredLine {
  const [first] = foundAt;
  return {
    component: purl,
    account: account.kind,
    ...('item' in account && { record: account.item.file }),
    because: becauseOf(account),
    foundAt: first && `${first.file}:${first.line}`,
  };
}

function becauseOf(account: Account): string {
  if (account.kind === 'own') return 'the record is about it';
  if (account.kind === 'first-party') return "the product's own";
  return account.kind === 'tool' ? account.evidence : account.reason;
}

function severalVersions(entries: readonly Entry[]): Coverage['severalVersions'] {
  return [...Map.groupBy(entries, ({ component }) => packageOf(component.purl))].flatMap(([name, same]) => {
    const versions = [...new Set(same.map(({ component }) => component.version ?? 'not told'))];
    return versions.length < 2 ? [] : [{ package: name, versions }];
  });
}
