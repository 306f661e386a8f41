import type { ImportedSoupList } from '../../../app/soup-list/import-soup-list.ts';
import { counted } from '../../../base/counted.ts';
import { soupListFields } from '../../../model/records/soup-list-columns.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';
import { limited } from '../limited.ts';
import { showDrafts } from './show-drafts.ts';

/** Lays out what an import of a SOUP list came to, or would come to once its columns are confirmed; a few of many rows, unless all are wanted. */
export function showSoupList(imported: ImportedSoupList, isAll: boolean, paint: Paint): string {
  const few = (lines: readonly string[], of: string) =>
    limited(lines, isAll ? undefined : { most: 10, rest: '--all shows them' }, of);
  const drafts = imported.drafts.map(
    ({ row, soup, file }) => `${paint('green', 'draft')} row ${row} ${safeText(soup)}: ${file}`,
  );
  const recorded = imported.recorded.filter(({ differences }) => differences.length > 0);
  const { forgotten, counts } = showForgotten(imported, paint);
  const lines = [
    ...showColumns(imported, paint),
    ...(imported.written ? showDrafts(drafts, isAll) : few(drafts, ' drafts')),
    ...few(
      recorded.map((one) => showRecorded(one, paint)),
      ' with a record that differs',
    ),
    ...few(
      imported.rowsWithoutComponent.map((one) => showUnmatched(one, paint)),
      ' without a component',
    ),
    ...few(forgotten, ' without a row'),
    ...counts,
    ...few(
      imported.remarks.map((remark) => `${paint('yellow', 'remark')} ${brief(remark)}`),
      ' remarks',
    ),
    summary(imported),
    ...(recorded.some(({ draft }) => draft)
      ? ['Where a record is an untouched draft, delete it and import again: the new draft holds what the list says.']
      : []),
    ...(imported.confirmed
      ? []
      : ['The columns were guessed: look at them, then say --yes, or name them with --column or --mapping.']),
  ];
  return `${lines.join('\n')}\n`;
}

function showRecorded(
  { row, soup, file, draft, differences }: ImportedSoupList['recorded'][number],
  paint: Paint,
): string {
  return [
    `${paint('yellow', 'recorded')} row ${row} ${safeText(soup)}: ${file}${draft ? ', a draft,' : ''} stays as it is`,
    ...differences.flatMap(({ key, recorded, listed }) => [
      `  - ${key}: ${brief(recorded)}`,
      `  + ${key}: ${brief(listed)}`,
    ]),
  ].join('\n');
}

function showUnmatched(
  { row, title, version, near }: ImportedSoupList['rowsWithoutComponent'][number],
  paint: Paint,
): string {
  return [
    `${paint('red', 'no component')} row ${row} ${brief(title)}${version === undefined ? '' : ` ${brief(version)}`}`,
    ...near.map(({ soup, why }) => `  perhaps ${soup}, ${safeText(why)}; then --match ${row}=${soup}`),
  ].join('\n');
}

function showColumns({ file, sheet, headRow, columns, guessed, unread }: ImportedSoupList, paint: Paint): string[] {
  const fields = soupListFields.filter((field) => columns[field] !== undefined);
  const width = Math.max(...fields.map(({ length }) => length));
  return [
    paint(
      'bold',
      `${safeText(file)}${sheet === undefined ? '' : `, sheet "${safeText(sheet)}"`}, head in row ${headRow}`,
    ),
    ...fields.map(
      (field) =>
        `  ${field.padEnd(width)}  "${brief(columns[field] ?? '')}"${guessed.includes(field) ? paint('dim', ' (guessed)') : ''}`,
    ),
    ...(unread.length === 0 ? [] : [`  not read: ${brief(unread.map((title) => `"${title}"`).join(', '))}`]),
  ];
}

function showForgotten({ componentsWithoutRow }: ImportedSoupList, paint: Paint) {
  const open = componentsWithoutRow.filter(({ accounted }) => !accounted);
  const named = open.filter(({ relation }) => relation !== 'transitive');
  const groups = [
    { count: open.length - named.length, what: 'that others bring in and no record accounts for' },
    { count: componentsWithoutRow.length - open.length, what: 'that records account for' },
  ];
  return {
    forgotten: named.map(({ soup, versions }) =>
      `${paint('red', 'no row')} ${safeText(soup)} ${safeText(versions.join(', '))}`.trimEnd(),
    ),
    counts: groups
      .filter(({ count }) => count > 0)
      .map(({ count, what }) => `no row for ${counted(count, 'package')} ${what}; --json lists them`),
  };
}

function summary({ rows, drafts, recorded, rowsWithoutComponent, componentsWithoutRow, written }: ImportedSoupList) {
  const parts = [
    `${counted(drafts.length, 'draft')}${written ? ' written' : ''}`,
    `${recorded.length} with a record`,
    `${rowsWithoutComponent.length} without a component`,
    `${counted(componentsWithoutRow.length, 'package')} without a row`,
  ];
  return `${counted(rows, 'row')}: ${parts.join(', ')}${written ? '' : '; nothing was written'}`;
}

function brief(text: string): string {
  const line = safeText(text.replace(/\s+/g, ' '));
  return line.length > 200 ? `${line.slice(0, 199)}…` : line || 'nothing';
}
