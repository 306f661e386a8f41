import type { Advisory } from '../../model/advisory.ts';
import { compareText } from '../../versions/compare.ts';
import { schemeOf } from '../../versions/scheme-of.ts';
import { semver } from '../../versions/semver.ts';
import type { AdvisedPackage } from './advised-package.ts';
import { entriesFor } from './judge-record.ts';

/** The versions after the package's own that records call fixed, in order; all of them where its version is not known. */
export function fixedVersions(advised: AdvisedPackage, records: readonly Advisory[]): readonly string[] {
  const ranges = records
    .flatMap((record) => entriesFor(advised, record))
    .flatMap(({ ranges }) => ranges)
    .filter(({ kind }) => kind !== 'git');
  const known = ranges.every(({ kind }) => kind === 'semver') ? semver : undefined;
  const scheme = schemeOf(advised.key.ecosystem) ?? known;
  const order = (a: string, b: string) => scheme?.compare(a, b) ?? 0;
  const { version } = advised;
  const fixed = ranges.flatMap(({ events }) => events.flatMap((event) => ('fixed' in event ? [event.fixed] : [])));
  return [...new Set(fixed)]
    .filter(
      (candidate) =>
        'unknown' in version ||
        scheme?.compare(candidate, version.exact) === undefined ||
        order(candidate, version.exact) > 0,
    )
    .toSorted((a, b) => order(a, b) || compareText(a, b));
}
