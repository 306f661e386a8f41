import { quote } from '../../base/quote.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { releaseWith, reviewWith } from '../examples/release-with.ts';

/** Asks that the releases that a review names are recorded. */
export const reviewRelease: Rule = {
  id: 'records/review-release',
  title: 'A review names releases that there are',
  clause: '81001-5-1:9.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'A review of a release that nobody recorded looks like care for the field, and is a typing error.',
  help: 'Correct the version, or record the release with `tureen release`.',
  restsOn: ['release'],
  check: ({ reviews, releases }) => {
    const known = new Set(releases.map(({ record }) => record.version));
    return reviews.flatMap(({ file, record }) =>
      (record.releases ?? []).flatMap((version, index) =>
        known.has(version)
          ? []
          : [
              {
                message: `no release ${quote(version)} is recorded under soup/releases`,
                place: { file, keyPath: ['releases', index] },
              },
            ],
      ),
    );
  },
  examples: [
    {
      title: 'The release is recorded',
      files: { ...releaseWith(), ...reviewWith('releases: [0.9.0]') },
      says: [],
    },
    {
      title: 'There is no such release',
      files: { ...releaseWith(), ...reviewWith("releases: ['0.9']") },
      says: ['no release "0.9" is recorded under soup/releases'],
    },
  ],
};
