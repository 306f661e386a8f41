import { compareText } from '../../base/compare.ts';
import { decodeText } from '../../base/decode-text.ts';
import { UsageError } from '../../base/errors.ts';
import { loadRecords } from '../../records/load.ts';
import { kinds } from '../../records/loading/record-kinds.ts';
import type { Host } from '../host.ts';

/** The files that hold verdicts, by their paths, as they were read at one time. */
export type VerdictFiles = ReadonlyMap<string, Uint8Array>;

/** Reads the files that hold verdicts as they stand now. */
export async function readVerdictFiles(host: Host): Promise<VerdictFiles> {
  const { files } = await host.files.list();
  const contents = new Map<string, Uint8Array>();
  for (const { path } of files.filter((file) => kinds.verdicts.matches(file.path))) {
    const bytes = await host.files.read(path);
    if (bytes !== undefined) contents.set(path, bytes);
  }
  return contents;
}

/** The text of one of the files; `undefined` where there is none. */
export function textIn(files: VerdictFiles, file: string): string | undefined {
  const bytes = files.get(file);
  return bytes === undefined ? undefined : decodeText(bytes);
}

/** All files as they stand with new texts of some. Throws `UsageError` for a text that would not be read again. */
export function withTexts(before: VerdictFiles, texts: ReadonlyMap<string, string>): VerdictFiles {
  for (const [file, text] of texts) {
    const [fault] = loadRecords(new Map([[file, text]])).diagnostics;
    if (fault !== undefined) throw new UsageError(fault.message, fault.help);
  }
  const written = [...texts].map(([file, text]) => [file, new TextEncoder().encode(text)] as const);
  return new Map([...before, ...written].toSorted(([a], [b]) => compareText(a, b)));
}

/**
 * Writes new texts of the files, all or none, in their order, and gives all files as they stand then. Throws `UsageError`
 * for a text that would not be read again, and where somebody has changed a file since it was read.
 */
export async function writeVerdictFiles(
  host: Host,
  before: VerdictFiles,
  texts: ReadonlyMap<string, string>,
): Promise<VerdictFiles> {
  const after = withTexts(before, texts);
  await host.files.edit([...texts].map(([path, text]) => ({ path, text, before: before.get(path) })));
  return after;
}
