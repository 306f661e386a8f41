import { machineTimer, type Timer } from './timer.ts';

/** How patient a source on the network is with it. */
export type Patience = {
  /** How often an answer is asked for in all. */
  readonly attempts: number;
  /** The wait before the second attempt, in milliseconds; it doubles with each further one. */
  readonly pause: number;
  /** How long nothing may arrive, or less than a trickle, in milliseconds. */
  readonly stall: number;
  /** How many bytes have to arrive in that time; a host that sends less would keep a run for days. */
  readonly trickle: number;
  /** The longest wait that a server may ask for, in milliseconds. */
  readonly longestPause: number;
  /** The largest answer in bytes. */
  readonly largestAnswer: number;
  /** From how many bytes on an answer is kept in a file while it comes, so that a later run can go on with it. */
  readonly large: number;
  /** The wait after a 429, or a 403 that means the same, that tells none; absent where a bare 403 is a refusal. */
  readonly throttled?: number | undefined;
};

/** When requests are sent: each waits for its turn, and the timer for what is to pass before another attempt. */
export type Pacing = { readonly timer: Timer; readonly turn: () => Promise<void> };

/** Every request at once. */
export const atOnce: Pacing = { timer: machineTimer, turn: () => Promise.resolve() };

/** The patience with a source of which nothing else is known. */
export const usual: Patience = {
  attempts: 4,
  pause: 1000,
  stall: 60_000,
  trickle: 1024,
  longestPause: 60_000,
  largestAnswer: 2 ** 31 - 1,
  large: 8 * 1024 * 1024,
};
