import type { Document, Tone } from '../model/document.ts';
import { toneMarks } from './tone-marks.ts';
import { typstString, typstText } from './typst-text.ts';
import { visibleLine } from './visible-text.ts';

/** What fits on a page: the width of a line in em and the lines below each other, of running text and of a table. */
export type PageSize = {
  readonly text: number;
  readonly table: number;
  readonly lines: number;
  readonly tableLines: number;
};

/** The size of the page that the look sets up. */
export function pageSize(orientation: Document['orientation']): PageSize {
  const [width, height] = orientation === 'landscape' ? [297 - 32, 210 - 43] : [210 - 36, 297 - 43];
  const points = 72 / 25.4;
  const lines = (pitch: number) => Math.floor((height * points) / pitch);
  return { text: (width * points) / 10, table: (width * points) / 8, lines: lines(12.8), tableLines: lines(9.2) };
}

/** The Typst preamble: page, type, running heads, and the functions that the blocks call. */
export function typstLook({ title, subtitle, orientation }: Document): string {
  const landscape = orientation === 'landscape';
  const points = pageSize(orientation).text * 10;
  const line = (text: string, share: number, size: number) => typstText(visibleLine(text), (points * share) / size);
  return `${functions}
#let front-title = ${line(title, 1, 30)}
#let front-subtitle = ${line(subtitle, 1, 15)}
#let head-title = ${line(title, 0.48, 8.5)}
#let head-subtitle = ${line(subtitle, 0.48, 8.5)}
#set document(title: ${typstString(visibleLine(`${title}: ${subtitle}`))})
#set page(paper: "a4", flipped: ${landscape}, margin: (x: ${landscape ? 16 : 18}mm, top: 24mm, bottom: 19mm))
${look}`;
}

function sign(tone: Tone): string {
  return typstString(`${toneMarks[tone]?.sign ?? ''}\u00a0`);
}

const functions = String.raw`#let long(..pieces) = pieces.pos().join(h(0.001pt))`;

const look = String.raw`
#let ink = rgb("#1c2733")
#let quiet-ink = rgb("#5b6673")
#let rule = rgb("#c9d1d9")
#let accent = rgb("#12507b")
#let tint = rgb("#eef3f7")
#let tones = (
  plain: (ink: ink, paper: tint, sign: ""),
  quiet: (ink: quiet-ink, paper: tint, sign: ""),
  good: (ink: rgb("#17663a"), paper: rgb("#e9f5ee"), sign: ${sign('good')}),
  doubt: (ink: rgb("#8a4b00"), paper: rgb("#fdf3e1"), sign: ${sign('doubt')}),
  bad: (ink: rgb("#a81c1c"), paper: rgb("#fcebea"), sign: ${sign('bad')}),
)
#set text(font: "Source Sans 3", size: 10pt, fill: ink, lang: "en", hyphenate: false)
#set par(leading: 0.6em, spacing: 0.9em, justify: false)
#set page(
  header: context if counter(page).get().first() > 1 {
    set text(8.5pt, fill: quiet-ink)
    grid(columns: (1fr, 1fr), align: (left, right), gutter: 12pt, head-title, head-subtitle)
    v(-0.6em)
    line(length: 100%, stroke: 0.5pt + rule)
  },
  footer: context {
    set text(8.5pt, fill: quiet-ink)
    align(right, "Page " + counter(page).display("1") + " of " + str(counter(page).final().first()))
  },
)
#set heading(numbering: "1.1")
#show heading: set text(fill: accent, weight: 600)
#show heading.where(level: 1): set text(17pt)
#show heading.where(level: 2): set text(13pt)
#show heading.where(level: 3): set text(10.5pt, fill: ink)
#show heading.where(level: 1): set block(above: 2.2em, below: 0.9em)
#show heading.where(level: 2): set block(above: 2em, below: 0.9em)
#show heading.where(level: 3): set block(above: 1.5em, below: 0.8em)
#show outline.entry.where(level: 1): set block(above: 1em)
#show outline.entry.where(level: 1): set text(weight: 600)
#show outline.entry.where(level: 2): set text(9.5pt)
#set list(indent: 2pt, body-indent: 6pt, marker: text(fill: quiet-ink, "\u{2013}"))
#let thin = (x: none, top: none, bottom: 0.5pt + rule)
#set table(stroke: thin, inset: (x: 4pt, y: 3.2pt), align: left + top)
#show table: set text(8pt)
#show table: set par(leading: 0.48em)
#show table: set block(above: 1.2em, below: 1.6em)

#let code(body) = text(slashed-zero: true, number-width: "tabular", ligatures: false, body)
#let toned(tone, body) = text(fill: tones.at(tone).ink, tones.at(tone).sign + body)
#let to(target, body) = link(label(target), text(fill: accent, body))
#let notice(tone, body) = block(
  width: 100%, sticky: true, inset: (x: 9pt, y: 7pt), fill: tones.at(tone).paper,
  stroke: (left: 2.5pt + tones.at(tone).ink), toned(tone, body),
)
#let verbatim(body) = block(width: 100%, inset: (x: 8pt, y: 7pt), fill: tint, text(8pt, body))
#let facts(whole: true, sticky: false, ..spacing, cells) = block(breakable: not whole, sticky: sticky, ..spacing, grid(
  columns: (46mm, 1fr), inset: (x: 4pt, y: 3.6pt), stroke: thin, align: left + top, ..cells,
))
#let facts-over-pages(first, rest) = {
  facts(sticky: true, below: 0pt, first)
  facts(whole: false, above: 0pt, rest)
}
#let term(body) = text(fill: quiet-ink, body)
#let whole-term(body) = grid.cell(breakable: false, term(body))
#let whole(body) = table.cell(breakable: false, body)
#let rows(columns, head, ..cells) = table(
  columns: columns,
  table.header(..head.map(it => table.cell(fill: tint, text(weight: 600, it)))),
  ..cells,
)
#let whole-rows(..all) = block(breakable: false, above: 1em, below: 1.3em, rows(..all))
#let front(..cells) = {
  v(1fr)
  block(text(30pt, weight: 700, fill: accent, front-title))
  block(above: 1.1em, text(15pt, front-subtitle))
  v(1.6em)
  line(length: 38mm, stroke: 2pt + accent)
  v(1.2em)
  facts(whole: false, cells)
  v(2fr)
  pagebreak(weak: true)
}
#let contents(count) = {
  block(below: 1.2em, text(17pt, fill: accent, weight: 600, "Contents"))
  columns(count, gutter: 12mm, outline(title: none, depth: 2))
  pagebreak(weak: true)
}
`;
