import { parseJson, type JsonSyntax, type LocatedJson } from './json.ts';

/** Reads JSON with comments and trailing commas; what goes beyond JSON is blanked, so that every place stays where it was. */
export function parseJsonc(text: string): LocatedJson | JsonSyntax {
  let blanked = '';
  let from = 0;
  for (const [start, end] of extras(text).toSorted(([a], [b]) => a - b)) {
    blanked += text.slice(from, start) + text.slice(start, end).replace(/[^\r\n]/g, ' ');
    from = end;
  }
  return parseJson(blanked + text.slice(from));
}

/** Where comments and trailing commas stand, from the first character to the one behind the last. */
function extras(text: string): readonly (readonly [start: number, end: number])[] {
  const spans: [number, number][] = [];
  /** Where a comma stands behind which only blanks and comments came so far. */
  let comma = -1;
  for (let at = 0; at < text.length; at++) {
    const end = endOfComment(text, at);
    if (end > at) {
      spans.push([at, end]);
      at = end - 1;
      continue;
    }
    const character = text[at] ?? '';
    if (comma !== -1 && (character === '}' || character === ']')) spans.push([comma, comma + 1]);
    if (character === ',') comma = at;
    else if (!/\s/.test(character)) comma = -1;
    if (character === '"') at = endOfString(text, at);
  }
  return spans;
}

/** The position behind the comment that begins here; the same position where none does. */
function endOfComment(text: string, at: number): number {
  if (text[at] !== '/') return at;
  const isBlock = text[at + 1] === '*';
  if (!isBlock && text[at + 1] !== '/') return at;
  const end = isBlock ? text.indexOf('*/', at + 2) : text.indexOf('\n', at);
  return end === -1 ? text.length : end + (isBlock ? 2 : 0);
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"' && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at;
}
