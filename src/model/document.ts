import type { Place } from './place.ts';

/** How a text should strike the eye: plainly, or as good, doubtful, bad or secondary. */
export type Tone = 'plain' | 'good' | 'doubt' | 'bad' | 'quiet';

/** A piece of text in a document; it may know its place in the records and a target to jump to. */
export type Cell = {
  readonly text: string;
  readonly tone?: Tone;
  readonly place?: Place;
  /** The anchor of a heading or row in the same document. */
  readonly link?: string;
  /** Makes this cell a target for links. */
  readonly anchor?: string;
  /** Names, versions, hashes: set in a fixed-width face. */
  readonly code?: boolean;
};

/** A column of a table; `width` is its share of the page beside the other columns. */
export type Column = { readonly title: string; readonly width: number };

/** A part of a document, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly anchor?: string }
  | { readonly kind: 'paragraph'; readonly cells: readonly Cell[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Cell[])[] }
  /** A foreign text that keeps its lines, such as a licence. */
  | { readonly kind: 'verbatim'; readonly text: string }
  | { readonly kind: 'notice'; readonly tone: Tone; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly label: string; readonly cells: readonly Cell[] }[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly (readonly Cell[])[] };

/** A document without a look: what a report makes and a writer shows. */
export type Document = {
  readonly title: string;
  readonly subtitle: string;
  /** The facts of the title page: device, version, date, data. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Wide tables want a landscape page. */
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
};
