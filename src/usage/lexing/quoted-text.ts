/**
 * What stands between the quote at an offset of blanked code and the next one of its kind, read from the original text;
 * `undefined` when that can be no name of a module.
 */
export function quotedText(text: string, code: string, quoteAt: number): string | undefined {
  const end = code.indexOf(code[quoteAt] ?? '"', quoteAt + 1);
  if (end === -1 || end - quoteAt > longestModule) return undefined;
  const words = text.slice(quoteAt + 1, end);
  return words === '' || /\s/.test(words) ? undefined : words;
}

/** No name of a module comes near. */
const longestModule = 500;
