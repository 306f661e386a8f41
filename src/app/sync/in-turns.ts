/** Does a task for each of many, at most so many at the same time; the first fault ends it. */
export async function inTurns<T>(atOnce: number, all: readonly T[], task: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of rest) await task(one);
    }),
  );
}
