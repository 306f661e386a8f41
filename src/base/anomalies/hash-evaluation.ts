import { createHash } from 'node:crypto';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { jsonInPieces } from '../formats/json/json-in-pieces.ts';

/**
 * Binds an evaluation to its content: sha256 over the text of its file without the hash that it states itself. It stays the
 * same when only the layout of the file changes; the order of its members counts, which nobody changes by accident.
 */
export function hashEvaluation(evaluation: Evaluation): string {
  const hash = createHash('sha256');
  for (const piece of jsonInPieces({ ...evaluation, content: undefined })) hash.update(piece);
  return `sha256:${hash.digest('hex')}`;
}

/** The text of an evaluation's file with the hash at its end, in pieces: hashed while it is written, for it can be megabytes. */
export function* sealedInPieces(evaluation: Omit<Evaluation, 'content'>): Generator<string> {
  const hash = createHash('sha256');
  let held = '';
  for (const piece of jsonInPieces(evaluation)) {
    hash.update(piece);
    if (held !== '') yield held;
    held = piece;
  }
  yield `,\n  "content": "sha256:${hash.digest('hex')}"${held}`;
}
