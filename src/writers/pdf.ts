import type { Block, Cell, Column, Document } from '../model/document.ts';
import type { Writer } from '../model/writer.ts';
import { anchorsOf, type Anchors } from './anchors.ts';
import { lineWidths, typstLook, type LineWidths } from './typst-look.ts';
import { typstString, typstText } from './typst-text.ts';
import { visibleLine } from './visible-text.ts';

/** The look on paper: Typst markup with title page, contents, running heads and tables that repeat theirs. */
export const pdf: Writer = {
  name: 'pdf',
  title: 'PDF, for reading and for the file',
  extension: 'pdf',
  gives: 'typst',
  write: (document) => {
    const page: Page = { anchors: anchorsOf(document), widths: lineWidths(document.orientation) };
    return [typstLook(document), front(document, page), ...document.blocks.map((block) => blockText(block, page)), ''].join('\n');
  },
};

type Page = { readonly anchors: Anchors; readonly widths: LineWidths };

/** What the label column of facts takes: 46 mm and the insets, in em of running text. */
const labelWidth = 14;

function front(document: Document, { widths }: Page): string {
  const cells = document.facts.flatMap(({ label, value }) => [
    `term(${typstText(label, labelWidth - 2)})`,
    typstText(value, widths.text - labelWidth),
  ]);
  const contents = document.blocks.some(({ kind }) => kind === 'heading') ? '#contents()\n' : '';
  return `#front(${cells.join(', ')})\n${contents}`;
}

function blockText(block: Block, page: Page): string {
  const { anchors, widths } = page;
  switch (block.kind) {
    case 'heading': {
      const text = typstText(visibleLine(block.text), widths.text / 2);
      return `#heading(level: ${block.level}, ${text})${label(block.anchor, anchors)}\n`;
    }
    case 'paragraph':
      return `#par[${inline(block.cells, widths.text, anchors)}]\n`;
    case 'list':
      return `#list(${block.items.map((cells) => `[${inline(cells, widths.text - 2, anchors)}]`).join(', ')})\n`;
    case 'notice':
      return `#notice("${block.tone}", ${typstText(block.text, widths.text - 4)})\n`;
    case 'facts':
      return `#facts(\n${block.rows.map((row) => factRow(row, page)).join('\n')}\n)\n`;
    case 'table':
      return `#rows(${tableHead(block.columns, widths.table)},\n${block.rows.map((cells) => tableRow(cells, block.columns, page)).join('\n')}\n)\n`;
  }
}

function factRow(row: { readonly label: string; readonly cells: readonly Cell[] }, { anchors, widths }: Page): string {
  const value = inline(row.cells, widths.text - labelWidth, anchors);
  return `term(${typstText(row.label, labelWidth - 2)}), [${value}],`;
}

function tableHead(columns: readonly Column[], width: number): string {
  const fractions = columns.map((column) => `${column.width}fr,`).join(' ');
  const titles = columns.map((column) => `${typstText(column.title, share(column, columns, width))},`).join(' ');
  return `(${fractions}), (${titles})`;
}

function tableRow(cells: readonly Cell[], columns: readonly Column[], { anchors, widths }: Page): string {
  return cells
    .map((cell, index) => {
      const column = columns[index];
      return `${cellText(cell, column === undefined ? 1 : share(column, columns, widths.table), anchors)},`;
    })
    .join(' ');
}

/** What a column holds, in em, without the insets of its cells. */
function share(column: Column, columns: readonly Column[], width: number): number {
  return (column.width / columns.reduce((sum, { width }) => sum + width, 0)) * width - 1;
}

function inline(cells: readonly Cell[], width: number, anchors: Anchors): string {
  return cells.map((cell) => `#${cellText(cell, width, anchors)}`).join('');
}

function cellText(cell: Cell, width: number, anchors: Anchors): string {
  const sign = 2;
  const text = typstText(cell.text, width - (cell.tone === undefined ? 0 : sign));
  const face = cell.code === true ? `code(${text})` : text;
  const toned = cell.tone === undefined || cell.tone === 'plain' ? face : `toned("${cell.tone}", ${face})`;
  const linked = cell.link !== undefined && anchors.has(cell.link) ? `to(${typstString(visibleLine(cell.link))}, ${toned})` : toned;
  const target = label(cell.anchor, anchors);
  return target === '' ? linked : `[#metadata(none)${target}#${linked}]`;
}

function label(anchor: string | undefined, anchors: Anchors): string {
  return anchor !== undefined && anchors.place(anchor) ? `#label(${typstString(visibleLine(anchor))})` : '';
}
