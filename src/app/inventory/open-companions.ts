import { decodeMarkedText } from '../../base/decode-text.ts';
import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { BytesReader, Reader } from '../../model/plugs/reader.ts';
import type { Files } from '../host.ts';

/** What opens the files of a folder, and of the images in it. */
export type OpenFiles = Pick<Files, 'read' | 'readPart'>;

/** How many bytes the companions of all files may still have. */
export type CompanionRoom = { left: number };

/** The texts that a reader asked for, by path, and what tells those that were not opened. */
export type Companions = {
  readonly companions: ReadonlyMap<string, string>;
  readonly problems: readonly Diagnostic[];
};

/** All that the companions in one inventory may take; those of the largest images have a tenth. */
export function roomForCompanions(): CompanionRoom {
  return { left: 2 * 2 ** 30 };
}

/** The largest companion, and the most that those of one file have together; no real ones come near. */
const largestBytes = 32 * 2 ** 20;
const mostBytes = 256 * 2 ** 20;

/**
 * Opens the files that a reader asks for beside its own, until it asks for nothing new. What is too large, or too much, is told
 * and not opened. Throws `HostError`.
 */
export async function openCompanions(
  files: OpenFiles,
  reader: Reader | BytesReader,
  { path, text }: { readonly path: string; readonly text?: string },
  tree: readonly string[],
  room: CompanionRoom,
): Promise<Companions> {
  const opened = new Map(text === undefined ? [] : [[path, text]]);
  const tried = new Set([path]);
  const unopened = { large: [] as string[], more: [] as string[] };
  let left = Math.min(mostBytes, room.left);
  for (;;) {
    const wanted = (reader.companions?.(opened, path, tree) ?? []).filter((candidate) => !tried.has(candidate));
    if (wanted.length === 0) return { companions: opened, problems: problemsOf(path, unopened) };
    for (const companion of wanted) {
      tried.add(companion);
      const beyond = await files.readPart(companion, Math.min(largestBytes, left), 1);
      if (beyond !== undefined && beyond.length > 0) unopened[left < largestBytes ? 'more' : 'large'].push(companion);
      else {
        const bytes = await files.read(companion);
        left -= bytes?.length ?? 0;
        room.left -= bytes?.length ?? 0;
        const companionText = bytes === undefined ? undefined : decodeMarkedText(bytes);
        if (companionText !== undefined) opened.set(companion, companionText);
      }
    }
  }
}

type Unopened = Readonly<Record<'large' | 'more', readonly string[]>>;

function problemsOf(file: string, { large, more }: Unopened): readonly Diagnostic[] {
  return [
    ...unread(file, large, `larger than the ${largestBytes / 2 ** 20} MiB that are read of one`),
    ...unread(file, more, 'more, with those before, than is read of all'),
  ];
}

function unread(file: string, paths: readonly string[], size: string): readonly Diagnostic[] {
  const [first] = paths;
  if (first === undefined) return [];
  const files = paths.length === 1 ? 'a file that tells' : `${paths.length} files that tell`;
  const message = `${files} more of ${file} not read, such as ${quote(first)}: ${size}`;
  return [entryProblem({ file }, message, 'Find out what wrote so much; what it says of packages is not known.')];
}
