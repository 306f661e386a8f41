import type { Scheme } from '../model/plugs/scheme.ts';
import { compareBy } from './compare-by.ts';
import { compareDigits, compareLists } from '../base/compare.ts';
import { comparePreReleases } from './compare-pre-releases.ts';

/** NuGet: Semantic Versioning 2.0.0 with up to four numbers, its pre-releases without regard to case. */
export const nuget: Scheme = {
  name: 'nuget',
  title: 'NuGet versions',
  ecosystems: ['NuGet'],
  compare: compareBy(
    parse,
    (left, right) =>
      compareLists(left.numbers, right.numbers, compareDigits, '0') ||
      comparePreReleases(left.preRelease, right.preRelease),
  ),
};

type Version = { readonly numbers: readonly string[]; readonly preRelease: string };

function parse(text: string): Version | undefined {
  const match = /^[vV]?(?<numbers>\d+(?:\.\d+)*)(?:-(?<preRelease>[^+]*))?(?:\+.*)?$/.exec(text.trim())?.groups;
  return match && { numbers: match['numbers']?.split('.') ?? [], preRelease: match['preRelease']?.toLowerCase() ?? '' };
}
