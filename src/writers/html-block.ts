import type { Block, Cell, Tone } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import type { Anchors } from './anchors.ts';
import { escape, flowing, idOf, type Heading } from './html-text.ts';
import { toneMarks } from './tone-marks.ts';
import { visibleLine, visibleText } from './visible-text.ts';

/** A block as HTML below a heading; a heading is given its own number and id. */
export function htmlBlock(block: Block, { number, id }: Heading, anchors: Anchors): string {
  if (block.kind === 'heading') {
    const level = block.level + 1;
    return `<h${level} id="${escape(id)}"><span>${number}</span> ${escape(visibleLine(block.text))}</h${level}>`;
  }
  if (block.kind === 'paragraph') return `<p>${inline(block.cells, anchors)}</p>`;
  if (block.kind === 'list') {
    return `<ul>\n${block.items.map((cells) => `<li>${inline(cells, anchors)}</li>`).join('\n')}\n</ul>`;
  }
  if (block.kind === 'notice') {
    return `<p class="notice ${block.tone}">${mark(block.tone)}${flowing(visibleText(block.text))}</p>`;
  }
  if (block.kind === 'verbatim') return `<pre>${escape(visibleText(block.text))}</pre>`;
  if (block.kind === 'facts') return `<dl>\n${block.rows.map((row) => factRow(row, anchors)).join('\n')}\n</dl>`;
  return tableText(block, id, anchors);
}

type FactRow = Extract<Block, { kind: 'facts' }>['rows'][number];

function factRow({ label, cells }: FactRow, anchors: Anchors): string {
  return `<div><dt>${escape(visibleLine(label))}</dt><dd>${inline(cells, anchors)}</dd></div>`;
}

/** A table is called by the heading above it: who hears the page and does not see it is told what it enters. */
function tableText({ columns, rows }: Extract<Block, { kind: 'table' }>, heading: string, anchors: Anchors): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`).join('');
  const head = columns.map(({ title }) => `<th scope="col">${escape(visibleText(title))}</th>`).join('');
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell, index) => tableCell(cell, index === 0, anchors)).join('')}</tr>`,
  );
  const called = heading === '' ? '' : ` aria-labelledby="${escape(heading)}"`;
  return `<div class="table"><table${called}><colgroup>${widths}</colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody></table></div>`;
}

function tableCell(cell: Cell, first: boolean, anchors: Anchors): string {
  const text = inline([cell], anchors);
  return first ? `<th scope="row">${text}</th>` : `<td>${text}</td>`;
}

function inline(cells: readonly Cell[], anchors: Anchors): string {
  return cells.map((cell) => cellText(cell, anchors)).join('');
}

function cellText(cell: Cell, anchors: Anchors): string {
  const text = `${mark(cell.tone)}${flowing(visibleText(cell.text))}`;
  const face = cell.code === true ? `<code>${text}</code>` : text;
  const linked =
    cell.link !== undefined && anchors.has(cell.link)
      ? `<a href="#${encodeURIComponent(idOf(cell.link))}">${face}</a>`
      : face;
  const attributes = [
    cell.anchor !== undefined && anchors.place(cell.anchor) && `id="${escape(idOf(cell.anchor))}"`,
    cell.tone !== undefined && cell.tone !== 'plain' && `class="${cell.tone}"`,
    cell.place !== undefined && `title="${escape(visibleLine(placeText(cell.place)))}"`,
  ].filter((attribute) => attribute !== false);
  return attributes.length === 0 ? linked : `<span ${attributes.join(' ')}>${linked}</span>`;
}

function mark(tone: Tone | undefined): string {
  const its = toneMarks[tone ?? 'plain'];
  return its === undefined ? '' : `<span class="mark" role="img" aria-label="${its.name}">${its.sign}</span> `;
}

function placeText(place: Place): string {
  if ('keyPath' in place) return place.keyPath.length === 0 ? place.file : `${place.file}: ${place.keyPath.join('.')}`;
  return 'line' in place ? `${place.file}:${place.line}` : place.file;
}
