import { setTimeout } from 'node:timers/promises';

/** What waits for the network: milliseconds that only grow, and a pause; a test has one that does not wait. */
export type Timer = {
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
};

/** The timer of this machine. */
export const machineTimer: Timer = {
  now: () => performance.now(),
  pause: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
};
