import { readFileSync } from 'node:fs';
import { HostError } from '../../base/errors.ts';
import { reasonOf } from './system-error.ts';

/** The bytes of a file that a person named, wherever it lies. Throws `HostError`. */
export function readNamedFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new HostError(`"${path}" cannot be read: ${reasonOf(error)}`, 'Check the name and the permissions.', error);
  }
}
