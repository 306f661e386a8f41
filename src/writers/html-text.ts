import { visibleLine } from './visible-text.ts';

/** What a heading is called by: its number, such as 1.2, and the id that links lead to. */
export type Heading = { readonly number: string; readonly id: string };

/** An id holds no space; the prefix keeps those of the document apart from those of the page. */
export function idOf(anchor: string): string {
  return `to-${visibleLine(anchor).replace(/[\s%]/g, encodeURIComponent)}`;
}

/** Text as it stands in HTML, between tags or in a quoted attribute. */
export function escape(text: string): string {
  if (!/[&<>"']/.test(text)) return text;
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/**
 * Visible text as HTML that flows: a long word gets places to break at and a day gets none. Elements do that, not
 * characters, so that a copied path, hash or package URL is still the one of the file.
 */
export function flowing(text: string): string {
  if (!/\S{16}|\d-\d/.test(text)) return escape(text);
  return text
    .split(/(\S{16,})/)
    .map((part, index) => (index % 2 === 0 ? withDays(part) : piecesOf(part).map(escape).join('<wbr>')))
    .join('');
}

function withDays(text: string): string {
  return escape(text).replace(/(?<![\w-])\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])(?![\w-])/g, '<time>$&</time>');
}

/** The parts of a long word: each ends after a sign, or when it is long itself. */
function piecesOf(word: string): readonly string[] {
  return word.match(/(?:[^-/\\._:;,@=&?+%#]{1,24}[-/\\._:;,@=&?+%#]?|[-/\\._:;,@=&?+%#])\p{M}*/gu) ?? [];
}
