import { createHash } from 'node:crypto';
import { jsonInPieces } from '../formats/json/json-in-pieces.ts';

/** The text of an evaluation's file with its seal at the end, in pieces: hashed while it is written, for it can be megabytes. */
export function* sealedInPieces(evaluation: object): Generator<string> {
  const hash = createHash('sha256');
  let held = '';
  for (const piece of jsonInPieces({ ...evaluation, content: undefined })) {
    hash.update(piece);
    if (held !== '') yield held;
    held = piece;
  }
  yield `,\n  "content": "sha256:${hash.digest('hex')}"${held}`;
}

/**
 * What is wrong with the seal of an evaluation's file, by the value that was read from it; `undefined` where it fits. It tells a
 * slip, no forger: who changes the file can compute it anew.
 */
export function faultOfSeal(value: unknown): string | undefined {
  const stated = typeof value === 'object' && value !== null && 'content' in value ? value.content : undefined;
  if (typeof value !== 'object' || value === null || stated === undefined) return unsealed;
  return stated === hashEvaluation(value) ? undefined : changed;
}

const unsealed = 'has no seal ("content"), so nobody can tell whether it is what was evaluated';
const changed = 'is not what was evaluated: it was changed since, and its seal ("content") does not fit it';

/**
 * Binds an evaluation to its content: sha256 over the text of its file without the seal. It stays the same when only the
 * layout of the file changes; the order of its members counts, which nobody changes by accident.
 */
export function hashEvaluation(value: object): string {
  const hash = createHash('sha256');
  for (const piece of jsonInPieces({ ...value, content: undefined })) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}
