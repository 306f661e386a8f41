import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexRecord } from '../../model/vex/vex-record.ts';
import type { FrozenVex } from './frozen-vex.ts';

type Signature = VexRecord['signature'];

/** A record as it is to be written, in the file that a document with this hash has. */
export type RecordToWrite = { readonly from: string; readonly file: string; readonly record: VexRecord };

/**
 * Of the same bytes the better proof stands: a document that a key once verified stays so when it is imported again without
 * that key or its signature, and one that failed is not cleared by not looking. That it was kept is told, and so is another
 * state of a document whose author could be verified before, and now cannot: who forges one leaves the signature away.
 */
export function keepBetterProof(
  { records }: Pick<FrozenVex, 'records'>,
  { from, file, record }: RecordToWrite,
): { readonly record: VexRecord; readonly diagnostics: readonly Diagnostic[] } {
  const before = records.get(file);
  if (before?.sha256 === record.sha256 && rank(before.signature) > rank(record.signature))
    return { record: { ...record, signature: before.signature }, diagnostics: [kept(from, file, before, record)] };
  if (before?.sha256 === record.sha256 || record.signature.state === 'verified') return { record, diagnostics: [] };
  const earlier = [...records].find(
    ([, one]) => one.document === record.document && one.author === record.author && one.signature.state === 'verified',
  );
  return { record, diagnostics: earlier === undefined ? [] : [worse(from, file, earlier, record)] };
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

function worse(from: string, file: string, [earlier, { imported }]: [string, VexRecord], now: VexRecord): Diagnostic {
  return {
    rule: 'vex/proof',
    severity: 'warning',
    message: `${from} is another state of the document ${now.document}, which was verified on ${imported} (${earlier}); this one is ${now.signature.state} (${now.signature.how})`,
    place: { file },
    help: 'Ask its author whether it is theirs: the later of two states counts. Both stay; remove the one that is not.',
  };
}
