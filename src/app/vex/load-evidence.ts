import { createHash } from 'node:crypto';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Place } from '../../model/place.ts';
import type { Filed } from '../../model/filed.ts';
import type { FiledVex } from '../../model/vex/vex-evidence.ts';
import type { VexRecord } from '../../model/vex/vex-record.ts';
import { isFrozenVex, kinds } from '../../records/loading/record-kinds.ts';
import { doubtsAbout } from './doubts-about.ts';
import { readVex } from './read-vex.ts';

/** Documents of others that can be taken as evidence, and what is wrong with the rest. */
export type LoadedEvidence = {
  readonly documents: readonly FiledVex[];
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads the frozen documents of others; one that is not what its record says is not taken. */
export function loadEvidence(
  contents: ReadonlyMap<string, Uint8Array>,
  records: readonly Filed<VexRecord>[],
  at: { readonly now: Date; readonly manufacturer: string | undefined },
): LoadedEvidence {
  const diagnostics: Diagnostic[] = [];
  const documents = records.flatMap(({ file, record }): readonly FiledVex[] => {
    const copy = frozenCopy(file);
    const bytes = contents.get(copy);
    if (bytes === undefined) {
      diagnostics.push(fault({ file, keyPath: ['document'] }, 'vex/copy', `its document ${copy} is not there`));
      return [];
    }
    if (createHash('sha256').update(bytes).digest('hex') !== record.sha256) {
      diagnostics.push(
        fault(
          { file, keyPath: ['sha256'] },
          'vex/changed',
          `${copy} is not the document that was imported: it has another hash`,
        ),
      );
      return [];
    }
    const { document } = readVex(copy, bytes);
    if (document !== undefined) {
      for (const each of doubtsAbout(copy, document, at)) diagnostics.push(each);
      return [{ file, record, document }];
    }
    diagnostics.push(fault({ file: copy }, 'vex/document', 'it can no longer be read as VEX'));
    return [];
  });
  // A record that cannot be read is told of already.
  const known = new Set([...contents.keys()].filter(kinds.vex.matches).map(frozenCopy));
  const strays = [...contents.keys()].filter((path) => isFrozenVex(path) && !known.has(path));
  return {
    documents,
    diagnostics: [
      ...diagnostics,
      ...strays.map((path) => fault({ file: path }, 'vex/unrecorded', 'no record says where it comes from')),
    ],
  };
}

/** Where the document of a record lies. */
export function frozenCopy(record: string): string {
  return record.replace(/\.yaml$/, '.vex.json');
}

function fault(place: Place, rule: string, message: string): Diagnostic {
  return {
    rule,
    severity: 'error',
    message: `${message}; nothing of it counts as evidence`,
    place,
    help: 'Restore it from git, or import the document again with `tureen vex import`.',
  };
}
