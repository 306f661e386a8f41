/**
 * Makes JSON harmless to a terminal and to the log of a build, and leaves what it says: in its strings, what no eye would see or what
 * turns the direction of writing is spelled out, and so is the mark by which build servers take a line for a command.
 */
export function safeJson(text: string): string {
  return text.replace(unseen, spellOut);
}

/** As for other texts; beyond strings JSON has line feeds alone. `::` begins no line, for a string begins with a quote. */
const unseen = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]|#(?=#\w*\[)/gu;

function spellOut(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
