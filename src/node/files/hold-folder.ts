import { join } from 'node:path';
import { HostError } from '../../base/errors.ts';
import { holdLock } from './lock-file.ts';

/**
 * Holds a folder for the moment in which files of it are compared and replaced, until the answer is called; who comes meanwhile
 * waits a moment. Git does not show the hold, nor what is left of it, as no file is in it. Throws `HostError`.
 */
export function holdFolder(folder: string): () => void {
  for (let left = 150; ; left--)
    try {
      return holdLock(
        join(folder, holdName),
        'edit',
        'Nothing was written; make room, or give this user the right to write.',
      );
    } catch (error) {
      if (!(error instanceof HostError) || error.cause !== undefined || left === 0) throw error;
      Atomics.wait(idle, 0, 0, 10);
    }
}

/** Whether something of this name holds the folder that it lies in, or did until its process was killed. */
export function isHold(name: string): boolean {
  return name === `${holdName}.lock`;
}

const holdName = '.tureen-edit';
const idle = new Int32Array(new SharedArrayBuffer(4));
