import { counted } from '../../../base/counted.ts';
import type { Coverage, CoveredLine } from '../../../model/coverage.ts';
import type { Look } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { showTable } from '../show-table.ts';

/** Shows every component with its account, then the red list, and the numbers last, where a terminal stops. */
export function showCoverage(measured: Coverage, { onlyRed }: { readonly onlyRed: boolean }, look: Look): string {
  const { list } = measured;
  const rows = list.filter(({ account }) => account !== 'unaccounted').map(rowOf);
  const table = showTable(['component', 'account', 'by', 'because'], rows, look);
  return [
    ...(onlyRed || rows.length === 0 ? [] : [table, '']),
    ...redLines(measured, look),
    ...(onlyRed ? [] : versionLines(measured)),
    ...numbers(measured, look),
    '',
  ].join('\n');
}

const titles: Readonly<Record<CoveredLine['account'], string>> = {
  own: 'own record',
  covered: 'covered',
  tool: 'tool',
  'first-party': 'own package',
  unaccounted: 'unaccounted',
};

function rowOf({ component, account, record, because }: CoveredLine): readonly string[] {
  return [safeText(component), titles[account], safeText(record ?? ''), safeText(because)];
}

function redLines({ redList }: Coverage, { paint }: Look): readonly string[] {
  const { unaccounted, orphans, phantoms, ranges, duplicates, unread } = redList;
  const groups: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [
      'unaccounted',
      unaccounted.map(({ component, because, foundAt }) => `${component}: ${because}${foundAt ? ` (${foundAt})` : ''}`),
    ],
    ['claimed by no software item', orphans],
    ['records about nothing in the inventory', phantoms.map(({ record, soup }) => `${record}: ${soup}`)],
    ['no exact version', ranges.map(({ component, asked }) => `${component}: asked for as "${asked}"`)],
    ['more than one record', duplicates.map(({ soup, records }) => `${soup}: ${records.join(', ')}`)],
    ['files that nobody could read', unread.map(({ file, reason }) => `${file}: ${reason}`)],
  ];
  return groups.flatMap(([title, lines]) =>
    lines.length === 0
      ? []
      : [paint('red', `${title} (${lines.length})`), ...lines.map((line) => `  ${safeText(line)}`), ''],
  );
}

function versionLines({ severalVersions }: Coverage): readonly string[] {
  if (severalVersions.length === 0) return [];
  const lines = severalVersions.map(
    ({ package: name, versions }) => `several versions of ${name}: ${versions.join(', ')}`,
  );
  return [...lines.map(safeText), ''];
}

function numbers(measured: Coverage, { paint }: Look): readonly string[] {
  const { components, explained, percent, records, drafts, byAccount, redList } = measured;
  const accounts = Object.entries(byAccount).map(
    ([kind, count]) => `${count} ${titles[kind as CoveredLine['account']]}`,
  );
  const isAll = explained === components && components > 0;
  const said =
    components === 0
      ? 'no component was found'
      : `${percent.toFixed(1)} % explained: ${explained} of ${counted(components, 'component')}`;
  return [
    `${paint(isAll ? 'green' : 'red', said)}, by ${counted(records, 'record')}${drafts === 0 ? '' : `, of which ${counted(drafts, 'draft')}`}`,
    accounts.join(', '),
    ...(redList.unread.length === 0
      ? []
      : [`${counted(redList.unread.length, 'file')} could not be read and is not counted`]),
  ];
}
