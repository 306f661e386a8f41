import {
  axios,
  django,
  ecosystemRange,
  npm,
  pypi,
  semverRange,
  testJudged,
} from '../../../../test/judged-by-one-record.ts';
import { affects } from '../../../../test/sample-advisory.ts';

testJudged([
  {
    title: 'a version within a range is affected, and the fix above it is named',
    of: axios('1.6.0'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })] })],
    result: 'affected',
    why: 'X-1: 1.6.0 is in >=1.0.0 <1.6.8 (semver)',
    fixed: ['1.6.8'],
  },
  {
    title: 'the fixed version is not affected',
    of: axios('1.6.8'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })] })],
    result: 'not-affected',
    why: 'X-1: 1.6.8 is not in >=1.0.0 <1.6.8 (semver)',
    fixed: [],
  },
  {
    title: 'the introduced version is affected',
    of: axios('1.0.0'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })] })],
    result: 'affected',
  },
  {
    title: 'a version before the introduced one is not affected',
    of: axios('0.21.4'),
    by: [npm({ ranges: [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })] })],
    result: 'not-affected',
    fixed: [],
  },
  {
    title: 'introduced 0 comes before every pre-release',
    of: axios('0.0.0-alpha'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.0.0' })] })],
    result: 'affected',
    why: 'X-1: 0.0.0-alpha is in <1.0.0 (semver)',
  },
  {
    title: 'introduced 0.0.0 does not',
    of: axios('0.0.0-alpha'),
    by: [npm({ ranges: [semverRange({ introduced: '0.0.0' }, { fixed: '1.0.0' })] })],
    result: 'not-affected',
  },
  {
    title: 'a pre-release of the fix is affected',
    of: axios('1.0.0-rc.1'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.0.0' })] })],
    result: 'affected',
  },
  {
    title: 'a pre-release of the introduced version is not, unless it is listed',
    of: django('3.2a1'),
    by: [pypi({ ranges: [ecosystemRange({ introduced: '3.2' }, { fixed: '3.2.19' })] })],
    result: 'not-affected',
  },
  {
    title: 'a listed version is affected although its range leaves it out',
    of: django('3.2a1'),
    by: [
      pypi({
        ranges: [ecosystemRange({ introduced: '3.2' }, { fixed: '3.2.19' })],
        versions: ['3.2a1', '3.2', '3.2.1'],
      }),
    ],
    result: 'affected',
    why: 'X-1: 3.2a1 is listed as affected',
    fixed: ['3.2.19'],
  },
  {
    title: 'a version that equals a listed one is affected, however it is spelt',
    of: django('1.0.0'),
    by: [pypi({ versions: ['0.9', '1.0'] })],
    result: 'affected',
    why: 'X-1: 1.0.0 is listed as affected, as 1.0 (pep440)',
  },
  {
    title: 'a list alone decides',
    of: django('1.1'),
    by: [pypi({ versions: ['0.9', '1.0'] })],
    result: 'not-affected',
    why: 'X-1: 1.1 is not among the 2 versions that it lists (pep440)',
  },
  {
    title: 'a version that several entries list is counted once, beside one that lists none',
    of: django('1.1'),
    by: [
      pypi({ versions: ['0.9', '1.0'] }),
      affects('PyPI', 'Django', { versions: ['1.0', '1.2'] }),
      pypi({ ranges: [ecosystemRange({ introduced: '2' }, { fixed: '3' })] }),
    ],
    result: 'not-affected',
    why: 'X-1: 1.1 is not in >=2 <3 nor among the 3 versions that it lists (pep440)',
  },
  {
    title: 'events are taken in the order of their versions',
    of: axios('1.6.0'),
    by: [
      npm({
        ranges: [semverRange({ fixed: '1.6.8' }, { introduced: '1.0.0' }, { fixed: '0.21.2' }, { introduced: '0' })],
      }),
    ],
    result: 'affected',
    why: 'X-1: 1.6.0 is in >=1.0.0 <1.6.8 (semver)',
  },
  {
    title: 'a version between two runs of one range is not affected',
    of: axios('0.22.0'),
    by: [
      npm({
        ranges: [semverRange({ introduced: '0' }, { fixed: '0.21.2' }, { introduced: '1.0.0' }, { fixed: '1.6.8' })],
      }),
    ],
    result: 'not-affected',
    why: 'X-1: 0.22.0 is not in <0.21.2 or >=1.0.0 <1.6.8 (semver)',
  },
  {
    title: 'where a version is fixed and introduced at once, it is affected',
    of: axios('1.0.0'),
    by: [
      npm({
        ranges: [semverRange({ introduced: '0' }, { introduced: '1.0.0' }, { fixed: '1.0.0' }, { fixed: '2.0.0' })],
      }),
    ],
    result: 'affected',
    why: 'X-1: 1.0.0 is in >=1.0.0 <2.0.0 (semver)',
    fixed: ['2.0.0'],
  },
  {
    title: 'numbers beyond 2^53 and versions of four numbers are compared all the same',
    of: axios('1.5.1.9007199254740993'),
    by: [npm({ ranges: [semverRange({ introduced: '1.5.1.9007199254740992' }, { fixed: '1.5.1.9007199254740994' })] })],
    result: 'affected',
  },
  {
    title: 'a version of before PEP 440 comes before all others',
    of: django('0.9-beta-x'),
    by: [pypi({ ranges: [ecosystemRange({ introduced: '0' }, { fixed: '0.1' })] })],
    result: 'affected',
  },
]);
