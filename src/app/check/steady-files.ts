import type { Files } from '../host.ts';

/**
 * Gives the same files again and again, each time to be read anew, and each file once: bytes that have not changed since the
 * time before are the very array of then, so that what was made of them can be kept by it.
 */
export function steadyFiles(files: Files): () => Files {
  const kept = new Map<string, Uint8Array>();
  let held = 0;
  const steady = (key: string, bytes: Uint8Array | undefined) => {
    const before = kept.get(key);
    if (before !== undefined && bytes !== undefined && Buffer.compare(before, bytes) === 0) return before;
    held -= before?.length ?? 0;
    kept.delete(key);
    if (bytes === undefined || held + bytes.length > mostHeld) return bytes;
    kept.set(key, bytes);
    held += bytes.length;
    return bytes;
  };
  return () => {
    const reads = new Map<string, Promise<Uint8Array | undefined>>();
    const once = (key: string, read: () => Promise<Uint8Array | undefined>) => {
      const known = reads.get(key) ?? read().then((bytes) => steady(key, bytes));
      reads.set(key, known);
      return known;
    };
    return {
      ...files,
      read: (path) => once(path, () => files.read(path)),
      readPart: (path, start, length) =>
        once(`${path}\0${start}\0${length}`, () => files.readPart(path, start, length)),
    };
  };
}

/** Bytes beyond are as if they changed each time. */
const mostHeld = 128 * 2 ** 20;
