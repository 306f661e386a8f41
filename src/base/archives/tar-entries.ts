import type { RandomAccess } from '../../model/random-access.ts';
import { throughWindow } from '../binaries/random-access.ts';
import { quote } from '../quote.ts';
import { decodeName } from './decode-name.ts';
import { isBlank, readTarHeader, TarProblem, type TarHeader } from './tar-header.ts';
import { parsePax } from './pax-records.ts';

/** An entry of a tar archive, by its header alone; its content lies between `start` and `start + bytes`. */
export type TarEntry = {
  /** As it is written, which may be absolute or climb. */
  readonly path: string;
  /** `sparse` is a file with holes that are left out, so that its content is not what lies in the archive. */
  readonly kind: 'file' | 'folder' | 'link' | 'hard-link' | 'sparse' | 'other';
  readonly start: number;
  readonly bytes: number;
  /** Whether its permissions let somebody run it. */
  readonly executable: boolean;
  /** Where a link leads. */
  readonly target: string;
};

/**
 * The entries of a tar archive in order (POSIX.1-2001 ustar and pax, GNU, old V7); only headers are read. Throws
 * `TarProblem` where the archive is damaged or cut off, behind an entry whose content is not all there.
 */
export async function* tarEntries(archive: RandomAccess): AsyncGenerator<TarEntry, void, undefined> {
  const source = throughWindow(archive);
  let own = new Map<string, string>();
  const global = new Map<string, string>();
  for (let at = 0; at < archive.size;) {
    const block = await source.read(at, blockBytes);
    if (block.length < blockBytes)
      throw new TarProblem(at === 0 ? 'it is no tar archive' : 'it ends in the middle of an entry');
    if (isBlank(block)) {
      checkEnd(await source.read(at + blockBytes, blockBytes), at + blockBytes);
      return;
    }
    const header = readTarHeader(block, at);
    const start = at + blockBytes + (header.extendedSparse ? await sparseBytes(source, at + blockBytes) : 0);
    if (isDescription(header.type)) {
      at = endOf(start, header.bytes, archive);
      const content = await description(source, start, header);
      if (header.type === 'L') own.set('path', nameIn(content));
      else if (header.type === 'K') own.set('linkpath', nameIn(content));
      else for (const [key, value] of parsePax(content, keys)) (header.type === 'g' ? global : own).set(key, value);
      continue;
    }
    const entry = entryOf(header, start, (key) => (own.get(key) ?? global.get(key)) || undefined);
    yield entry;
    at = endOf(start, entry.bytes, archive);
    own = new Map();
  }
}

const blockBytes = 512;

/** Two blank blocks end an archive; one before another entry would hide it from some who read, and not from others. */
function checkEnd(next: Uint8Array, at: number): void {
  if (!isBlank(next)) throw new TarProblem(`its entry at byte ${at} stands behind a blank one, which ends an archive`);
}

/** Names, and what else a description holds, are short; a longer one is an attack. */
const longestDescription = 2 ** 20;

/** What pax records tell that matters here. */
const keys = new Set(['path', 'linkpath', 'size', 'GNU.sparse.major', 'GNU.sparse.map', 'GNU.sparse.name']);

/** Entries that describe the next one, or all that follow. */
function isDescription(type: string): boolean {
  return type === 'L' || type === 'K' || type === 'x' || type === 'g';
}

async function description(source: RandomAccess, start: number, { bytes }: TarHeader): Promise<Uint8Array> {
  if (bytes > longestDescription) throw new TarProblem(`it has an entry with a name or description of ${bytes} bytes`);
  return source.read(start, bytes);
}

function nameIn(content: Uint8Array): string {
  const end = content.indexOf(0);
  return decodeName(end === -1 ? content : content.subarray(0, end));
}

/** The first byte behind an entry, which fills whole blocks. */
function endOf(start: number, bytes: number, archive: RandomAccess): number {
  if (start + bytes > archive.size) throw new TarProblem('it ends in the middle of an entry');
  return start + Math.ceil(bytes / blockBytes) * blockBytes;
}

function entryOf(header: TarHeader, start: number, told: (key: string) => string | undefined): TarEntry {
  const path = told('path') ?? header.path;
  const isSparse =
    header.type === 'S' || told('GNU.sparse.major') !== undefined || told('GNU.sparse.map') !== undefined;
  const kind = isSparse ? 'sparse' : kindOf(header.type, path);
  const size = told('size');
  const bytes = size === undefined ? header.bytes : /^\d{1,15}$/.test(size) ? Number(size) : undefined;
  if (bytes === undefined) throw new TarProblem(`its entry ${quote(path)} has no size`);
  return {
    path: told('GNU.sparse.name') ?? path,
    kind,
    start,
    bytes: hasContent(kind, header.type) ? bytes : 0,
    executable: header.executable,
    target: told('linkpath') ?? header.target,
  };
}

/** Links, folders and devices bring no content, whatever size they state. */
function hasContent(kind: TarEntry['kind'], type: string): boolean {
  return kind === 'file' || kind === 'sparse' || (kind === 'other' && !/^[346]$/.test(type));
}

/** A V7 archive marks a folder by its name alone. */
function kindOf(type: string, path: string): TarEntry['kind'] {
  if (type === '0' || type === '\0' || type === '7') return path.endsWith('/') ? 'folder' : 'file';
  return kinds.get(type) ?? 'other';
}

const kinds = new Map<string, TarEntry['kind']>([
  ['1', 'hard-link'],
  ['2', 'link'],
  ['5', 'folder'],
]);

/** The blocks that continue the map of an old GNU sparse file; each tells whether another follows. */
async function sparseBytes(source: RandomAccess, start: number): Promise<number> {
  for (let at = start; ; at += blockBytes) {
    const block = await source.read(at, blockBytes);
    if (block.length < blockBytes) throw new TarProblem('it ends in the middle of an entry');
    if (block[504] === 0) return at + blockBytes - start;
  }
}
