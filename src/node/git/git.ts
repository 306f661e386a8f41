import { spawnSync } from 'node:child_process';
import { HostError } from '../../base/errors.ts';

/** What git answered. */
export type GitAnswer = { readonly status: number | null; readonly stdout: Buffer; readonly stderr: Buffer };

/**
 * Asks git about the repository around a folder, and lets it start nothing that the repository's own configuration names.
 * Throws `HostError` when there is no git.
 */
export function askGit(root: string, words: readonly string[]): GitAnswer {
  const ran = spawnSync('git', ['-C', root, '-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=', ...words], {
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (ran.error !== undefined)
    throw new HostError('git cannot be started', 'Install git, and put it into the PATH.', ran.error);
  return ran;
}
