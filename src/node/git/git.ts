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
    env: { ...surroundings(), GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' },
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (ran.error !== undefined)
    throw new HostError('git cannot be started', 'Install git, and put it into the PATH.', ran.error);
  return ran;
}

/** The environment without what says of which repository it is: in a hook of git that is the one of the hook. */
function surroundings(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofRepository.has(name)));
}

const ofRepository = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
]);
