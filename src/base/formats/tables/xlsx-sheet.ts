import { SaxesParser } from 'saxes';
import type { CsvRow } from './csv.ts';
import { dateOf } from './xlsx-dates.ts';
import { SheetProblem } from './xlsx-problem.ts';
import { localName, writeInPieces } from './xlsx-texts.ts';

/** What cells refer to: shared texts, and styles that show a date. */
export type CellRules = {
  readonly shared: readonly string[];
  readonly isDate: (style: number) => boolean;
  readonly from1904: boolean;
};

/** How many cells may still be read, and how wide the rows may be altogether. */
export type CellBudget = { cells: number; width: number };

/** Reads the rows of a worksheet as they stream by; rows without text are left out. Throws `SheetProblem`. */
export function readSheet(part: Uint8Array, rules: CellRules, budget: CellBudget): readonly CsvRow[] {
  const rows: CsvRow[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let row: string[] = [];
  let line = 0;
  let cell: Cell = { column: 0, type: 'n', style: 0, text: '' };
  let within: 'v' | 't' | undefined;
  let skipped = 0;
  parser.on('error', ({ message }) => {
    throw new SheetProblem(`a sheet of it is broken: ${message.replace(/^\d+:\d+: /, '')}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const local = localName(name);
    if (local === 'row') {
      row = [];
      line = whole(attributes['r']) ?? line + 1;
    } else if (local === 'c') {
      const column = columnOf(attributes['r']) ?? row.length;
      cell = { column, type: attributes['t'] ?? 'n', style: whole(attributes['s']) ?? 0, text: '' };
      if (--budget.cells < 0) throw new SheetProblem('it has more than a million cells');
    } else if (local === 'rPh') skipped++;
    else if (local === 'v' || local === 't') within = skipped === 0 ? local : undefined;
  });
  const add = (text: string) => {
    if (within !== undefined) cell.text += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (local === 'v' || local === 't') within = undefined;
    else if (local === 'rPh') skipped--;
    else if (local === 'c') {
      budget.width -= Math.max(0, cell.column + 1 - row.length);
      if (budget.width < 0) throw new SheetProblem('its cells lie too far apart');
      while (row.length < cell.column) row.push('');
      row[cell.column] = textOf(cell, rules);
    } else if (local === 'row' && row.some((text) => text.trim() !== '')) rows.push({ cells: row, line });
  });
  writeInPieces(parser, part);
  return rows;
}

type Cell = { readonly column: number; readonly type: string; readonly style: number; text: string };

function textOf({ type, style, text }: Cell, { shared, isDate, from1904 }: CellRules): string {
  if (type === 's') return text === '' ? '' : sharedText(text, shared);
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || text === '' || !Number.isFinite(Number(text))) return text;
  return (isDate(style) ? dateOf(Number(text), from1904) : undefined) ?? String(Number(text));
}

function sharedText(text: string, shared: readonly string[]): string {
  const found = shared[whole(text) ?? -1];
  if (found === undefined) throw new SheetProblem('a cell names a shared text that it does not hold');
  return found;
}

function whole(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** The position of a column from its letters, at most the 16,384 of Excel. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place ?? '')?.[0];
  if (letters === undefined) return undefined;
  const column = letters.split('').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return column < 16_384 ? column : undefined;
}
