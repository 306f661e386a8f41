/** The known word that a misspelled one most likely means; case, `-` and `_` do not count; `undefined` when none is near, or all are too short to tell. */
export function nearestKey(word: string, known: readonly string[]): string | undefined {
  return nearestKeys(word, known)[0];
}

/** The known words that a misspelled one may mean, the most likely first. */
export function nearestKeys(word: string, known: readonly string[]): readonly string[] {
  const plainWord = plain(word);
  if (plainWord.length > 60) return [];
  return known
    .map((key) => ({ key, steps: editSteps(plainWord, plain(key)) }))
    .filter(({ key, steps }) => key.length > 2 && steps <= Math.max(1, Math.floor(key.length / 3)))
    .toSorted((a, b) => a.steps - b.steps || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[-_ ]/g, '');
}

/** Letters to change, add, drop or swap with their neighbour to turn one word into another. */
function editSteps(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (same ? 0 : 1),
          swapped && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[to.length] ?? 0;
}
