import { counted } from '../../base/counted.ts';
import { daysBetween } from '../../base/day.ts';
import { reviewedOn } from '../../base/releases/reviewed-on.ts';
import { supportState } from '../../base/releases/support-state.ts';
import type { Rule } from '../../model/plugs/rule.ts';
import { releaseWith, reviewWith } from '../examples/release-with.ts';

/** Asks that reviews of vulnerabilities look at the releases in the field, too, and say so. */
export const fieldReviewed: Rule = {
  id: '81001-5-1/field-reviewed',
  title: 'Releases in the field are reviewed, too',
  clause: '81001-5-1:9.3',
  classes: ['A', 'B', 'C'],
  severity: 'error',
  subject: 'device',
  why: 'Patients depend on what is installed, not on what is being developed. What an update has mended long since may still run there.',
  help: 'Look at `tureen watch`, and name the releases under `releases:` in the minutes of the review.',
  restsOn: ['review'],
  check: ({ device, releases, reviews, today }) => {
    const { everyDays } = device.record.vulnerabilityReview ?? {};
    if (everyDays === undefined) return [];
    return releases.flatMap(({ file, record: release }) => {
      if (supportState(release, today).kind === 'ended') return [];
      const last = reviewedOn(release.version, reviews, today);
      const late = daysBetween(last ?? release.date, today) - everyDays;
      if (late <= 0) return [];
      const message =
        last === undefined
          ? `no vulnerability review names release ${release.version}, which is in the field since ${release.date}`
          : `the vulnerability review of release ${release.version} is ${counted(late, 'day')} overdue; the last was on ${last}`;
      return [{ message, place: { file, keyPath: ['version'] } }];
    });
  },
  examples: [
    {
      title: 'The last review names it',
      files: { ...releaseWith(), ...reviewWith('releases: [0.9.0]') },
      says: [],
    },
    {
      title: 'Nobody answers for it any more',
      files: releaseWith('support: { ended: { on: 2026-10-31, reason: Every site has 1.0.0 } }'),
      says: [],
    },
    {
      title: 'Reviews look at what is being developed alone',
      files: releaseWith(),
      says: ['no vulnerability review names release 0.9.0, which is in the field since 2026-10-01'],
    },
    {
      title: 'The cadence ends today',
      files: {
        ...releaseWith(),
        'soup/reviews/2026-10-16.yaml':
          'date: 2026-10-16\nby: [ada]\ndata: sha256:5c1d\nscope: the field\nreleases: [0.9.0]\noutcome: Nothing new\n',
      },
      says: [],
    },
    {
      title: 'Its review is overdue',
      files: {
        ...releaseWith(),
        'soup/reviews/2026-10-05.yaml':
          'date: 2026-10-05\nby: [ada]\ndata: sha256:5c1d\nscope: the field\nreleases: [0.9.0]\noutcome: Nothing new\n',
      },
      says: ['the vulnerability review of release 0.9.0 is 11 days overdue; the last was on 2026-10-05'],
    },
  ],
};
