import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What one run of a program took at best: other work on the machine can only add to it. */
export type Measured = { readonly seconds: number; readonly megabytes: number };

/** The best of some runs of Node with some words; every run is a process of its own, as a person starts it. */
export function measure(words: readonly string[], runs = 9): Measured {
  const measured = Array.from({ length: runs }, () => once(words));
  return {
    seconds: Math.min(...measured.map(({ seconds }) => seconds)),
    megabytes: Math.min(...measured.map(({ megabytes }) => megabytes)),
  };
}

function once(words: readonly string[]): Measured {
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
