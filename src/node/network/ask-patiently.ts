import { HostError } from '../../base/errors.ts';
import { networkProblem } from './network-problem.ts';
import type { Pacing, Patience } from './patience.ts';

/** What one attempt came to. */
export type Outcome<T> =
  | { readonly kind: 'answer'; readonly answer: T }
  | Refused
  | (Omit<Refused, 'kind'> & { readonly kind: 'again'; readonly pause?: number | undefined });

/** Why there is no answer, and what to do where something better is known than to try later. */
export type Refused = {
  readonly kind: 'refused';
  readonly reason: string;
  readonly help?: string | undefined;
  /** What the host answers, where it refuses this question and may answer another. */
  readonly status?: number;
  /** That the host said nothing, or next to nothing. */
  readonly isSilence?: boolean;
};

/** What an attempt is watched by: it stops at the signal, and tells how many bytes have arrived. */
export type Watch = { readonly signal: AbortSignal; readonly arrived: (bytes: number) => void };

/** Something that may be attempted more than once. */
export type Attempts<T> = {
  readonly patience: Patience;
  readonly pacing: Pacing;
  readonly once: (watch: Watch) => Promise<Outcome<T>>;
  /** How many bytes the attempts have brought together; absent where each begins anew. */
  readonly brought?: () => number;
};

/** Attempts something until it is answered, refused, or patience ends. Throws `HostError`, and faults of the program. */
export async function askPatiently<T>(attempts: Attempts<T>): Promise<Exclude<Outcome<T>, { kind: 'again' }>> {
  const { patience, pacing, brought = () => 0 } = attempts;
  let stuck = 0;
  for (let attempt = 1; ; attempt++) {
    const before = brought();
    const outcome = await attemptOnce(attempts);
    if (outcome.kind !== 'again') return outcome;
    stuck = brought() >= before + patience.trickle ? 1 : stuck + 1;
    const wait = outcome.pause ?? patience.pause * 2 ** (stuck - 1);
    if (stuck >= patience.attempts || attempt >= mostAttempts || wait > patience.longestPause)
      return { ...outcome, kind: 'refused' };
    await pacing.timer.pause(wait);
  }
}

/** A download that breaks off again and again is gone on with as long as more of it comes, but not for ever. */
const mostAttempts = 100;

/** One attempt, given up when less arrives than patience allows. */
async function attemptOnce<T>({ patience, pacing, once }: Attempts<T>): Promise<Outcome<T>> {
  await pacing.turn();
  const control = new AbortController();
  let [all, since, idle] = [0, 0, 0];
  const beat = setInterval(() => ++idle === beats && control.abort(), patience.stall / beats);
  const arrived = (bytes: number) => {
    all += bytes;
    since += bytes;
    if (since < patience.trickle) return;
    [since, idle] = [0, 0];
    beat.refresh();
  };
  try {
    return await once({ signal: control.signal, arrived });
  } catch (error) {
    const much = all === 0 ? 'nothing' : `less than ${patience.trickle} bytes`;
    if (control.signal.aborted)
      return { kind: 'again', reason: `${much} arrived for ${patience.stall / 1000} s`, isSilence: true };
    if (error instanceof HostError) throw error;
    return networkProblem(error);
  } finally {
    clearInterval(beat);
    control.abort();
  }
}

/**
 * In so many beats a wait is counted, each of which gives what has arrived meanwhile its turn: that this process stood still, as
 * in a machine that slept or was busy, is one beat, and no silence of the host.
 */
const beats = 10;
