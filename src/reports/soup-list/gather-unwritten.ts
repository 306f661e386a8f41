import type { Block, Cell } from '../../model/document.ts';
import { unwritten } from './missing.ts';

/**
 * What is known of a draft, and in a row each what is not written yet and what is not asked here. A line for each of them
 * would fill a page with nothing.
 */
export function gatherUnwritten([facts, ...sections]: readonly Block[]): readonly Block[] {
  if (facts?.kind !== 'facts') return sections;
  const lines = sections.map(unwrittenLine);
  const labelled = [...facts.rows, ...lines.filter((line) => line !== undefined)];
  const rows = [
    ...facts.rows.filter(({ cells }) => !isUnwritten(cells)),
    ...gathered('Not written yet', 'asked', labelled),
    ...gathered('Not asked here', 'notAsked', labelled),
  ];
  const written = sections.filter((_, index) => lines[index] === undefined);
  return [{ kind: 'facts', rows }, ...written.filter((block, index) => !isBare(block, written[index + 1]))];
}

type Row = { readonly label: string; readonly cells: readonly Cell[] };

function gathered(label: string, kind: keyof typeof unwritten, rows: readonly Row[]): readonly Row[] {
  const missing = rows.filter(({ cells }) => cells.some(({ text }) => text === unwritten[kind]));
  const [cell] = missing[0]?.cells ?? [];
  if (cell === undefined) return [];
  return [{ label, cells: [{ ...cell, text: missing.map((row) => row.label).join(', ') }] }];
}

/** A paragraph that says of a part that it is not written. */
function unwrittenLine(block: Block): Row | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const [label, ...cells] = block.cells;
  return label !== undefined && isUnwritten(cells) ? { label: label.text.replace(/: $/, ''), cells } : undefined;
}

function isUnwritten(cells: readonly Cell[]): boolean {
  return cells.length === 1 && cells.every(({ text }) => text === unwritten.asked || text === unwritten.notAsked);
}

/** A heading with nothing below it. */
function isBare(block: Block, next: Block | undefined): boolean {
  return block.kind === 'heading' && (next === undefined || next.kind === 'heading');
}
