import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexRecord } from '../../model/vex/vex-record.ts';
import { loadRecord } from '../../records/loading/load-record.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import type { Host } from '../host.ts';

type Signature = VexRecord['signature'];

/** A record as it is to be written, in the file that a document with this hash has. */
export type RecordToWrite = { readonly from: string; readonly file: string; readonly record: VexRecord };

/**
 * Of the same bytes the better proof stands: a document that a key once verified stays so when it is imported again without
 * that key or its signature, and one that failed is not cleared by not looking. That it was kept is told.
 */
export async function keepBetterProof(
  host: Host,
  { from, file, record }: RecordToWrite,
): Promise<{ readonly record: VexRecord; readonly diagnostics: readonly Diagnostic[] }> {
  const bytes = await host.files.read(file);
  const before = bytes === undefined ? undefined : loadRecord(kinds.vex, file, bytes).record;
  if (before?.sha256 !== record.sha256 || rank(before.signature) <= rank(record.signature))
    return { record, diagnostics: [] };
  return { record: { ...record, signature: before.signature }, diagnostics: [kept(from, file, before, record)] };
}

const states: readonly Signature['state'][] = ['unsigned', 'not-checked', 'failed', 'verified'];

function rank({ state }: Signature): number {
  return states.indexOf(state);
}

function kept(from: string, file: string, before: VexRecord, now: VexRecord): Diagnostic {
  return {
    rule: 'vex/proof',
    severity: 'warning',
    message: `the signature of ${from} is ${now.signature.state} this time (${now.signature.how}); ${file} keeps "${before.signature.state}" of ${before.imported}, for the bytes are the same`,
    place: { file },
    help: 'Import it again with its signature beside it and the key under --trust; to let the earlier proof go, remove the record first.',
  };
}
