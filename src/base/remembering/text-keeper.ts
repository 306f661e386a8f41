/**
 * Keeps one copy of each text that is given to it. A piece that was cut out of a file would hold the whole file in memory
 * for as long as somebody holds the piece.
 */
export function textKeeper(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const copy = text.split('').join('');
    kept.set(copy, copy);
    return copy;
  };
}
