import type { Timer } from './timer.ts';

/** Gives each request its turn, so many milliseconds after the one before at the earliest: a second attempt is one, too. */
export function requestTurns(milliseconds: number, timer: Timer): () => Promise<void> {
  let free = -Infinity;
  return async () => {
    const now = timer.now();
    const start = Math.max(now, free);
    free = start + milliseconds;
    if (start > now) await timer.pause(start - now);
  };
}
