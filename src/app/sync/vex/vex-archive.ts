import { leadsOut } from '../../../base/archives/leads-out.ts';
import { tarEntries, type TarEntry } from '../../../base/archives/tar-entries.ts';
import { TarProblem } from '../../../base/archives/tar-header.ts';
import { packingOf, unpack, UnpackProblem } from '../../../base/archives/unpack.ts';
import { zipEntries, ZipProblem } from '../../../base/archives/zip-entries.ts';
import { HostError } from '../../../base/errors.ts';
import { oneLine } from '../../../base/one-line.ts';
import type { Host, Scratch } from '../../host.ts';
import type { Shelf } from './reach.ts';

/** An archive that was opened; what it was unpacked to is gone when it is closed. */
export type OpenedArchive = Shelf & { readonly close: () => void };

/**
 * Opens a tar archive, packed with gzip or not, or a zip archive, below a folder in it. Nothing is written to where its paths
 * say. Throws `HostError` where it is none, damaged or a bomb, and where any path or link in it leads out.
 */
export async function openVexArchive(
  host: Host,
  bytes: Uint8Array,
  { address, within }: { readonly address: string; readonly within: string },
): Promise<OpenedArchive> {
  try {
    if (bytes.length > largestArchive) throw new ArchiveProblem(`it has ${bytes.length} bytes`);
    const isZip = Buffer.from(bytes.subarray(0, 2)).toString('latin1') === 'PK';
    const { get, close } = isZip ? zipped(bytes) : await inTar(host, bytes);
    const guarded: Shelf['get'] = async (path) => {
      try {
        return await get(within === '' ? path : `${within}/${path}`);
      } catch (error) {
        throw refusal(address, error);
      }
    };
    return { address: within === '' ? address : `${address}//${within}`, get: guarded, close };
  } catch (error) {
    throw refusal(address, error);
  }
}

/** No repository has a larger one, packed or not. */
const largestArchive = 2 ** 29;
const largestContent = 2 ** 31;
const mostEntries = 1_000_000;

class ArchiveProblem extends Error {}

function refusal(address: string, error: unknown): unknown {
  const isOfArchive = [ArchiveProblem, TarProblem, ZipProblem, UnpackProblem].some((kind) => error instanceof kind);
  if (!isOfArchive || !(error instanceof Error)) return error;
  return new HostError(
    `the archive "${address}" cannot be used: ${error.message}`,
    'Nothing of it was taken. Fetch it again, or ask its publisher for one that is whole.',
    error,
  );
}

type Opened = Pick<OpenedArchive, 'get' | 'close'>;

function zipped(bytes: Uint8Array): Opened {
  const entries = zipEntries(bytes);
  if (entries.length > mostEntries) throw new ArchiveProblem(`it holds ${entries.length} files`);
  const byPath = new Map(entries.map((entry) => [plain(entry.path), entry]));
  return { get: (path) => Promise.resolve(byPath.get(path)?.open()), close: () => undefined };
}

async function inTar(host: Host, bytes: Uint8Array): Promise<Opened> {
  const packing = packingOf(bytes.subarray(0, 4));
  const pieces = packing === undefined ? inOnePiece(bytes) : unpack(inOnePiece(bytes), packing);
  const scratch = await host.keep(bounded(pieces));
  try {
    const byPath = await entriesOf(scratch);
    return {
      get: async (path) => {
        const entry = byPath.get(path);
        if (entry !== undefined && entry.kind !== 'file')
          throw new ArchiveProblem(`"${shown(path)}" in it is no file but a ${entry.kind}, which is not followed`);
        return entry === undefined ? undefined : scratch.read(entry.start, entry.bytes);
      },
      close: scratch.close,
    };
  } catch (error) {
    scratch.close();
    throw error;
  }
}

async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

async function* bounded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > largestContent) throw new ArchiveProblem(`it unpacks to more than ${largestContent / 2 ** 30} GiB`);
    yield piece;
  }
}

async function entriesOf(scratch: Scratch): Promise<ReadonlyMap<string, TarEntry>> {
  const byPath = new Map<string, TarEntry>();
  for await (const entry of tarEntries(scratch)) {
    const path = plain(entry.path);
    if (entry.kind === 'link' && linkLeadsOut(path, entry.target)) throw leading(`${entry.path} -> ${entry.target}`);
    if (entry.kind === 'hard-link') plain(entry.target);
    if (entry.kind !== 'folder') byPath.set(path, entry);
    if (byPath.size > mostEntries) throw new ArchiveProblem(`it holds more than ${mostEntries} files`);
  }
  return byPath;
}

/** Whether a link leads out of the archive from the folder that it lies in. */
function linkLeadsOut(path: string, target: string): boolean {
  if (/^[/\\]|^[a-z]:|\0/i.test(target)) return true;
  let depth = path.split('/').length - 1;
  for (const step of target.split(/[/\\]/)) {
    if (step === '..') depth--;
    else if (step !== '' && step !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** A path without steps that lead nowhere. Throws where one leads out. */
function plain(path: string): string {
  if (leadsOut(path)) throw leading(path);
  return path
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}

function leading(path: string): ArchiveProblem {
  return new ArchiveProblem(`"${shown(path)}" leads out of it`);
}

function shown(path: string): string {
  return oneLine(path, 80);
}
