import { partOf } from '../../../base/binaries/random-access.ts';
import { tarEntries, type TarEntry } from '../../../base/archives/tar-entries.ts';
import { TarProblem } from '../../../base/archives/tar-header.ts';
import type { RandomAccess } from '../../../model/random-access.ts';
import type { Files, ListedFile } from '../../host.ts';
import { ImageProblem } from './apply-layer.ts';
import { longestPath, stepsOf } from './image-tree.ts';

/** What an image is kept in, a tar archive or a folder: files by name. */
export type Bundle = {
  readonly names: ReadonlySet<string>;
  /** A file by its name, links followed, and the same one for all that lead to it; `undefined` when there is none. */
  readonly open: (name: string) => RandomAccess | undefined;
  /** Why there may be more than these files. */
  readonly fault?: TarProblem | undefined;
};

/** Opens a tar archive as a bundle; links inside lead to what was saved once for several images. */
export async function tarBundle(archive: RandomAccess): Promise<Bundle> {
  const entries = new Map<string, TarEntry>();
  const fault = await collect(archive, entries);
  const opened = new Map<TarEntry, RandomAccess>();
  return {
    fault,
    names: new Set(entries.keys()),
    open: (name) => {
      const entry = linked(entries, name);
      if (entry?.kind !== 'file') return undefined;
      const content = opened.get(entry) ?? partOf(archive, entry.start, entry.bytes);
      opened.set(entry, content);
      return content;
    },
  };
}

async function collect(archive: RandomAccess, entries: Map<string, TarEntry>): Promise<TarProblem | undefined> {
  try {
    for await (const entry of tarEntries(archive)) {
      const name = stepsOf(entry.path)?.join('/');
      if (name !== undefined && entry.kind !== 'folder' && entry.target.length <= longestPath) entries.set(name, entry);
      if (entries.size > mostEntries)
        throw new ImageProblem(`it holds more than the ${mostEntries} files that are read`);
    }
    return undefined;
  } catch (error) {
    if (error instanceof TarProblem) return error;
    throw error;
  }
}

/** No archive comes near. */
const mostEntries = 3_000_000;

/** As many links in a row as Linux follows. */
const mostLinks = 40;

function linked(entries: ReadonlyMap<string, TarEntry>, name: string): TarEntry | undefined {
  let [entry, at] = [entries.get(name), name];
  for (let links = 0; entry?.kind === 'link' || entry?.kind === 'hard-link'; links++) {
    if (links === mostLinks) return undefined;
    const folder = entry.kind === 'link' ? at.split('/').slice(0, -1) : [];
    at = pathFrom(folder, entry.target);
    entry = entries.get(at);
  }
  return entry;
}

/** Where a link that lies in a folder leads. */
function pathFrom(folder: readonly string[], target: string): string {
  const steps = target.startsWith('/') ? [] : [...folder];
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Opens a folder of the host as a bundle. */
export function folderBundle(files: Files, folder: string, listed: readonly ListedFile[]): Bundle {
  const sizes = new Map(
    listed.filter(({ path }) => path.startsWith(folder)).map(({ path, bytes }) => [path.slice(folder.length), bytes]),
  );
  const opened = new Map<string, RandomAccess>();
  return {
    names: new Set(sizes.keys()),
    open: (name) => {
      const bytes = sizes.get(name);
      if (bytes === undefined) return undefined;
      const content = opened.get(name) ?? fileContent(files, { path: folder + name, bytes });
      opened.set(name, content);
      return content;
    },
  };
}

/** A file of the host, to be read in parts. */
export function fileContent(files: Files, { path, bytes }: ListedFile): RandomAccess {
  return {
    size: bytes,
    read: async (start, length) => (await files.readPart(path, start, Math.min(length, bytes - start))) ?? nothing,
  };
}

const nothing = new Uint8Array(0);
