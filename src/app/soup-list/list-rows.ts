import { isPlaceholder } from '../../base/placeholder.ts';
import { soupListFields, type SoupListColumns, type SoupListField } from '../../model/records/soup-list-columns.ts';
import { plainTitle, type ListHead } from './guess-columns.ts';

/** A row of a SOUP list: what it says by the meaning of its columns, and placeholders apart, for they say nothing. */
export type ListedRow = {
  readonly row: number;
  readonly says: ReadonlyMap<SoupListField, string>;
  readonly placeholders: readonly { readonly field: SoupListField; readonly text: string }[];
};

/** Reads the rows below the head; a row that says neither a name nor a package is none of the list. */
export function listedRows({ sheet, titles, firstRow }: ListHead, columns: SoupListColumns): readonly ListedRow[] {
  const positions = soupListFields.flatMap((field) => {
    const title = columns[field];
    const at = title === undefined ? -1 : titles.findIndex((one) => plainTitle(one) === plainTitle(title));
    return at === -1 ? [] : [{ field, at }];
  });
  return sheet.rows.slice(firstRow).flatMap(({ cells, line }) => {
    const told = positions.flatMap(({ field, at }) => {
      const text = (cells[at] ?? '').replace(/\r\n?/g, '\n').trim();
      return text === '' ? [] : [{ field, text }];
    });
    const says = new Map(told.flatMap(({ field, text }) => (isPlaceholder(text) ? [] : [[field, text] as const])));
    const placeholders = told.filter(({ text }) => isPlaceholder(text));
    return says.has('title') || says.has('purl') ? [{ row: line, says, placeholders }] : [];
  });
}
