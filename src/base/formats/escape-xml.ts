/**
 * A text as it stands in XML 1.0, between tags or in a quoted attribute; what XML has no way to write becomes the replacement
 * character. What no eye would see, and the mark by which build servers take a line for a command, is given by its number.
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(marked, (character) => escapes.get(character) ?? `&#${character.codePointAt(0)};`);
}

const marked = /[&<>"\r\u007f-\u009f]|(?![\u200c\u200d])\p{Cf}|#(?=#\w*\[)/gu;

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\r', '&#13;'],
]);
