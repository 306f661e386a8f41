import type { FileContent, FileEdit, Host } from '../src/app/host.ts';
import { bytesInMemory } from '../src/base/binaries/random-access.ts';
import { UsageError } from '../src/base/errors.ts';

/** A host whose disk is memory, with what was written to it. */
export type MemoryHost = Host & { readonly written: ReadonlyMap<string, string> };

/** Makes a host for tests; what it was not given it does not do. */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array>>,
  given: { readonly today?: string } & Partial<Host> = {},
): MemoryHost {
  const disk = new Map<string, Uint8Array>(Object.entries(files).map(([path, content]) => [path, bytesOf(content)]));
  const written = new Map<string, string>();
  const put = (path: string, content: FileContent) => {
    const whole = typeof content === 'string' || content instanceof Uint8Array;
    const bytes = bytesOf(whole ? content : [...content].join(''));
    disk.set(path, bytes);
    written.set(path, new TextDecoder().decode(bytes));
  };
  const absent = (what: string) => () => {
    throw new Error(`this test has no ${what}`);
  };
  return {
    files: {
      list: () => {
        const listed = [...disk].map(([path, bytes]) => ({ path, bytes: bytes.length }));
        return Promise.resolve({ files: listed.toSorted((a, b) => (a.path < b.path ? -1 : 1)), unlisted: [] });
      },
      read: (path) => Promise.resolve(disk.get(path)),
      readPart: (path, start, length) => Promise.resolve(disk.get(path)?.subarray(start, start + length)),
      write: async (path, content) => put(path, content),
      edit: async (edits) => {
        for (const { path, before } of edits) if (!isSame(disk.get(path), before)) throw changedMeanwhile(path);
        for (const { path, text } of edits) put(path, text);
      },
      writeFolder: async (path, contents) => contents.forEach((content, name) => put(`${path}/${name}`, content)),
    },
    keep: async (pieces) => {
      const kept = Buffer.concat(await Array.fromAsync(pieces));
      return { ...bytesInMemory(kept), close: () => undefined };
    },
    clock: { now: () => new Date(`${given.today ?? '2026-11-15'}T12:00:00Z`), heldBy: undefined },
    stores: {
      defaultPath: '/store',
      open: absent('store'),
      build: absent('store'),
      update: absent('store'),
      unload: absent('store'),
    },
    typesetter: { pdf: absent('typesetter') },
    openState: absent('state'),
    openFile: absent('file'),
    openSource: absent('source'),
    openTracker: absent('tracker'),
    openRegistries: absent('registries'),
    ...given,
    written,
  };
}

function isSame(now: Uint8Array | undefined, before: FileEdit['before']): boolean {
  return now === undefined || before === undefined ? now === before : Buffer.compare(now, before) === 0;
}

function changedMeanwhile(path: string): UsageError {
  return new UsageError(`somebody has changed ${path} meanwhile`, 'Do it again.');
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
