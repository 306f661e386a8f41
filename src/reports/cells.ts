import type { Cell } from '../model/document.ts';
import type { Filed } from '../model/filed.ts';
import type { KeyPath, KeyPlace, LinePlace } from '../model/place.ts';
import type { SoupItem } from '../model/records/soup-item.ts';

/** The place of a key in the file of a record. */
export function placeIn(filed: Filed<unknown>, ...keyPath: KeyPath): KeyPlace {
  return { file: filed.file, keyPath };
}

/** How a place in a file is written, such as `package-lock.json:12`. */
export function placeText({ file, line }: LinePlace): string {
  return `${file}:${line}`;
}

/** What a person calls a SOUP item: its title, or its package where nobody has written one. */
export function nameOf({ record }: Filed<SoupItem>): string {
  return record.title ?? record.soup;
}

/** The anchor of a SOUP item's section. */
export function itemAnchor(filed: Filed<SoupItem>): string {
  return `item/${filed.file}`;
}

/** Texts below each other in one cell. */
export function stacked(texts: readonly string[]): string {
  return texts.join('\n');
}

/** Cells below each other in a paragraph or a fact. */
export function below(cells: readonly Cell[]): readonly Cell[] {
  return cells.flatMap((cell, index) => (index === 0 ? [cell] : [{ text: '\n' }, cell]));
}

/** The beginning of a long text, up to a word and `…`; what is short enough stays as it is. */
export function beginning(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).trimEnd()} …`;
}

/** Sorts by a text, letter by letter and without a locale, so that it comes out alike everywhere. */
export function sortedBy<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return values
    .map((value) => ({ value, key: key(value) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ value }) => value);
}
