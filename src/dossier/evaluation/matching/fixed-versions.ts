import type { Advisory } from '../../../model/anomalies/advisory.ts';
import type { Scheme } from '../../../model/plugs/scheme.ts';
import { compareText } from '../../../base/compare.ts';
import { schemeOf } from '../../../versions/scheme-of.ts';
import { semver } from '../../../versions/semver.ts';
import type { AdvisedPackage } from './advised-package.ts';
import { entriesFor } from './judge-record.ts';

/** The versions after the package's own that records call fixed, in order; all of them where its own cannot be compared. */
export function fixedVersions(advised: AdvisedPackage, records: readonly Advisory[]): readonly string[] {
  const ranges = records
    .flatMap((record) => entriesFor(advised, record))
    .flatMap(({ ranges }) => ranges)
    .filter(({ kind }) => kind !== 'git');
  const fixed = new Set(
    ranges.flatMap(({ events }) => events).flatMap((event) => ('fixed' in event ? event.fixed : [])),
  );
  const general = ranges.every(({ kind }) => kind === 'semver') ? semver : undefined;
  const scheme = schemeOf(advised.key.ecosystem) ?? general;
  return scheme === undefined ? [...fixed].toSorted() : above(advised.version, [...fixed], scheme);
}

function above(own: AdvisedPackage['version'], fixed: readonly string[], { compare }: Scheme): readonly string[] {
  const isVersion = (text: string) => compare(text, text) === 0;
  const versions = fixed.filter(isVersion).toSorted((a, b) => (compare(a, b) ?? 0) || compareText(a, b));
  if (!('exact' in own) || !isVersion(own.exact)) return versions;
  return versions.filter((version) => (compare(version, own.exact) ?? 0) > 0);
}
