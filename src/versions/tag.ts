import type { Scheme } from '../model/plugs/scheme.ts';
import { generic } from './generic.ts';

/**
 * Tags of source repositories: the version that stands in one, `8.4.0` in `curl-8_4_0` or in `v8.4.0`, in the general order.
 * Answers found with it deserve less trust.
 */
export const tag: Scheme = {
  name: 'tag',
  title: 'Tags of source repositories',
  ecosystems: ['GIT'],
  compare: (a, b) => {
    const left = splitTag(a)?.version;
    const right = splitTag(b)?.version;
    return left === undefined || right === undefined ? undefined : generic.compare(left, right);
  },
};

/**
 * The version in a tag, which begins with the first digit that no word goes before but those that mean a version, and the
 * name in front of it by its letters and digits alone: `curl` in `curl-8_4_0`, none in `v8.4.0`. Where a number goes on
 * from a word, as in `go1.20.1`, nobody can tell which digits are of the name: then there is none.
 */
export function splitTag(tag: string): { readonly name: string; readonly version: string } | undefined {
  const text = tag.trim().toLowerCase();
  const found = /(?:^|[-_/. ])(?:v|r|n|rel|release|ver|version)?[-_. ]?(\d.*)$/s.exec(text);
  if (found?.[1] === undefined) return undefined;
  const before = text.slice(0, text.length - found[1].length + 1);
  if (/\d[._]\d$/.test(before)) return undefined;
  const words = text.slice(0, found.index).match(/[\p{L}\p{N}]+/gu) ?? [];
  return { name: words.filter((word) => !meaningless.has(word)).join(''), version: found[1] };
}

/** Words in front of a version that name nothing. */
const meaningless = new Set(['n', 'r', 'refs', 'rel', 'release', 'releases', 'tags', 'v', 'ver', 'version']);
