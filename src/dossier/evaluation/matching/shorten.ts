/** A foreign version or name in a sentence: one line, at most 60 characters. */
export function shorten(text: string): string {
  if (/^[!-~]{0,60}$/.test(text)) return text;
  const line = text.slice(0, 61).replace(/[\s\p{Cc}]/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
