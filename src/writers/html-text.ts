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
