import { axios, npm, semverRange, testJudged } from '../../../../test/judged-by-one-record.ts';

testJudged([
  {
    title: 'the first fix ends a run, later ones are cherry-picks',
    of: axios('1.3.0'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.3.1' }, { fixed: '1.2.5' })] })],
    result: 'not-affected',
  },
  {
    title: 'all fixes above the version are named in order, each once',
    of: axios('1.2.0'),
    by: [
      npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.10.0' }, { fixed: '1.9.0' }, { fixed: '1.1.0' })] }),
      npm({ ranges: [semverRange({ introduced: '1.0.0' }, { fixed: '1.10.0' })] }),
    ],
    result: 'affected',
    fixed: ['1.9.0', '1.10.0'],
  },
  {
    title: 'the last affected version is affected',
    of: axios('1.6.7'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { lastAffected: '1.6.7' })] })],
    result: 'affected',
    why: 'X-1: 1.6.7 is in <=1.6.7 (semver)',
    fixed: [],
  },
  {
    title: 'the version after the last affected one is not',
    of: axios('1.6.8-rc.1'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { lastAffected: '1.6.7' })] })],
    result: 'not-affected',
  },
  {
    title: 'a single version is introduced and last affected at once',
    of: axios('1.6.7'),
    by: [npm({ ranges: [semverRange({ lastAffected: '1.6.7' }, { introduced: '1.6.7' })] })],
    result: 'affected',
    why: 'X-1: 1.6.7 is in >=1.6.7 <=1.6.7 (semver)',
  },
  {
    title: 'a run without an end takes in every later version',
    of: axios('99.0.0'),
    by: [npm({ ranges: [semverRange({ introduced: '0' })] })],
    result: 'affected',
    why: 'X-1: 99.0.0 is in every version (semver)',
  },
  {
    title: 'a limit ends a run',
    of: axios('2.0.0'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { limit: '2.0.0' })] })],
    result: 'not-affected',
    why: 'X-1: 2.0.0 is not in >=1.0.0 <2.0.0 (semver)',
  },
  {
    title: 'a version below one of several limits is within',
    of: axios('2.5.0'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { limit: '2.0.0' }, { limit: '3.0.0' })] })],
    result: 'affected',
  },
  {
    title: 'nothing begins at or after the limit',
    of: axios('3.5.0'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { introduced: '3.0.0' }, { limit: '3.0.0' })] })],
    result: 'not-affected',
  },
  {
    title: 'the limit * is none',
    of: axios('3.5.0'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { limit: '2.0.0' }, { limit: '*' })] })],
    result: 'affected',
  },
  {
    title: 'a range that ends before it begins is empty',
    of: axios('2.5.0'),
    by: [npm({ ranges: [semverRange({ introduced: '3.0.0' }, { limit: '2.0.0' })] })],
    result: 'not-affected',
    why: 'X-1: its range ends before it begins',
  },
  {
    title: 'of many ranges that leave a version out, five are shown',
    of: axios('9.0.0'),
    by: [1, 2, 3, 4, 5, 6, 7].map((major) =>
      npm({ ranges: [semverRange({ introduced: '0' }, { fixed: `${major}.0.0` })] }),
    ),
    result: 'not-affected',
    why: 'X-1: 9.0.0 is not in <1.0.0 or <2.0.0 or <3.0.0 or <4.0.0 or <5.0.0 or 2 more (semver)',
  },
]);
