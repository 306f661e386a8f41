import type { Scheme } from '../model/plugs/scheme.ts';
import { compareLists } from '../base/compare.ts';
import { semver } from './semver.ts';

/** Dart's pub and Julia: Semantic Versioning 2.0.0, but what stands behind `+` counts, and comes after the same version without it. */
export const pub: Scheme = {
  name: 'pub',
  title: 'Dart pub and Julia versions',
  ecosystems: ['Julia', 'Pub'],
  compare: (a, b) => {
    const order = semver.compare(a, b);
    return order === 0 ? compareBuilds(buildOf(a), buildOf(b)) : order;
  },
};

function buildOf(text: string): readonly string[] {
  const plus = text.indexOf('+');
  return plus === -1
    ? []
    : text
        .slice(plus + 1)
        .trim()
        .split('.');
}

/** Build identifiers are ordered as those of a pre-release are. */
function compareBuilds(a: readonly string[], b: readonly string[]): number {
  return compareLists(a, b, (left, right) => semver.compare(`0-${left}`, `0-${right}`) ?? 0);
}
