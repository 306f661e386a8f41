import { counted } from '../../base/counted.ts';
import { quote } from '../../base/quote.ts';
import { unreadable } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { AnyReader, ReaderEntry, Reading } from '../../model/plugs/reader.ts';
import type { HiddenFile, ListedFile } from '../host.ts';
import { roomForCompanions, type OpenFiles } from './open-companions.ts';
import { readInput } from './read-input.ts';
import { rereadBound } from './reread-bound.ts';
import type { Taken } from './untaken-files.ts';
import { withLayers } from './with-layers.ts';

/** Reads inputs one after the other, and tells in the end which it had to leave. */
export type FileTaker = {
  readonly take: (file: ListedFile, entry: ReaderEntry) => Promise<Taken>;
  readonly left: () => readonly Diagnostic[];
};

/** Prepares to read the inputs of one inventory, which share what may be read; `most` is how many bytes are read again. */
export function fileTaker(source: OpenFiles, tree: readonly string[], most?: number): FileTaker {
  const room = roomForCompanions();
  const readBefore = rereadBound(most);
  const left: Left[] = [];
  return {
    take: async (file, entry) => {
      const reader = await entry.load();
      const isWhole = reader.content !== 'parts';
      const before = isWhole ? readBefore(file) : undefined;
      if (before !== undefined) {
        left.push({ path: file.path, before });
        return { reading: unreadable(), row: rowOf(file, reader, `it is ${quote(before)} again, which was read`) };
      }
      const reading = await readInput(source, reader, file, tree, room);
      const readHidden = async ({ content, ...older }: HiddenFile) => {
        const version = { ...older, path: file.path, bytes: content.size };
        if (isWhole && readBefore(version) !== undefined) return undefined;
        const read = (path: string) => (path === file.path ? content.read(0, content.size) : source.read(path));
        return readInput({ ...source, read }, reader, version, tree, room);
      };
      const failed = reading.diagnostics.find(({ rule }) => rule === 'reading/syntax');
      const row = rowOf(file, reader, failed?.message, reading.graph);
      return { reading: await withLayers(reading, file, readHidden), row };
    },
    left: () => leftProblems(left),
  };
}

function rowOf({ path }: ListedFile, { name }: AnyReader, reason?: string, graph: Reading['graph'] = 'none') {
  const status = reason === undefined ? ('read' as const) : ('not-understood' as const);
  return { path, reader: name, status, reason, graph };
}

/** A path that leads to what was read under another one. */
type Left = { readonly path: string; readonly before: string };

function leftProblems(left: readonly Left[]): readonly Diagnostic[] {
  const [first] = left;
  if (first === undefined) return [];
  const paths = counted(left.length, 'path was', 'paths were');
  return [
    {
      rule: 'reading/entry',
      severity: 'error',
      message: `${paths} not read, such as ${quote(first.path)}, which is ${quote(first.before)} again: too much of this image has been read twice`,
      place: { file: first.path },
      help: 'No real image has so large files under so many names; find out what wrote it, and save it anew without these links.',
    },
  ];
}
