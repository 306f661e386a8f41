import { stripVTControlCharacters } from 'node:util';
import { columnsOf } from './columns-of.ts';

/**
 * Breaks lines that are wider than the terminal between words; what continues hangs below where the text of the line
 * began. A word that is wider than the terminal stays whole.
 */
export function fold(text: string, width: number): string {
  if (width === Number.POSITIVE_INFINITY) return text;
  return text
    .split('\n')
    .map((line) => (columnsOf(line) <= width ? line : foldLine(line, width)))
    .join('\n');
}

function foldLine(line: string, width: number): string {
  const lead = leadOf(stripVTControlCharacters(line));
  const indented = lead === 0 ? 2 : lead;
  const hang = indented * 2 > width ? 2 : indented;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(/(?<=[^ ]) (?=[^ ])/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (columnsOf(current) < lead || columnsOf(longer) <= width || current === '') current = longer;
    else {
      lines.push(current);
      current = ' '.repeat(hang) + word;
    }
  }
  return [...lines, current].join('\n');
}

/** Where the text of a line begins: behind the mark of a list, a first word with a colon, or a label in a column of its own. */
function leadOf(plain: string): number {
  return /^(?: {0,8}[a-z]+: | *(?:[-+] |\d  [a-z ]{7}  |[a-z]+(?: [a-z]+)*  +)?)/.exec(plain)?.[0].length ?? 0;
}
