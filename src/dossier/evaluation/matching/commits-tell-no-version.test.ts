import {
  axios,
  commits,
  django,
  ecosystemRange,
  npm,
  pypi,
  semverRange,
  testJudged,
} from '../../../../test/judged-by-one-record.ts';
import { affects, range } from '../../../../test/sample-advisory.ts';
import { component } from '../../../../test/sample-component.ts';
import type { AffectedRange } from '../../../model/anomalies/advisory.ts';

const fix = '9fceb02d0ae598e95dc970b74767f19372d61af8';
const otherCommits = range('git', { introduced: '0' }, { fixed: '1f0ceb02d0ae598e95dc970b74767f19372d61af' });

const ladle = (...ranges: AffectedRange[]) => affects('GIT', 'https://github.com/a/ladle', { ranges });

testJudged([
  {
    title: 'a git range before the ecosystem range hides nothing',
    of: django('4.0.3'),
    by: [pypi({ ranges: [commits, ecosystemRange({ introduced: '4.0' }, { fixed: '4.0.4' })] })],
    result: 'affected',
    why: 'X-1: 4.0.3 is in >=4.0 <4.0.4 (pep440)',
    fixed: ['4.0.4'],
  },
  {
    title: 'a git range does not cloud what the ecosystem range beside it decides',
    of: django('4.0.4'),
    by: [pypi({ ranges: [commits, ecosystemRange({ introduced: '4.0' }, { fixed: '4.0.4' })], versions: ['4.0.3'] })],
    result: 'not-affected',
    why: 'X-1: 4.0.4 is not in >=4.0 <4.0.4 nor the one version that it lists (pep440)',
  },
  {
    title: 'a commit that fixes it is no version that does',
    of: axios('1.6.0'),
    by: [npm({ ranges: [commits, semverRange({ introduced: '0' }, { fixed: '1.6.8' })] })],
    result: 'affected',
    fixed: ['1.6.8'],
  },
  {
    title: 'a git range alone is undetermined',
    of: django('4.0.4'),
    by: [pypi({ ranges: [commits] })],
    result: 'undetermined',
    why: 'X-1: it gives its range in git commits only, which cannot be compared with a version',
    fixed: [],
  },
  {
    title: 'of a repository the versions that commits were found for decide, and the comparator is named',
    of: component('pkg:github/a/ladle@v1.3'),
    by: [ladle(commits, ecosystemRange({ introduced: '0' }, { fixed: '1.2' }))],
    result: 'not-affected',
    why: 'X-1: v1.3 is not in <1.2 (tag)',
  },
  ...[
    [otherCommits, commits, ecosystemRange({ introduced: '0' }, { fixed: '1.2' })],
    [commits, ecosystemRange({ introduced: '0' }, { fixed: '1.2' }), otherCommits],
  ].map((ranges) => ({
    title: `of a repository a range of commits without versions clouds the others: ${ranges.map(({ kind }) => kind).join()}`,
    of: component('pkg:github/a/ladle@v1.3'),
    by: [ladle(...ranges)],
    result: 'undetermined' as const,
    why: 'X-1: it gives one of its ranges in git commits only, which cannot be compared with a version',
  })),
  {
    title: 'a range of commits that another of the repository names too clouds nothing',
    of: component('pkg:github/a/ladle@v1.3'),
    by: [ladle(commits, commits, ecosystemRange({ introduced: '0' }, { fixed: '1.2' }))],
    result: 'not-affected',
  },
  {
    title: 'what the versions of one range hold is affected whatever another range of commits says',
    of: component('pkg:github/a/ladle@v1.1'),
    by: [ladle(otherCommits, commits, ecosystemRange({ introduced: '0' }, { fixed: '1.2' }))],
    result: 'affected',
    why: 'X-1: v1.1 is in <1.2 (tag)',
  },
  {
    title: 'a commit that one range names as fixed may be in another',
    of: component(`pkg:github/a/ladle@${fix}`),
    by: [ladle(commits, otherCommits)],
    result: 'undetermined',
  },
  {
    title: 'a commit that every range names as fixed is, in whatever case it is written',
    of: component(`pkg:github/a/ladle@${fix}`),
    by: [ladle(commits, range('git', { introduced: '0' }, { fixed: fix.toUpperCase() }))],
    result: 'not-affected',
    why: 'X-1: its commit 9fceb02d0ae5 is one that the range names as fixed',
  },
  {
    title: 'the last affected commit is affected',
    of: component(`pkg:github/a/ladle@${fix}`),
    by: [ladle(range('git', { introduced: '0' }, { lastAffected: fix }))],
    result: 'affected',
    why: 'X-1: its commit 9fceb02d0ae5 is one that the range names as affected',
  },
  {
    title: 'where a recipe was fetched at a commit that no range names, its version decides',
    of: component('pkg:conan/ladle@1.3', { download: `git+https://github.com/a/ladle@${'ab'.repeat(20)}` }),
    by: [ladle(commits, ecosystemRange({ introduced: '0' }, { fixed: '1.2' }))],
    result: 'not-affected',
    why: 'X-1: 1.3 is not in <1.2 (tag)',
  },
  {
    title: 'a list beside nothing but a git range is not taken as complete',
    of: django('4.0.4'),
    by: [pypi({ ranges: [commits], versions: ['4.0.2', '4.0.3'] })],
    result: 'undetermined',
  },
  {
    title: 'a listed version is affected whatever the git range says',
    of: django('4.0.3'),
    by: [pypi({ ranges: [commits], versions: ['4.0.2', '4.0.3'] })],
    result: 'affected',
  },
]);
