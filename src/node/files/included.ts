import { globs } from '../../base/paths/glob.ts';

/** What a person wants read although .gitignore, or the name of a folder, would keep it back. */
export type Included = {
  readonly isIncluded: (path: string) => boolean;
  /** Whether a folder may hold something of it, and is to be entered. */
  readonly mayHold: (folder: string) => boolean;
};

/** Reads globs over paths; a glob leads into the folders that it names, or into all where it begins with a wildcard. */
export function included(patterns: readonly string[]): Included {
  const heads = patterns.map(headOf);
  return {
    isIncluded: globs(patterns),
    mayHold: (folder) => heads.some((head) => `${folder}/`.startsWith(head) || head.startsWith(`${folder}/`)),
  };
}

/** The folders that a glob names before its first wildcard, with a slash behind; empty when it begins with one. */
function headOf(pattern: string): string {
  const plain = /^[^*?[{(!@\\]*/.exec(pattern)?.[0] ?? '';
  return plain.slice(0, plain.lastIndexOf('/') + 1);
}
