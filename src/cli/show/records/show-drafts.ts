import { limited } from '../limited.ts';

/** The lines of drafts that were written, a few of many: a second run writes nothing that an option could show, the files are there. */
export function showDrafts(lines: readonly string[], isAll: boolean): readonly string[] {
  const limit = { most: 10, rest: 'each is a file of soup/items with `status: draft`' };
  return limited(lines, isAll ? undefined : limit, ' drafts');
}
