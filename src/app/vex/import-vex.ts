import { HostError, UsageError } from '../../base/errors.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { VexDocument } from '../../model/vex/vex-document.ts';
import type { VexRecord } from '../../model/vex/vex-record.ts';
import { renderBlock, renderComment } from '../../records/editing/render-yaml.ts';
import type { Files, Host } from '../host.ts';
import { today } from '../today.ts';
import { doubtsAbout } from './doubts-about.ts';
import { frozenVex, hashOf, type FrozenVex } from './frozen-vex.ts';
import { frozenCopy } from './load-evidence.ts';
import { keepBetterProof } from './keep-better-proof.ts';
import { readVex } from './read-vex.ts';
import { checksumOf, proofsBeside, signatureOf, type Proofs } from './signature-of.ts';
import { keysIn, noKeys, type TrustedKeys } from './trusted-keys.ts';
import { vexFile } from './vex-file.ts';

/** Documents to import, and the key of their author where one is trusted. */
export type VexOrder = { readonly files: readonly string[]; readonly trust?: string | undefined };

/** What became of one document. */
export type ImportedVex = {
  readonly from: string;
  /** Its record; `undefined` where nothing was taken. */
  readonly file: string | undefined;
  /** Whether the same bytes were imported before. */
  readonly known: boolean;
  readonly record: VexRecord | undefined;
  readonly document: VexDocument | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/**
 * Freezes documents of others below `soup/vex/`, byte for byte, each with a record of where it comes from. One that is
 * damaged is refused, and the others are taken. Throws `UsageError` for a file or key that is not there.
 */
export async function importVex(host: Host, { files, trust }: VexOrder): Promise<readonly ImportedVex[]> {
  const keys = trust === undefined ? noKeys : await trustedKeys(host, trust);
  const frozen = await frozenVex(host);
  const imported: ImportedVex[] = [];
  for (const from of files) {
    const { files: beside, file, bytes } = await openFile(host, from);
    imported.push(await freezeVex(host, { from, file, bytes, beside, keys, frozen }));
  }
  return imported;
}

/** A document to freeze, the files beside it, and what lies in the repository already. */
export type VexToFreeze = {
  readonly from: string;
  readonly file: string;
  /** The address at which it lay; absent for a file. */
  readonly source?: string | undefined;
  readonly bytes: Uint8Array;
  readonly beside: Pick<Files, 'readPart'>;
  readonly keys: TrustedKeys;
  readonly frozen: FrozenVex;
};

/** Freezes one document below `soup/vex/` with its record; what is damaged is refused. */
export async function freezeVex(
  host: Host,
  { from, file, source, bytes, beside, keys, frozen }: VexToFreeze,
): Promise<ImportedVex> {
  const { format, document, signed, diagnostics } = readVex(from, bytes);
  const refused = { from, file: undefined, known: false, record: undefined, document: undefined };
  if (document === undefined || format === undefined) return { ...refused, diagnostics };
  const proofs = await proofsBeside(beside, file);
  const checksum = checksumOf(proofs, file, bytes);
  if (checksum?.fits === false) return { ...refused, diagnostics: [...diagnostics, damaged(from, checksum.file)] };
  const sha256 = hashOf(bytes);
  const target = vexFile(format, file, sha256, frozen.hashes);
  const copy = frozenCopy(target);
  const known = frozen.hashes.get(copy) === sha256;
  const written: VexRecord = {
    format: format as VexRecord['format'],
    document: document.id === '' ? 'no identifier' : document.id,
    author: document.author,
    ...(document.issued !== undefined && { issued: document.issued }),
    from: file,
    ...(source !== undefined && { source }),
    sha256,
    signature: signatureOf(proofs, { file, bytes, signed, now: host.clock.now() }, keys),
    ...(checksum !== undefined && { checksum: checksum.file }),
    imported: today(host),
  };
  const { record, diagnostics: keeping } = keepBetterProof(frozen, { from, file: target, record: written });
  const text = new TextEncoder().encode(`${heading}\n${renderBlock(record)}\n`);
  await host.files.edit([
    { path: copy, text: bytes, before: known ? bytes : undefined },
    { path: target, text, before: frozen.bytes.get(target) },
  ]);
  frozen.hashes.set(copy, sha256);
  frozen.records.set(target, record);
  frozen.bytes.set(target, text);
  const doubts = doubtsAbout(from, document, { now: host.clock.now(), manufacturer: frozen.manufacturer });
  const all = [...diagnostics, ...keeping, ...missingProofs(from, proofs), ...doubts];
  return { from, file: target, known, record, document, diagnostics: all };
}

const heading = renderComment(
  'Where a VEX document of others comes from; written by `tureen vex import`, not by hand.',
);

/** No VEX document of the world comes near, and the copy goes into the repository. */
export const largestVex = 64 * 2 ** 20;

async function openFile(host: Host, name: string) {
  const { files, file } = await host.openFile(name);
  const listed = await files.readPart(file, 0, largestVex + 1);
  if (listed === undefined) throw new UsageError(`"${name}" cannot be found`, 'Check its name.');
  if (listed.length > largestVex)
    throw new UsageError(`"${name}" has more than ${largestVex / 2 ** 20} MiB`, 'Is it a VEX document at all?');
  return { files, file, bytes: listed } satisfies { files: Files; file: string; bytes: Uint8Array };
}

async function trustedKeys(host: Host, name: string): Promise<TrustedKeys> {
  const keys = keysIn((await openFile(host, name)).bytes, '--trust');
  if (keys !== undefined) return keys;
  throw new UsageError(
    `"${name}" holds no public key`,
    'Name a file in PEM, with -----BEGIN PUBLIC KEY-----, or one that gpg --export wrote; keys of OpenPGP version 6 are not read.',
  );
}

/** What cannot be had may be there, and may say that the document is not what it seems. */
function missingProofs(from: string, proofs: Proofs): readonly Diagnostic[] {
  const faults = [...proofs.values()].flatMap((proof) => (proof instanceof HostError ? [proof.message] : []));
  if (faults.length === 0) return [];
  return [
    {
      rule: 'vex/missing-proof',
      severity: 'warning',
      message: `what may prove ${from} cannot be had: ${faults.join('; ')}`,
      place: { file: from },
      help: 'It was taken without. Ask who publishes it, and import it again when its proof can be had.',
    },
  ];
}

function damaged(from: string, checksum: string): Diagnostic {
  return {
    rule: 'vex/checksum',
    severity: 'error',
    message: `${from} is not what ${checksum} beside it tells: one of them was changed or cut off`,
    place: { file: from },
    help: 'Fetch both anew; nothing of it was taken.',
  };
}
