import { stripVTControlCharacters } from 'node:util';

/** How many columns of a terminal a text takes: none for paint and marks above letters, two for the characters of East Asia. */
export function columnsOf(text: string): number {
  const plain = stripVTControlCharacters(text);
  if (narrow.test(plain)) return plain.length;
  let columns = 0;
  for (const character of plain) columns += marks.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

const narrow = /^[\x20-\x7e]*$/;
const marks = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const wide =
  /^(?![\uff61-\uffdc])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uffe0-\uffe6]$/u;
