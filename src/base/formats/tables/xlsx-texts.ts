import { SaxesParser } from 'saxes';
import { SheetProblem } from './xlsx-problem.ts';

/** More texts than this no workbook shares that a person made. */
const mostTexts = 1_000_000;

/**
 * Reads the table of shared texts (ECMA-376, 18.4) as it streams by. A text may be cut into runs; what tells how to pronounce
 * it (`rPh`) is no part of it. Throws `SheetProblem`.
 */
export function readSharedTexts(part: Uint8Array): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser({ xmlns: false, position: false });
  let current = '';
  let within = false;
  let skipped = 0;
  parser.on('error', ({ message }) => {
    throw new SheetProblem(`its shared texts are broken: ${message.replace(/^\d+:\d+: /, '')}`);
  });
  parser.on('opentag', ({ name }) => {
    const local = localName(name);
    if (local === 'si') current = '';
    else if (local === 'rPh') skipped++;
    else if (local === 't') within = skipped === 0;
  });
  const add = (text: string) => {
    if (within) current += text;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', ({ name }) => {
    const local = localName(name);
    if (local === 't') within = false;
    else if (local === 'rPh') skipped--;
    else if (local === 'si') {
      texts.push(current);
      if (texts.length > mostTexts) throw new SheetProblem('it shares more than a million texts');
    }
  });
  writeInPieces(parser, part);
  return texts;
}

/** Feeds a part to a parser, so that parsing stops soon after the first fault. */
export function writeInPieces(parser: SaxesParser, part: Uint8Array): void {
  const text = new TextDecoder().decode(part);
  for (let from = 0; from < text.length; from += pieceLength) parser.write(text.slice(from, from + pieceLength));
  parser.close();
}

const pieceLength = 65_536;

/** The name of an element without its prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
