import { visibleText } from './visible-text.ts';

/** Writes a text as a Typst string literal, which Typst reads letter by letter and never as markup. */
export function typstString(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/**
 * Writes foreign text as a Typst expression for a line `width` em wide. A word that may be wider gets places to
 * break at; nothing is added to the text, so that a copied path, hash or package URL is still the one of the file.
 */
export function typstText(text: string, width: number): string {
  const pieces = breakable(visibleText(text), width);
  return pieces.length === 1 ? typstString(pieces[0] ?? '') : `long(${pieces.map(typstString).join(', ')})`;
}

/** At most how many lines a text takes where a line is `width` em wide. */
export function linesOf(text: string, width: number): number {
  return visibleText(text)
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / width)), 0);
}

function breakable(text: string, width: number): readonly string[] {
  if (widthOf(text) <= width) return [text];
  const pieces = [''];
  for (const word of text.split(/(?<=[ \n])/)) {
    const [first = '', ...rest] = widthOf(word) <= width ? [word] : piecesOf(word, width);
    pieces.push(`${pieces.pop() ?? ''}${first}`, ...rest);
  }
  return pieces;
}

/** Breaks after a separator, and inside a part only when the part itself is too wide. */
function piecesOf(word: string, width: number): readonly string[] {
  return word
    .split(/(?<=[-/\\._:;,@=&?+%#])/)
    .flatMap((part) => (widthOf(part) <= width ? [part] : (part.match(/.\p{M}*/gsu) ?? [])));
}

/** An upper bound of how many em a text takes on one line, in the boldest face used. */
function widthOf(text: string): number {
  let em = 0;
  for (const character of text) em += widths.find(([characters]) => characters.test(character))?.[1] ?? spelledOut;
  return em;
}

/** A character that the face may lack is set as its code point, such as ‹U+1F469›. */
const spelledOut = 4.5;

const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijlfI |',.:;!/\\()[\]{}-]/, 0.35],
  [/[mwMW%@]/, 0.91],
  [/[a-z0-9_*?<>=+#$~^"]/, 0.58],
  [/[\x20-\x7e]/, 0.69],
  [/[\xa0-\u052f\u1e00-\u206f]/, 1.1],
];
