import { hash, verify, type KeyObject } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { tarArchive } from '../../base/archives/tar-archive.ts';
import { tarEntries } from '../../base/archives/tar-entries.ts';
import { TarProblem } from '../../base/archives/tar-header.ts';
import { bytesInMemory } from '../../base/binaries/random-access.ts';
import { HostError } from '../../base/errors.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { parseJsonBytes } from '../../feeds/parse-json-bytes.ts';
import { manifestPath, manifestSchema, signaturePath, type Manifest } from './manifest.ts';
import { snapshotLines } from './snapshot-lines.ts';

/** A bundle of which every byte was found to be what its signer signed. */
export type OpenedBundle = {
  readonly manifest: Manifest;
  /** The hashes of all records of the state that it leads to, by their names in a snapshot. */
  readonly records: ReadonlyMap<string, string>;
  /** The bytes of a file that the manifest names. */
  readonly file: (path: string) => Uint8Array;
};

/**
 * Opens a bundle that the key signed; nothing of it is read before the signature is checked, and then only what the
 * manifest names with its hash. Throws `HostError` when a byte is not as it was signed.
 */
export async function openBundle(name: string, bytes: Uint8Array, key: KeyObject): Promise<OpenedBundle> {
  const refuse = (reason: string, help = takeItAgain) =>
    new HostError(`the bundle "${name}" is refused: ${reason}`, help);
  const files = await filesIn(bytes).catch((error: unknown) => {
    throw error instanceof TarProblem ? refuse(error.message) : error;
  });
  const [text, signature] = [files.get(manifestPath), files.get(signaturePath)];
  if (text === undefined) throw refuse(`it has no ${manifestPath}`);
  if (signature === undefined)
    throw refuse(
      'it is not signed',
      'Copy it again, or ask its maker for one with a signature. The store was not changed.',
    );
  const signed = Buffer.from(Buffer.from(signature).toString('latin1'), 'base64');
  if (!Buffer.from(`${signed.toString('base64')}\n`).equals(signature) || !verify(undefined, text, key, signed))
    throw refuse('its signature is not by the key that is trusted, or its manifest was changed', askForKey);
  const manifest = checkSchema(manifestSchema, parseJsonBytes(text));
  if (!manifest.ok)
    throw refuse(
      'its manifest is not one that this Tureen reads',
      'Use the version of Tureen that made it, or a newer one.',
    );
  const named = namedFiles(manifest.value);
  const seen = new Set<string>();
  for (const { path, sha256 } of named) {
    if (seen.has(path)) throw refuse(`its manifest names "${path}" twice`);
    seen.add(path);
    const file = files.get(path);
    if (file === undefined) throw refuse(`it lacks "${path}"`);
    if (hash('sha256', file) !== sha256) throw refuse(`"${path}" in it was changed`);
  }
  const whole = Buffer.from(tarArchive(listed(files)));
  if (bytes.length < whole.length) throw refuse('its end is missing');
  if (named.length + 2 !== files.size || !whole.equals(bytes)) throw refuse('it holds more than its manifest says');
  const file = (path: string): Uint8Array => files.get(path) ?? new Uint8Array();
  const snapshot = unpacked(file(manifest.value.index.path));
  if (snapshot === undefined || `sha256:${hash('sha256', snapshot)}` !== manifest.value.snapshot)
    throw refuse('its index does not have the hash that its manifest says');
  return { manifest: manifest.value, records: snapshotLines(snapshot), file };
}

const takeItAgain = 'Copy it again, or ask its maker for another. The store was not changed.';
const askForKey =
  'Name the public key of its signer with --trust; if that is it, do not use the bundle. The store was not changed.';

async function filesIn(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, start, bytes: length } of tarEntries(bytesInMemory(bytes)))
    files.set(path, bytes.subarray(start, start + length));
  return files;
}

function namedFiles({
  index,
  sources,
  lists,
  databases = [],
}: Manifest): readonly { readonly path: string; readonly sha256: string }[] {
  return [index, ...[...sources, ...databases].flatMap(({ files }) => files), ...lists.map(({ file }) => file)];
}

function* listed(files: ReadonlyMap<string, Uint8Array>) {
  for (const [path, bytes] of files) yield { path, bytes };
}

/** The index of a million records has 130 megabytes. */
const largestIndex = 2 ** 29;

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength: largestIndex });
  } catch {
    return undefined;
  }
}
