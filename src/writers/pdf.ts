import type { Block, Cell, Column, Document } from '../model/document.ts';
import type { Writer } from '../model/plugs/writer.ts';
import { anchorsOf, type Anchors } from './anchors.ts';
import { pageSize, typstLook, type PageSize } from './typst-look.ts';
import { linesOf, typstString, typstText } from './typst-text.ts';
import { visibleLine } from './visible-text.ts';

/** The look on paper: Typst markup with title page, contents, running heads and tables that repeat theirs. */
export const pdf: Writer = {
  name: 'pdf',
  title: 'PDF, for reading and for the file',
  extension: 'pdf',
  gives: 'typst',
  write: (document) => {
    const page: Page = { anchors: anchorsOf(document), size: pageSize(document.orientation) };
    return [
      typstLook(document),
      front(document, page),
      ...document.blocks.map((block) => blockText(block, page)),
      '',
    ].join('\n');
  },
};

type Page = { readonly anchors: Anchors; readonly size: PageSize };

/** What the label column of facts takes: 46 mm and the insets, in em of running text. */
const labelWidth = 14;

function front(document: Document, { size }: Page): string {
  const cells = document.facts.flatMap(({ label, value }) => [
    `term(${typstText(label, labelWidth - 2)})`,
    typstText(value, size.text - labelWidth),
  ]);
  const headings = document.blocks.filter((block) => block.kind === 'heading' && block.level < 3).length;
  const columns = document.orientation === 'landscape' && headings > size.lines - 6 ? 2 : 1;
  return `#front(${cells.join(', ')})\n${headings === 0 ? '' : `#contents(${columns})\n`}`;
}

function blockText(block: Block, page: Page): string {
  const { anchors, size } = page;
  if (block.kind === 'heading') {
    const text = typstText(visibleLine(block.text), size.text / 2);
    return `#heading(level: ${block.level}, ${text})${label(block.anchor, anchors)}\n`;
  }
  if (block.kind === 'paragraph') return `#par[${inline(block.cells, size.text, anchors)}]\n`;
  if (block.kind === 'list') {
    return `#list(${block.items.map((cells) => `[${inline(cells, size.text - 2, anchors)}]`).join(', ')})\n`;
  }
  if (block.kind === 'notice') return `#notice("${block.tone}", ${typstText(block.text, size.text - 4)})\n`;
  if (block.kind === 'verbatim') return `#verbatim(${typstText(block.text, size.table - 2)})\n`;
  if (block.kind === 'facts') {
    const rows = block.rows.map((row) => factRow(row, page));
    return `#facts(whole: ${fitsWhole(block.rows, page)},\n${rows.join('\n')}\n)\n`;
  }
  const rows = block.rows.map((cells) => tableRow(cells, block.columns, page));
  return `#rows(${tableHead(block.columns, size.table)},\n${rows.join('\n')}\n)\n`;
}

type FactRow = Extract<Block, { kind: 'facts' }>['rows'][number];

/** Facts stay together where that leaves room for a heading above them. */
function fitsWhole(rows: readonly FactRow[], { size }: Page): boolean {
  const lines = rows.map(({ cells }) => linesOf(cells.map(({ text }) => text).join(''), size.text - labelWidth));
  return lines.reduce((sum, count) => sum + count + 0.15, 0) <= size.lines - 4;
}

function factRow(row: FactRow, { anchors, size }: Page): string {
  const value = inline(row.cells, size.text - labelWidth, anchors);
  return `term(${typstText(row.label, labelWidth - 2)}), [${value}],`;
}

function tableHead(columns: readonly Column[], width: number): string {
  const fractions = columns.map((column) => `${column.width}fr,`).join(' ');
  const titles = columns.map((column) => `${typstText(column.title, share(column, columns, width))},`).join(' ');
  return `(${fractions}), (${titles})`;
}

/** A row stays on one page unless it fills a good part of it. */
function tableRow(cells: readonly Cell[], columns: readonly Column[], { anchors, size }: Page): string {
  const texts = cells.map((cell, index) => {
    const width = share(columns[index], columns, size.table);
    return { text: cellText(cell, width, anchors), lines: linesOf(cell.text, width) };
  });
  const whole = texts.every(({ lines }) => lines <= size.lines / 2);
  return texts.map(({ text }, index) => (whole && index === 0 ? `whole(${text}),` : `${text},`)).join(' ');
}

/** What a column holds, in em, without the insets of its cells. */
function share(column: Column | undefined, columns: readonly Column[], width: number): number {
  return ((column?.width ?? 0) / columns.reduce((sum, { width }) => sum + width, 0)) * width - 1;
}

function inline(cells: readonly Cell[], width: number, anchors: Anchors): string {
  return cells.map((cell) => `#${cellText(cell, width, anchors)}`).join('');
}

function cellText(cell: Cell, width: number, anchors: Anchors): string {
  const sign = 2;
  const text = typstText(cell.text, width - (cell.tone === undefined ? 0 : sign));
  const face = cell.code === true ? `code(${text})` : text;
  const toned = cell.tone === undefined || cell.tone === 'plain' ? face : `toned("${cell.tone}", ${face})`;
  const linked =
    cell.link !== undefined && anchors.has(cell.link) ? `to(${typstString(visibleLine(cell.link))}, ${toned})` : toned;
  const target = label(cell.anchor, anchors);
  return target === '' ? linked : `[#metadata(none)${target}#${linked}]`;
}

function label(anchor: string | undefined, anchors: Anchors): string {
  return anchor !== undefined && anchors.place(anchor) ? `#label(${typstString(visibleLine(anchor))})` : '';
}
