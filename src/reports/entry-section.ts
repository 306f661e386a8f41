import type { Block, Cell, Column } from '../model/document.ts';
import type { Entry } from '../model/entry.ts';
import { sortedBy } from './cells.ts';

/** How a section shows entries: its columns, a row of cells for each, and what to say where there is none. */
export type EntryLook = {
  readonly none: { readonly tone: 'plain' | 'good' | 'bad'; readonly text: string };
  /** What a reader must know before the table. */
  readonly note?: string;
  readonly columns: readonly Column[];
  readonly row: (entry: Entry) => readonly Cell[];
};

/** A section with one table of entries, by name; an empty one says so. */
export function entrySection(
  text: string,
  anchor: string,
  entries: readonly Entry[],
  { none, note, columns, row }: EntryLook,
): readonly Block[] {
  const heading: Block = { kind: 'heading', level: 1, text, anchor };
  if (entries.length === 0) return [heading, { kind: 'notice', ...none }];
  const before: readonly Block[] = note === undefined ? [] : [{ kind: 'paragraph', cells: [{ text: note }] }];
  return [heading, ...before, { kind: 'table', columns, rows: byName(entries).map(row) }];
}

/** A column of a table. */
export function column(title: string, width: number): Column {
  return { title, width };
}

/** By name as people look it up, then by what tells namesakes apart; a NUL sorts before any letter. */
function byName(entries: readonly Entry[]): readonly Entry[] {
  return sortedBy(entries, ({ component: { name, version, purl } }) =>
    [name.toLowerCase(), version ?? '', purl].join('\0'),
  );
}
