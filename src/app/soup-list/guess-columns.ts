import { soupListFields, type SoupListColumns, type SoupListField } from '../../model/records/soup-list-columns.ts';
import type { TableSheet } from '../tables/open-sheets.ts';
import { columnWords } from './column-words.ts';

/** The head of a list in one of its sheets: the titles by position, and the index of the first row below. */
export type ListHead = {
  readonly sheet: TableSheet;
  readonly titles: readonly string[];
  readonly firstRow: number;
  readonly line: number;
};

/** Where a list seems to be, and what its columns seem to hold. */
export type GuessedList = { readonly head: ListHead; readonly columns: SoupListColumns };

/**
 * Guesses the sheet, the head and the columns of a SOUP list: the row among the first fifty of any sheet of which most
 * titles are known. A head of two rows is one: a title that stands above, in merged cells, counts for the column below.
 */
export function guessColumns(sheets: readonly TableSheet[]): GuessedList | undefined {
  const guesses = sheets
    .flatMap((sheet) => headsOf(sheet))
    .flatMap((head) => {
      const columns = columnsOf(head.titles);
      const names = columns.title !== undefined || columns.purl !== undefined;
      const known = Object.keys(columns).length;
      return names && known >= 2 ? [{ head, columns, known }] : [];
    });
  return guesses.toSorted((a, b) => b.known - a.known)[0];
}

/** The head that has all of some titles, which a person named. */
export function headWith(sheets: readonly TableSheet[], wanted: readonly string[]): ListHead | undefined {
  return sheets
    .flatMap(headsOf)
    .find(({ titles }) => wanted.every((title) => titles.some((one) => plainTitle(one) === plainTitle(title))));
}

/** A title in small letters without accents, and without what is no letter or digit. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function headsOf(sheet: TableSheet): readonly ListHead[] {
  return sheet.rows.slice(0, 50).map(({ cells, line }, index) => {
    const above = sheet.rows[index - 1];
    const upper = above !== undefined && above.line === line - 1 ? above.cells : [];
    const own = cells.map((title) => title.replace(/\s+/g, ' ').trim().slice(0, 200));
    const isHead = own.filter((title) => known.has(plainTitle(title))).length > 1;
    const titles = isHead
      ? Array.from({ length: Math.max(own.length, upper.length) }, (_, at) =>
          (own[at] || upper[at] || '').replace(/\s+/g, ' ').trim(),
        )
      : own;
    return { sheet, titles, firstRow: index + 1, line };
  });
}

function columnsOf(titles: readonly string[]): SoupListColumns {
  const columns: Partial<Record<SoupListField, string>> = {};
  const free = new Set(titles.filter((title) => title !== '' && title !== '__proto__'));
  const take = (fits: (title: string, word: string) => boolean) => {
    for (const field of soupListFields) {
      if (columns[field] !== undefined) continue;
      const title = (columnWords.get(field) ?? []).flatMap(
        (word) => [...free].find((one) => fits(plainTitle(one), word)) ?? [],
      )[0];
      if (title === undefined) continue;
      columns[field] = title;
      free.delete(title);
    }
  };
  take((title, word) => title === word);
  take((title, word) => word.length > 3 && title.startsWith(`${word} `) && !title.startsWith(`${word} id`));
  return columns;
}

const known: ReadonlySet<string> = new Set([...columnWords.values()].flat());
