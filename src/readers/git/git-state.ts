import { isCommit } from '../../base/packages/repositories/package-address.ts';
import type { Pinning } from '../../model/component.ts';

/** What a repository is asked for by: a commit, which cannot move, or a name, which can. */
export type GitState = {
  /** A commit or tag; a branch is no version. */
  readonly version: string | undefined;
  readonly pinning: Pinning;
};

/** Reads the name of a state of a repository; of a tag and a branch the text alone tells which is meant, if it can. */
export function readGitState(written: string | undefined): GitState {
  if (written === undefined || written === '')
    return { version: undefined, pinning: { kind: 'mutable', asked: 'the default branch' } };
  if (isCommit(written.toLowerCase())) return { version: written.toLowerCase(), pinning: { kind: 'exact' } };
  return { version: versionIn(written), pinning: { kind: 'mutable', asked: written } };
}

/** A tag, or the beginning of a commit; a name that may as well be a branch is neither. */
function versionIn(written: string): string | undefined {
  const tag = /^refs\/tags\/(.+)$/.exec(written)?.[1];
  if (tag !== undefined) return tag;
  if (/[/]|branch|[._-]x$/i.test(written)) return undefined;
  return /\d[._-]\d/.test(written) || /^[0-9a-f]{7,39}$/.test(written) ? written : undefined;
}
