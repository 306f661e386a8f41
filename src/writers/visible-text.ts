/**
 * Foreign text as a person may be shown it: every line end is `\n`, a tab is a space, and what no eye would see,
 * such as a character that turns the direction of writing, is spelled out as ‹U+202E›.
 */
export function visibleText(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(lineEnd, '\n').replaceAll('\t', ' ').replace(unseen, spellOut);
}

/** Visible text on one line, for headings and titles. */
export function visibleLine(text: string): string {
  return visibleText(text).replaceAll('\n', ' ');
}

/** What most texts are: letters, digits and signs of ASCII. */
const plain = /^[ -~]*$/;

const lineEnd = /\r\n?|[\u2028\u2029]/g;

/** Control and format characters and halves of surrogate pairs; the joiners within words of many scripts stay. */
const unseen = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

function spellOut(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}
