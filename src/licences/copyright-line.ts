/** Whether a line, without comment marks, is a notice of copyright and not a sentence about one. */
export function isCopyrightLine(line: string): boolean {
  if (line.length > longestNotice) return false;
  if (reserved.test(line)) return true;
  if (
    !/^(?:(?:portions|parts|some parts|original code|modifications?)\s+(?:are\s+)?)?(?:copyright|copr|\(c\)|©)/i.test(
      line,
    )
  )
    return false;
  return marked.test(line) || named.test(line);
}

/** A longer line holds more than the notice. */
const longestNotice = 300;

const reserved = /^all\s+rights\s+reserved\W*$/i;

/** With a sign, a year or a placeholder for one. */
const marked = /^(?:[a-z]+\s+){0,3}(?:\(c\)|©)|\b(?:19|20)\d\d\b|^copyright:?\s*[<[{]/i;

/** With a name; a sentence goes on with what copyright is about. */
const named =
  /^(?:Copyright|COPYRIGHT)(?::|\s+(?:by|of)\b|\s+(?!(?:notices?|holders?|owners?|laws?|statements?|and|or|licen[cs]es?|interest|in|is|of|the|protection|disclaimer|treat(?:y|ies)|permission|under|as|to|for)\b)\p{Lu})/iu;
