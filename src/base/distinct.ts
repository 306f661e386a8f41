/** Each text once, sorted by UTF-16 code units. */
export function distinct(texts: readonly string[]): readonly string[] {
  return texts.length < 2 ? texts : [...new Set(texts)].toSorted();
}
