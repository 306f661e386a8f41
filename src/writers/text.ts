import type { Block, Cell } from '../model/document.ts';
import type { Writer } from '../model/plugs/writer.ts';
import { visibleLine, visibleText } from './visible-text.ts';

/** The look without one: plain text for a file that is delivered beside the software. */
export const text: Writer = {
  name: 'text',
  title: 'plain text, to be delivered with the software',
  extension: 'txt',
  gives: 'file',
  write: ({ title, subtitle, facts, blocks }) => {
    const name = `${visibleLine(title)}: ${visibleLine(subtitle)}`;
    const about = facts.map(({ label, value }) => `${visibleLine(label)}: ${visibleLine(value)}`);
    const parts = [underlined(name, '='), about.join('\n'), ...blocks.map(blockText)];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

function blockText(block: Block): string {
  if (block.kind === 'heading') {
    const line = visibleLine(block.text);
    return block.level === 1 ? `\n${underlined(line, '=')}` : underlined(line, '-');
  }
  if (block.kind === 'paragraph') return cellsText(block.cells);
  if (block.kind === 'list')
    return block.items.map((cells) => `- ${cellsText(cells).replaceAll('\n', '\n  ')}`).join('\n');
  if (block.kind === 'facts')
    return block.rows.map(({ label, cells }) => `${visibleLine(label)}: ${cellsText(cells)}`).join('\n');
  if (block.kind === 'table') return block.rows.map((row) => rowText(block.columns, row)).join('\n\n');
  return visibleText(block.text);
}

/** A row is a paragraph: its first cell, and the others below with the titles of their columns. */
function rowText(columns: Extract<Block, { kind: 'table' }>['columns'], row: readonly Cell[]): string {
  return row
    .map((cell, at) => {
      const value = visibleText(cell.text).replaceAll('\n', '\n    ');
      return at === 0 ? value : `  ${visibleLine(columns[at]?.title ?? '')}: ${value}`;
    })
    .join('\n');
}

function cellsText(cells: readonly Cell[]): string {
  return cells.map((cell) => visibleText(cell.text)).join('');
}

function underlined(line: string, mark: string): string {
  return `${line}\n${mark.repeat(Math.min(100, line.length))}`;
}
