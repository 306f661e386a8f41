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
  return block.kind === 'facts' ? factsText(block.rows, page) : tableText(block, page);
}

type FactRow = Extract<Block, { kind: 'facts' }>['rows'][number];

/** Facts stay together where that leaves room for a heading above them; of longer ones the first few do. */
function factsText(rows: readonly FactRow[], page: Page): string {
  const lines = rows.map((row) => factLines(row, page));
  const texts = rows.map((row, index) => factRow(row, lines[index] ?? 0, page));
  const together = (from: number, to?: number) => `(\n${texts.slice(from, to).join('\n')}\n)`;
  const whole = lines.reduce((sum, count) => sum + count + 0.15, 0) <= page.size.lines - 4;
  return whole ? `#facts(${together(0)})\n` : `#facts-over-pages(${together(0, leading)}, ${together(leading)})\n`;
}

/** So many rows of facts stand below their heading at least. */
const leading = 4;

function factLines({ cells }: FactRow, { size }: Page): number {
  return linesOf(cells.map(({ text }) => text).join(''), size.text - labelWidth);
}

function factRow(row: FactRow, lines: number, { anchors, size }: Page): string {
  const value = inline(row.cells, size.text - labelWidth, anchors);
  const term = lines <= size.lines * mostKept ? 'whole-term' : 'term';
  return `${term}(${typstText(row.label, labelWidth - 2)}), [${value}],`;
}

/** What takes more of a page than this may break over two; keeping it whole would leave the page before it bare. */
const mostKept = 0.75;

type Table = Extract<Block, { kind: 'table' }>;

/** A table that is small beside the page stays whole. */
function tableText({ columns, rows }: Table, page: Page): string {
  const lines = rows.reduce((sum, cells) => sum + rowLines(cells, columns, page) + 0.7, 0);
  const small = lines <= page.size.tableLines / 3;
  const texts = rows.map((cells) => tableRow(cells, columns, page));
  return `#${small ? 'whole-rows' : 'rows'}(${tableHead(columns, page.size.table)},\n${texts.join('\n')}\n)\n`;
}

function tableHead(columns: readonly Column[], width: number): string {
  const fractions = columns.map((column) => `${column.width}fr,`).join(' ');
  const titles = columns.map((column) => `${typstText(column.title, share(column, columns, width))},`).join(' ');
  return `(${fractions}), (${titles})`;
}

function rowLines(cells: readonly Cell[], columns: readonly Column[], { size }: Page): number {
  return Math.max(0, ...cells.map(({ text }, index) => linesOf(text, share(columns[index], columns, size.table))));
}

/** A row stays on one page unless it fills a good part of it. */
function tableRow(cells: readonly Cell[], columns: readonly Column[], page: Page): string {
  const { anchors, size } = page;
  const whole = rowLines(cells, columns, page) <= size.tableLines * mostKept;
  return cells
    .map((cell, index) => cellText(cell, share(columns[index], columns, size.table), anchors))
    .map((text, index) => (whole && index === 0 ? `whole(${text}),` : `${text},`))
    .join(' ');
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
