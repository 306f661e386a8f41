import { decodeLegacyText, decodeMarkedText } from '../../base/decode-text.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { AnyReader, Reading } from '../../model/plugs/reader.ts';
import type { ListedFile } from '../host.ts';
import { openCompanions, roomForCompanions, type CompanionRoom, type OpenFiles } from './open-companions.ts';

/** The largest file that is read, by what it holds; no real lockfile or package database comes near. */
const largestBytes = {
  text: 32 * 2 ** 20,
  'legacy-text': 32 * 2 ** 20,
  bytes: 512 * 2 ** 20,
  parts: Number.MAX_SAFE_INTEGER,
};

/** The most components that one file may hold; no product comes near. */
const mostComponents = 100_000;

/**
 * Opens a file with the companions that its reader asks for, and reads it. A file that cannot be what its name promises
 * gives the reason as a diagnostic; `HostError` is thrown when the disk refuses it.
 */
export async function readInput(
  files: OpenFiles,
  reader: AnyReader,
  { path, bytes }: ListedFile,
  tree: readonly string[],
  room: CompanionRoom = roomForCompanions(),
): Promise<Reading> {
  const refuse = (reason: string) => unreadable(syntaxProblem(path, reason));
  const limit = largestBytes[reader.content ?? 'text'];
  if (bytes > limit)
    return refuse(`it has ${Math.ceil(bytes / 2 ** 20)} MiB, more than the ${limit / 2 ** 20} MiB that are read`);
  if (reader.content === 'parts') {
    const part = async (start: number, length: number) => (await files.readPart(path, start, length)) ?? nothing;
    return bounded(await reader.read({ path, content: { size: bytes, read: part } }), refuse);
  }
  const content = await files.read(path);
  if (content === undefined) return refuse('it was removed while the folder was read');
  if (reader.content === 'bytes') {
    const { companions, problems } = await openCompanions(files, reader, { path }, tree, room);
    return bounded(
      readWhole(() => reader.read({ path, bytes: content, companions, tree })),
      refuse,
      problems,
    );
  }
  const text = reader.content === 'legacy-text' ? decodeLegacyText(content) : decodeMarkedText(content);
  if (text === undefined) return refuse(reader.content === 'legacy-text' ? 'it is no text' : 'it is not UTF-8 text');
  const { companions, problems } = await openCompanions(files, reader, { path, text }, tree, room);
  return bounded(
    readWhole(() => reader.read({ path, text, companions, tree })),
    refuse,
    problems,
  );
}

const nothing = new Uint8Array(0);

/** Refuses what no product comes near, and adds what went wrong before. */
function bounded(
  reading: Reading | undefined,
  refuse: (reason: string) => Reading,
  problems: readonly Diagnostic[] = [],
): Reading {
  if (reading === undefined) return refuse('it is nested more deeply than any real file');
  const count = reading.components.length;
  return count > mostComponents
    ? refuse(`it lists ${count} packages, more than the ${mostComponents} that are read`)
    : problems.length === 0
      ? reading
      : { ...reading, diagnostics: [...reading.diagnostics, ...problems] };
}

/** Reads a file unless its nesting overflows the reader. */
function readWhole(read: () => Reading): Reading | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError && error.message.includes('call stack')) return undefined;
    throw error;
  }
}
