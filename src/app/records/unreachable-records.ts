import type { Diagnostic } from '../../model/diagnostic.ts';
import { isRecordFile } from '../../records/loading/record-kinds.ts';
import type { Unlisted } from '../host.ts';

/** A record that is a link, a pipe, kept back or ignored says nothing, and that must not look as if there were none. */
export function unreachableRecords(unlisted: readonly Unlisted[]): readonly Diagnostic[] {
  return unlisted
    .filter(({ path }) => isRecordFile(path))
    .map(({ path, reason }) => ({
      rule: 'records/unreachable',
      severity: 'error',
      message: `${path} was not read: ${reason}`,
      place: { file: path },
      help: putHere,
    }));
}

/** What to do about a record that cannot be reached. */
export const putHere = 'Put the file itself here, where git keeps it: records are read from this folder alone.';
