import { packageOf } from '../../base/packages/purl.ts';
import type { Coverage, CoveredLine } from '../../model/coverage.ts';
import type { Dossier } from '../../model/dossier.ts';
import type { Account, Entry } from '../../model/entry.ts';

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
