/** Files that hold components in a format without a reader, and what to do about them where that is known. */
export type UnreadFormat = { readonly title: string; readonly files: readonly string[]; readonly help?: string };

/** The formats without a reader: a scan names each file of theirs instead of passing it over. */
export const unreadFormats: readonly UnreadFormat[] = [
  {
    title: 'the binary lockfile of bun',
    files: ['**/bun.lockb'],
    help: 'Run `bun install --save-text-lockfile` with bun 1.1.39 or later, and commit bun.lock in its place.',
  },
];
