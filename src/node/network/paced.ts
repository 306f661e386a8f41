import { setTimeout } from 'node:timers/promises';
import type { FeedSource } from '../../app/host.ts';

/** The source, asked one question after another, each so many milliseconds after the one before at the earliest. */
export function paced(source: FeedSource, milliseconds: number): FeedSource {
  let last = -Infinity;
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(ask: () => Promise<T>): Promise<T> => {
    const answer = turn.then(async () => {
      const wait = last + milliseconds - performance.now();
      if (wait > 0) await setTimeout(wait);
      last = performance.now();
      return ask();
    });
    turn = answer.catch(() => undefined);
    return answer;
  };
  return {
    address: source.address,
    ask: (request) => inTurn(() => source.ask(request)),
    get: (path) => inTurn(() => source.get(path)),
  };
}
