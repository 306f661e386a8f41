import { entryProblem } from '../../../base/reading.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import { relock } from './read-hashes.ts';

/** What to say of a TOML lockfile without the table that its manager always writes: with it, packages may be gone. */
export function cutOff(file: string, text: string): Diagnostic {
  const line = text.trimEnd().split('\n').length;
  return entryProblem({ file, line }, `${file} is without its table "metadata" and may be cut off`, relock);
}
