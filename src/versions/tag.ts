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
    const left = versionIn(a);
    const right = versionIn(b);
    return left === undefined || right === undefined ? undefined : generic.compare(left, right);
  },
};

/** What begins with the first digit that no word goes before, but those that mean a version. */
function versionIn(text: string): string | undefined {
  return /(?:^|[-_/. ])(?:v|r|n|rel|release|ver|version)?[-_. ]?(\d.*)$/is.exec(text.trim())?.[1];
}
