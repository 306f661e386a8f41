import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a command line gave. */
export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs `tureen` as a person does, in a process of its own. */
export function tureen(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/run.ts', ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, NO_COLOR: '1', ...environment },
  });
  return { code: status, stdout, stderr };
}

/** The day of which the example's README tells what is open: later its verdicts, lists and plans run out. */
export const onExampleDay = { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 30) / 1000) };

/** Gives a folder of its own to some work and removes it afterwards. */
export async function inFolder<T>(work: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'tureen-test-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
