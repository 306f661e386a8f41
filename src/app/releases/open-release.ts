import { decodeText } from '../../base/decode-text.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { frozenFaults } from '../../base/releases/frozen-faults.ts';
import { evaluationName, frozenPath, inventoryName } from '../../base/releases/release-files.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Filed } from '../../model/filed.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import type { Release } from '../../model/releases/release.ts';
import { loadRecord } from '../../records/loading/load-record.ts';
import { kinds, type RecordKind } from '../../records/loading/record-kinds.ts';
import { sha256 } from '../hash-sources.ts';
import type { Files } from '../host.ts';

/** A release with what was frozen of it. */
export type OpenedRelease = {
  readonly release: Filed<Release>;
  /** `undefined` where its inventory is gone, was changed or cannot be read: then nothing can be said of it. */
  readonly components: readonly Component[] | undefined;
  /** What was known of it when it was frozen; `undefined` where nothing was frozen, or it cannot be read. */
  readonly evaluation: Evaluation | undefined;
  readonly diagnostics: readonly Diagnostic[];
};

/** Reads inventory and evaluation of a release, and takes nothing that is not as it was frozen; of the other files `check` tells. */
export async function openRelease({ read }: Files, release: Filed<Release>): Promise<OpenedRelease> {
  const contents = new Map<string, Uint8Array>();
  const hashes = new Map<string, string>();
  for (const { file, sha256: frozen } of release.record.frozen) {
    const path = frozenPath(release, file);
    if (file !== inventoryName && file !== evaluationName) {
      hashes.set(path, frozen);
      continue;
    }
    const bytes = await read(path);
    if (bytes === undefined) continue;
    hashes.set(path, sha256(bytes));
    contents.set(file, bytes);
  }
  const faults = frozenFaults(release, hashes);
  const diagnostics = faults.map((fault) => faultOf(release, fault));
  const broken = new Set(faults.map(({ index }) => release.record.frozen[index]?.file));
  const take = <T>(name: string, kind: RecordKind<T>): T | undefined => {
    const bytes = contents.get(name);
    if (bytes === undefined || broken.has(name)) return undefined;
    const taken = readFrozen(frozenPath(release, name), bytes, kind);
    for (const each of taken.diagnostics) diagnostics.push({ ...each, help: asFrozen });
    return taken.record;
  };
  return {
    release,
    components: take(inventoryName, kinds.frozenInventory)?.components.map((one) => ({ ...untold, ...one })),
    evaluation: take(evaluationName, kinds.evaluation),
    diagnostics,
  };
}

const asFrozen =
  'It was frozen with the release: restore it from git, or take the folder away and freeze the release anew.';

/** What a key that was left out stands for. */
const untold = {
  version: undefined,
  supplier: undefined,
  homepage: undefined,
  repository: undefined,
  download: undefined,
  description: undefined,
  source: undefined,
  dependsOn: undefined,
} satisfies Partial<Component>;

function faultOf({ file }: Filed<Release>, fault: ReturnType<typeof frozenFaults>[number]): Diagnostic {
  const { index, message, help } = fault;
  const place = { file, keyPath: ['frozen', index, 'sha256'] };
  return { rule: 'records/release-frozen', severity: 'error', message, place, help };
}

/** The quick way for what Tureen itself wrote; anything else is read with its places, to say what is wrong where. */
function readFrozen<T>(path: string, bytes: Uint8Array, kind: RecordKind<T>) {
  const value = jsonIn(bytes);
  const checked = value === undefined ? undefined : checkSchema(kind.schema, value);
  return checked?.ok === true && kind.faultOfSeal?.(value) === undefined
    ? { record: checked.value, diagnostics: [] }
    : loadRecord(kind, path, bytes);
}

function jsonIn(bytes: Uint8Array): unknown {
  const text = decodeText(bytes);
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
