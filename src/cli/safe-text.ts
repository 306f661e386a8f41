/** The longest text that is shown; nobody reads on. */
const most = 1000;

/**
 * Makes foreign text harmless to a terminal and to the log of a build: one line, bounded, what no eye would see or what
 * turns the direction of writing spelled out, and no marks by which build servers take a line for a command.
 */
export function safeText(text: string): string {
  const shown = text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text;
  return shown
    .replace(/\r\n|[\r\n\u2028\u2029]/g, '↵')
    .replaceAll('\t', ' ')
    .replace(unseen, spellOut)
    .replace(command, spellOut);
}

/** Control and format characters and halves of surrogate pairs; the joiners within words and emoji stay. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/gu;

/** `::error::` at the start of a line, `##[error]` and `##vso[…]` anywhere are commands to build servers. */
const command = /(?<=^\s*):(?=:)|#(?=#\w*\[)/g;

function spellOut(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
}
