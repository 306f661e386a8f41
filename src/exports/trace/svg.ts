import type { TraceExport, TraceGraph, TraceNode } from '../../model/trace.ts';
import { captionOf, kindNames, toneOf } from './graph-words.ts';
import { layOut } from './layout.ts';
import { tellingLinks } from './telling-links.ts';

/** The trace as a drawing: columns from the hazardous situation to its evidence. */
export const svg: TraceExport = {
  name: 'svg',
  write: (graph) => {
    const { columns } = layOut(graph);
    const tallest = Math.max(...columns.map((column) => column.length));
    const height = tallest * (box.height + box.gap) + 2 * margin;
    const width = columns.length * (box.width + box.between) - box.between + 2 * margin;
    const boxes = new Map<string, Box>();
    columns.forEach((column, index) => {
      const step = (height - 2 * margin) / column.length;
      column.forEach((id, place) =>
        boxes.set(id, {
          x: margin + index * (box.width + box.between),
          y: margin + step * (place + 0.5) - box.height / 2,
        }),
      );
    });
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" role="img">`,
      `<title>Trace of ${escape(graph.start)}</title>`,
      `<rect width="${width}" height="${height}" fill="#fff"/>`,
      `<g fill="none" stroke="#8b8fa3" stroke-width="1.2">`,
      ...tellingLinks(graph).flatMap(({ from, to }) => drawLink(boxes.get(from), boxes.get(to))),
      '</g>',
      ...[...graph.nodes.values()].flatMap((node) => drawNode(graph, node, boxes.get(node.id))),
      '</svg>',
      '',
    ].join('\n');
  },
};

const box = { width: 210, height: 76, gap: 14, between: 66 };
const margin = 20;

type Box = { readonly x: number; readonly y: number };

/** A link that passes other columns is dashed: it runs behind their boxes. */
function drawLink(from: Box | undefined, to: Box | undefined): readonly string[] {
  if (from === undefined || to === undefined) return [];
  const start = { x: from.x + box.width, y: from.y + box.height / 2 };
  const end = { x: to.x, y: to.y + box.height / 2 };
  const bend = Math.max(30, (end.x - start.x) / 2);
  const far = end.x - start.x > box.between + 1;
  const path = `M${start.x} ${round(start.y)}C${start.x + bend} ${round(start.y)} ${end.x - bend} ${round(end.y)} ${end.x} ${round(end.y)}`;
  return [`<path d="${path}"${far ? ' stroke-dasharray="4 4" stroke="#c3c6d4"' : ''}/>`];
}

const colours = {
  plain: { fill: '#ffffff', stroke: '#5b6078' },
  good: { fill: '#eaf6ec', stroke: '#2b7a3b' },
  doubt: { fill: '#fff6df', stroke: '#9a6a00' },
  bad: { fill: '#fdecea', stroke: '#b3261e' },
} as const;

function drawNode(graph: TraceGraph, node: TraceNode, at: Box | undefined): readonly string[] {
  if (at === undefined) return [];
  const { fill, stroke } = colours[toneOf(graph, node)];
  const faults = graph.faults.get(node.id) ?? [];
  const caption = captionOf(graph, node);
  const text = (y: number, content: string, look: string) =>
    `<text x="${at.x + 10}" y="${round(at.y + y)}" ${look}>${escape(content)}</text>`;
  return [
    '<g>',
    `<title>${escape([kindNames[node.kind], node.id, caption, ...faults].join('\n'))}</title>`,
    `<rect x="${at.x}" y="${round(at.y)}" width="${box.width}" height="${box.height}" rx="6" fill="${fill}" stroke="${stroke}" stroke-width="${node.id === graph.start ? 3 : 1.2}"/>`,
    text(15, kindNames[node.kind], `font-size="9.5" fill="${stroke}"`),
    text(31, cut(node.id, 25), 'font-size="12.5" font-weight="bold" fill="#1d2030"'),
    ...wrapped(caption, 33, 3).map((line, index) => text(45 + index * 12, line, 'font-size="10.5" fill="#3a3e52"')),
    '</g>',
  ];
}

/** Breaks a text between words into lines of at most so many letters; what does not fit ends in `…`. */
function wrapped(text: string, letters: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.slice(0, letters * (most + 1)).split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= letters) line = longer;
    else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  if (line !== '') lines.push(line);
  const shown = lines.slice(0, most).map((one) => cut(one, letters));
  return lines.length <= most
    ? shown
    : [...shown.slice(0, -1), `${cut(shown.at(-1) ?? '', letters - 2)} …`.replace('… …', '…')];
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).toWellFormed()}…`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\P{Cc}\n]|[\p{Cf}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
