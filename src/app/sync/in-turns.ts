/** Does a task for each of many, at most so many at the same time. The first fault ends it: nothing more is begun. */
export async function inTurns<T>(atOnce: number, all: readonly T[], task: (one: T) => Promise<void>): Promise<void> {
  const rest = oneByOne(all);
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of rest) await task(one);
    }),
  );
}

/** Ends for all who take from it as soon as one of them breaks off, which the values of a list do not. */
function* oneByOne<T>(all: readonly T[]): Generator<T> {
  yield* all;
}
