import { createHash } from 'node:crypto';
import type { VexRecord } from '../../model/vex/vex-record.ts';
import { loadRecords } from '../../records/load.ts';
import { loadRecord } from '../../records/loading/load-record.ts';
import { isFrozenVex, kinds } from '../../records/loading/record-kinds.ts';
import type { Host } from '../host.ts';

/** The documents of others that a repository holds: their hashes, and their records with the bytes of these, by their own files. */
export type FrozenVex = {
  readonly hashes: Map<string, string>;
  readonly records: Map<string, VexRecord>;
  readonly bytes: Map<string, Uint8Array>;
  /** The manufacturer of the device, whose own documents are no evidence. */
  readonly manufacturer: string | undefined;
};

/** Looks up what is frozen; a record that cannot be read is as good as none. */
export async function frozenVex(host: Host): Promise<FrozenVex> {
  const text = await host.files.read('tureen.yaml');
  const { device } = loadRecords(new Map(text === undefined ? [] : [['tureen.yaml', text]]));
  const { manufacturer } = device?.record.device ?? {};
  const frozen: FrozenVex = { hashes: new Map(), records: new Map(), bytes: new Map(), manufacturer };
  for (const { path } of (await host.files.list()).files) {
    const isRecord = kinds.vex.matches(path);
    if (!isRecord && !isFrozenVex(path)) continue;
    const bytes = await host.files.read(path);
    if (bytes === undefined) continue;
    if (isRecord) frozen.bytes.set(path, bytes);
    const record = isRecord ? loadRecord(kinds.vex, path, bytes).record : undefined;
    if (record !== undefined) frozen.records.set(path, record);
    if (!isRecord) frozen.hashes.set(path, hashOf(bytes));
  }
  return frozen;
}

/** The hash by which a document is known. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
