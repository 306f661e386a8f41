import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the runs of a program took. */
export type Measured = {
  /** The best run: other work on the machine can only add to it. */
  readonly seconds: number;
  readonly megabytes: number;
  /** How many times as long as its floor a run takes, which runs before and after it: the median, for a machine changes its pace within seconds. */
  readonly ratio: number;
};

/** How to measure: how many runs, against which floor if not plain work, and what to do before each. */
type Manner = {
  readonly runs?: number;
  readonly floor?: readonly string[];
  readonly prepare?: (run: number) => void;
};

/** Runs Node with some words, each time between two runs of a floor. */
export function measure(words: readonly string[], { runs = 9, floor = plainWork, prepare }: Manner = {}): Measured {
  const measured: (ReturnType<typeof once> & { readonly ratio: number })[] = [];
  let before = timeOf(floor);
  for (let run = 0; run < runs; run++) {
    prepare?.(run);
    const one = once(words);
    const after = timeOf(floor);
    measured.push({ ...one, ratio: one.seconds / ((before + after) / 2) });
    before = after;
  }
  return {
    seconds: Math.min(...measured.map(({ seconds }) => seconds)),
    megabytes: Math.min(...measured.map(({ megabytes }) => megabytes)),
    ratio: median(measured.map(({ ratio }) => ratio)),
  };
}

const plainWork = ['scripts/bench/plain-work.cjs'];

/**
 * Seconds that plain work takes on the machine that the limits in seconds are meant for. Another one is slower or faster, and
 * most are so from one minute to the next: what is measured is told at the pace of this one.
 */
const plainSeconds = 0.145;

/** Seconds at the pace of the machine that the limits are meant for. */
export function paced({ ratio }: Pick<Measured, 'ratio'>): number {
  return ratio * plainSeconds;
}

/** How much slower this machine is at the moment than the one that the limits are meant for. */
export function slowness(): number {
  return timeOf(plainWork) / plainSeconds;
}

function timeOf(floor: readonly string[]): number {
  return median([1, 2, 3].map(() => once(floor).seconds));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function once(words: readonly string[]): { readonly seconds: number; readonly megabytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'tureen-peak-'));
  const peak = join(folder, 'peak');
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', './scripts/bench/report-peak.cjs', ...words], {
    env: { ...process.env, PEAK_FILE: peak },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  const megabytes = Number(readFileSync(peak, 'utf8')) / 1024;
  rmSync(folder, { recursive: true });
  return { seconds, megabytes };
}
