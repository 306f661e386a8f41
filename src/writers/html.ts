import type { Block, Cell, Document } from '../model/document.ts';
import type { Place } from '../model/place.ts';
import type { Writer } from '../model/writer.ts';
import { anchorsOf, type Anchors } from './anchors.ts';
import { htmlLook } from './html-look.ts';
import { toneMarks } from './tone-mark.ts';
import { visibleLine, visibleText } from './visible-text.ts';

/** The look on a screen: one HTML file that needs nothing else, runs nothing, and prints well. */
export const html: Writer = {
  name: 'html',
  title: 'HTML, one file for any browser',
  extension: 'html',
  gives: 'file',
  write: (document) => {
    const anchors = anchorsOf(document);
    const headings = numbered(document, anchors);
    return page(document, headings, document.blocks.map((block) => blockText(block, headings, anchors)).join('\n'));
  },
};

type Heading = { readonly number: string; readonly id: string };
type Headings = ReadonlyMap<Block, Heading>;

/** Counts headings as 1, 1.1, 1.1.1; each has an id, for the contents lead to all of them. */
function numbered({ blocks }: Document, anchors: Anchors): Headings {
  const counters = [0, 0, 0];
  const headings = new Map<Block, Heading>();
  for (const block of blocks) {
    if (block.kind !== 'heading') continue;
    counters[block.level - 1] = (counters[block.level - 1] ?? 0) + 1;
    counters.fill(0, block.level);
    const number = counters.slice(0, block.level).join('.');
    const own = block.anchor !== undefined && anchors.place(block.anchor) ? block.anchor : undefined;
    headings.set(block, { number, id: own === undefined ? `heading-${number}` : idOf(own) });
  }
  return headings;
}

/** The policy forbids everything but the style in the page itself, also to a text that would slip through. */
function page({ title, subtitle, facts, orientation, blocks }: Document, headings: Headings, content: string): string {
  const name = escape(visibleLine(title));
  const about = escape(visibleLine(subtitle));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${name}: ${about}</title>
<style>${htmlLook(orientation)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<h1>${name}</h1>
<p class="subtitle">${about}</p>
<dl>
${facts.map(({ label, value }) => `<div><dt>${escape(visibleLine(label))}</dt><dd>${escape(visibleText(value))}</dd></div>`).join('\n')}
</dl>
</header>
<nav aria-label="Contents">
<h2>Contents</h2>
<ol>
${blocks.flatMap((block) => contentsEntry(block, headings) ?? []).join('\n')}
</ol>
</nav>
<main id="content">
${content}
</main>
</body>
</html>
`;
}

function contentsEntry(block: Block, headings: Headings): string | undefined {
  const heading = headings.get(block);
  if (block.kind !== 'heading' || heading === undefined || block.level === 3) return undefined;
  return `<li class="level-${block.level}"><a href="#${encodeURIComponent(heading.id)}"><span>${heading.number}</span> ${escape(visibleLine(block.text))}</a></li>`;
}

function blockText(block: Block, headings: Headings, anchors: Anchors): string {
  switch (block.kind) {
    case 'heading': {
      const { number, id } = headings.get(block) ?? { number: '', id: '' };
      const level = block.level + 1;
      return `<h${level} id="${escape(id)}"><span>${number}</span> ${escape(visibleLine(block.text))}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${inline(block.cells, anchors)}</p>`;
    case 'list':
      return `<ul>\n${block.items.map((cells) => `<li>${inline(cells, anchors)}</li>`).join('\n')}\n</ul>`;
    case 'notice':
      return `<p class="notice ${block.tone}">${mark({ text: block.text, tone: block.tone })}${escape(visibleText(block.text))}</p>`;
    case 'facts':
      return `<dl>\n${block.rows.map(({ label, cells }) => `<div><dt>${escape(visibleLine(label))}</dt><dd>${inline(cells, anchors)}</dd></div>`).join('\n')}\n</dl>`;
    case 'table':
      return tableText(block, anchors);
  }
}

function tableText({ columns, rows }: Extract<Block, { kind: 'table' }>, anchors: Anchors): string {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col style="width:${((100 * width) / whole).toFixed(2)}%">`).join('');
  const head = columns.map(({ title }) => `<th scope="col">${escape(visibleText(title))}</th>`).join('');
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell, index) => tableCell(cell, index === 0, anchors)).join('')}</tr>`,
  );
  return `<div class="table"><table><colgroup>${widths}</colgroup>
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
  const text = `${mark(cell)}${escape(visibleText(cell.text))}`;
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

function mark({ tone }: Cell): string {
  const its = toneMarks[tone ?? 'plain'];
  return its === undefined ? '' : `<span class="mark" role="img" aria-label="${its.name}">${its.sign}</span> `;
}

function placeText(place: Place): string {
  if ('keyPath' in place) return place.keyPath.length === 0 ? place.file : `${place.file}: ${place.keyPath.join('.')}`;
  return 'line' in place ? `${place.file}:${place.line}` : place.file;
}

/** An id holds no space; the prefix keeps those of the document apart from those of the page. */
function idOf(anchor: string): string {
  return `to-${visibleLine(anchor).replace(/[\s%]/g, encodeURIComponent)}`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
