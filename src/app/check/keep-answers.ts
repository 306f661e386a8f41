import type { Files, ListedFile, Listing } from '../host.ts';
import type { FileHost, Keep } from '../keep.ts';

/**
 * Keeps the last answer to each question with everything of the files that it rests on, and asks for just that again before the
 * answer is given a second time. Its files must be steady: the same bytes are the same array.
 */
export function keepAnswers(): Keep {
  const answers = new Map<string, Kept>();
  return async <T>(
    question: string,
    host: FileHost,
    given: readonly unknown[],
    answer: (host: FileHost) => Promise<T>,
  ): Promise<T> => {
    const kept = answers.get(question);
    // The question names what its answer is.
    if (kept !== undefined && (await holds(kept, host.files, given))) return kept.answer as T;
    answers.delete(question);
    const witness = watch(host);
    const fresh = await answer(witness.host);
    if (witness.isWhole()) answers.set(question, { answer: fresh, given, looks: witness.looks });
    return fresh;
  };
}

type Kept = { readonly answer: unknown; readonly given: readonly unknown[]; readonly looks: readonly Look[] };

/** One look into the files: what it shows now, and what it showed. */
type Look = { readonly now: (files: Files) => Promise<unknown>; readonly before: () => unknown };

async function holds(kept: Kept, files: Files, given: readonly unknown[]): Promise<boolean> {
  if (given.length !== kept.given.length || given.some((one, index) => one !== kept.given[index])) return false;
  for (const { now, before } of kept.looks) if ((await now(files).catch(noMore)) !== before()) return false;
  return true;
}

/** What cannot be read now is another thing than before; who asks anew is told the reason. */
const noMore = (): symbol => Symbol('no more');

/** The same host, whose looks into the files are noted; what is unpacked elsewhere cannot be looked at again. */
function watch({ files, keep }: FileHost) {
  const looks: Look[] = [];
  let isWhole = true;
  const bytes = async (read: (from: Files) => Promise<Uint8Array | undefined>) => {
    const seen = await read(files);
    looks.push({ now: read, before: () => seen });
    return seen;
  };
  const watched: FileHost = {
    files: {
      list: async (include) => {
        const listing = await files.list(include);
        const measured = new Set<string>();
        const show = (one: Listing) => fingerprint(one, measured);
        looks.push({ now: async (from) => show(await from.list(include)), before: () => show(listing) });
        return { ...listing, files: listing.files.map((file) => noting(file, measured)) };
      },
      read: (path) => bytes((from) => from.read(path)),
      readPart: (path, start, length) => bytes((from) => from.readPart(path, start, length)),
      write: files.write,
      edit: files.edit,
      writeFolder: files.writeFolder,
    },
    keep: (pieces) => {
      isWhole = false;
      return keep(pieces);
    },
  };
  return { host: watched, looks, isWhole: () => isWhole };
}

/** The size of a file changes with each edit, and says nothing to who does not ask for it. */
function noting(file: ListedFile, measured: Set<string>): ListedFile {
  return {
    ...file,
    get bytes() {
      measured.add(file.path);
      return file.bytes;
    },
  };
}

function fingerprint({ files, unlisted }: Listing, measured: ReadonlySet<string>): string {
  const listed = files.map(({ path, bytes, executable, layer }) => [
    path,
    measured.has(path) ? bytes : undefined,
    executable,
    layer,
  ]);
  return JSON.stringify([listed, unlisted]);
}
