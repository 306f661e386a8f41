import type { ImportedSoupList } from '../../../app/soup-list/import-soup-list.ts';
import { counted } from '../../../base/counted.ts';
import { soupListFields } from '../../../model/records/soup-list-columns.ts';
import type { Paint } from '../../command.ts';
import { safeText } from '../../safe-text.ts';

/** Lays out what an import of a SOUP list came to, or would come to once its columns are confirmed. */
export function showSoupList(imported: ImportedSoupList, paint: Paint): string {
  const lines = [
    ...showColumns(imported, paint),
    ...imported.drafts.map(({ row, soup, file }) => `${paint('green', 'draft')} row ${row} ${soup}: ${file}`),
    ...imported.recorded.flatMap(({ row, soup, file, draft, differences }) =>
      differences.length === 0
        ? []
        : [
            `${paint('yellow', 'recorded')} row ${row} ${soup}: ${file}${draft ? ', a draft,' : ''} stays as it is`,
            ...differences.flatMap(({ key, recorded, listed }) => [
              `  - ${key}: ${brief(recorded)}`,
              `  + ${key}: ${brief(listed)}`,
            ]),
          ],
    ),
    ...imported.rowsWithoutComponent.flatMap(({ row, title, version, near }) => [
      `${paint('red', 'no component')} row ${row} ${brief(title)}${version === undefined ? '' : ` ${brief(version)}`}`,
      ...near.map(({ soup, why }) => `  perhaps ${soup}, ${safeText(why)}; then --match ${row}=${soup}`),
    ]),
    ...showForgotten(imported, paint),
    ...imported.remarks.map((remark) => `${paint('yellow', 'remark')} ${brief(remark)}`),
    summary(imported),
    ...(imported.recorded.some(({ draft, differences }) => draft && differences.length > 0)
      ? ['Where a record is an untouched draft, delete it and import again: the new draft holds what the list says.']
      : []),
    ...(imported.confirmed
      ? []
      : ['The columns were guessed: look at them, then say --yes, or name them with --column or --mapping.']),
  ];
  return `${lines.join('\n')}\n`;
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

function showForgotten({ componentsWithoutRow }: ImportedSoupList, paint: Paint): string[] {
  const open = componentsWithoutRow.filter(({ accounted }) => !accounted);
  const named = open.filter(({ relation }) => relation !== 'transitive');
  const counts = [
    { count: open.length - named.length, what: 'that others bring in and no record accounts for' },
    { count: componentsWithoutRow.length - open.length, what: 'that records account for' },
  ];
  return [
    ...named.map(({ soup, versions }) => `${paint('red', 'no row')} ${soup} ${versions.join(', ')}`.trimEnd()),
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ count, what }) => `no row for ${counted(count, 'package')} ${what}; --json lists them`),
  ];
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
