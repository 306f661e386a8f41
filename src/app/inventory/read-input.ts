import { decodeLegacyText, decodeMarkedText } from '../../base/decode-text.ts';
import { syntaxProblem, unreadable } from '../../base/reading.ts';
import type { AnyReader, BytesReader, Reader, Reading } from '../../model/plugs/reader.ts';
import type { Files, ListedFile } from '../host.ts';

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
    const companions = await openCompanions(files, reader, { path }, tree);
    return bounded(
      readWhole(() => reader.read({ path, bytes: content, companions, tree })),
      refuse,
    );
  }
  const text = reader.content === 'legacy-text' ? decodeLegacyText(content) : decodeMarkedText(content);
  if (text === undefined) return refuse(reader.content === 'legacy-text' ? 'it is no text' : 'it is not UTF-8 text');
  const companions = await openCompanions(files, reader, { path, text }, tree);
  return bounded(
    readWhole(() => reader.read({ path, text, companions, tree })),
    refuse,
  );
}

/** What opens the files of a folder, and of the images in it. */
type OpenFiles = Pick<Files, 'read' | 'readPart'>;

const nothing = new Uint8Array(0);

/** Refuses what no product comes near. */
function bounded(reading: Reading | undefined, refuse: (reason: string) => Reading): Reading {
  if (reading === undefined) return refuse('it is nested more deeply than any real file');
  const count = reading.components.length;
  return count > mostComponents
    ? refuse(`it lists ${count} packages, more than the ${mostComponents} that are read`)
    : reading;
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

async function openCompanions(
  files: OpenFiles,
  reader: Reader | BytesReader,
  { path, text }: { readonly path: string; readonly text?: string },
  tree: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const opened = new Map(text === undefined ? [] : [[path, text]]);
  const tried = new Set([path]);
  for (;;) {
    const wanted = (reader.companions?.(opened, path, tree) ?? []).filter((candidate) => !tried.has(candidate));
    if (wanted.length === 0) return opened;
    for (const companion of wanted) {
      tried.add(companion);
      const bytes = await files.read(companion);
      const companionText = bytes === undefined ? undefined : decodeMarkedText(bytes);
      if (companionText !== undefined) opened.set(companion, companionText);
    }
  }
}
