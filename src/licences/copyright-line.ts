/** Whether a line, without comment marks, is a notice of copyright and not a sentence about one. */
export function isCopyrightLine(line: string): boolean {
  if (line.length > longestNotice) return false;
  if (reserved.test(line) || line.startsWith('©')) return true;
  if (/^\(c\)/i.test(line)) return /^\(c\)\s*(?:copyright\b|by\s|[<[{]|(?:19|20)\d\d\b)/i.test(line);
  const notice = begun.exec(line)?.[1];
  return notice !== undefined && (marked.test(notice) || named.test(notice));
}

/** A longer line holds more than the notice. */
const longestNotice = 300;

const reserved = /^all\s+rights\s+reserved\W*$/i;

const begun =
  /^(?:(?:portions|parts|some parts|original code|modifications?)(?:\s+(?:are|is))?\s+)?((?:copyright|copr)\b[^]*)$/i;

/** With a sign, a year or a placeholder for one. */
const marked = /^[a-z]+\.?:?\s*(?:\(c\)|©|[<[{])|\b(?:19|20)\d\d\b/i;

/** With a name; a sentence goes on with what copyright is about. */
const named =
  /^(?:Copyright|COPYRIGHT)(?::|\s+(?:by|of)\b|\s+(?!(?:NOTICES?|HOLDERS?|OWNERS?|LAWS?|STATEMENTS?|AND|OR|LICEN[CS]ES?|INTEREST|IN|IS|OF|THE|PROTECTION|DISCLAIMER|TREAT(?:Y|IES)|PERMISSION|UNDER|AS|TO|FOR|License|Notice|Law|Holder|Owner|Act|Interest)\b)\p{Lu})/u;
