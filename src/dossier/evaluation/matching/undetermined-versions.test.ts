import assert from 'node:assert/strict';
import { test } from 'node:test';
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
import { advisory, affects } from '../../../../test/sample-advisory.ts';
import { component } from '../../../../test/sample-component.ts';
import { evaluateComponent } from '../evaluate-component.ts';
import { advise } from './advise.ts';

testJudged([
  {
    title: 'a record that names the package only is undetermined',
    of: django('4.0'),
    by: [pypi({})],
    result: 'undetermined',
    why: 'X-1: it names the package, but no versions',
  },
  {
    title: 'a range that does not say where it begins is undetermined',
    of: axios('1.6.0'),
    by: [npm({ ranges: [semverRange({ fixed: '2.0.0' })] })],
    result: 'undetermined',
    why: 'X-1: its range does not say where it begins',
  },
  {
    title: 'a component without version is undetermined, and every fix is named',
    of: component('pkg:pypi/django'),
    by: [pypi({ ranges: [commits, ecosystemRange({ introduced: '4.0' }, { fixed: '4.0.10' }, { fixed: '4.0.9' })] })],
    result: 'undetermined',
    why: 'X-1: its version is not known',
    fixed: ['4.0.9', '4.0.10'],
  },
  {
    title: 'a fix that the order does not know is not named',
    of: component('pkg:npm/axios'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: 'nightly' }, { fixed: '2.0.0' })] })],
    result: 'undetermined',
    fixed: ['2.0.0'],
  },
  {
    title: 'a component that is asked for by a range is undetermined',
    of: component('pkg:pypi/django', { pinning: { kind: 'range', asked: '>=3.2' } }),
    by: [pypi({ ranges: [ecosystemRange({ introduced: '0' })] })],
    result: 'undetermined',
    why: 'X-1: its version is not fixed: ">=3.2" is asked for',
  },
  {
    title: 'a component whose version can move is undetermined',
    of: component('pkg:npm/axios@1.6.0', { pinning: { kind: 'mutable', asked: 'git+https://git.example/axios#main' } }),
    by: [npm({ ranges: [semverRange({ introduced: '0' })] })],
    result: 'undetermined',
    why: 'X-1: its version can move: "git+https://git.example/axios#main" is asked for',
  },
  {
    title: 'a commit is no version, even where a comparator would take it for one',
    of: axios('4f2bce1d0ae598e95dc970b74767f19372d61af8'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.0.0' })] })],
    result: 'undetermined',
    why: 'X-1: its version "4f2bce1d0ae598e95dc970b74767f19372d61af8" is a commit, and commits have no order',
  },
  {
    title: 'a branch of Composer by its name is no version, though its order would say not affected',
    of: component('pkg:composer/guzzlehttp/guzzle@dev-main'),
    by: [
      affects('Packagist', 'guzzlehttp/guzzle', { ranges: [ecosystemRange({ introduced: '7' }, { fixed: '7.4.3' })] }),
    ],
    result: 'undetermined',
    why: 'X-1: its version "dev-main" is a branch, and what is on it has no order',
  },
  {
    title: 'a numbered branch of Composer is no version, though its order would say not affected',
    of: component('pkg:composer/guzzlehttp/guzzle@7.x-dev'),
    by: [
      affects('Packagist', 'guzzlehttp/guzzle', { ranges: [ecosystemRange({ introduced: '7' }, { fixed: '7.4.3' })] }),
    ],
    result: 'undetermined',
    why: 'X-1: its version "7.x-dev" is a branch, and what is on it has no order',
  },
  {
    title: 'a day is a version, although it could be a commit',
    of: django('20240131'),
    by: [pypi({ ranges: [ecosystemRange({ introduced: '0' }, { fixed: '20240201' })] })],
    result: 'affected',
  },
  {
    title: 'an empty version is none',
    of: component('pkg:npm/axios', { version: ' ' }),
    by: [npm({ ranges: [semverRange({ introduced: '0' })] })],
    result: 'undetermined',
    why: 'X-1: its version is not known',
  },
  {
    title: 'a version that the order does not know is undetermined',
    of: axios('latest'),
    by: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.10.0' }, { fixed: '1.9.0' })] })],
    result: 'undetermined',
    why: 'X-1: "latest" is no version (semver)',
    fixed: ['1.9.0', '1.10.0'],
  },
  {
    title: 'a version that the order does not know may still be listed',
    of: axios('latest'),
    by: [npm({ ranges: [semverRange({ introduced: '0' })], versions: ['latest'] })],
    result: 'affected',
  },
  {
    title: 'a bound that the order does not know is undetermined',
    of: axios('1.0.0'),
    by: [npm({ ranges: [semverRange({ introduced: '2.0.0' }, { fixed: 'nightly' })] })],
    result: 'undetermined',
    why: 'X-1: "nightly" in its range is no version (semver)',
    fixed: [],
  },
  {
    title: 'a bound that cannot be compared does not hide a range that can',
    of: axios('1.0.0'),
    by: [
      npm({ ranges: [semverRange({ introduced: '2.0.0' }, { fixed: 'nightly' }), semverRange({ introduced: '0' })] }),
    ],
    result: 'affected',
  },
  {
    title: 'an ecosystem without an order of versions is undetermined',
    of: component('pkg:opam/thing@1.0'),
    by: [affects('opam', 'thing', { ranges: [ecosystemRange({ introduced: '0' }, { fixed: '2.0' })] })],
    result: 'undetermined',
    why: 'X-1: no order of the versions of opam is known',
    fixed: ['2.0'],
  },
  {
    title: 'in such an ecosystem a range of the type SEMVER has an order all the same',
    of: component('pkg:opam/thing@1.0'),
    by: [
      affects('opam', 'thing', {
        ranges: [
          semverRange(
            { introduced: '0' },
            { fixed: '2.10' },
            { fixed: '2.9' },
            { fixed: '0.9' },
            { introduced: '1.0' },
          ),
        ],
      }),
    ],
    result: 'affected',
    why: 'X-1: 1.0 is in >=1.0 <2.9 (semver)',
    fixed: ['2.9', '2.10'],
  },
  {
    title: 'in such an ecosystem a listed version is affected all the same',
    of: component('pkg:opam/thing@1.0'),
    by: [affects('opam', 'thing', { versions: ['1.0'] })],
    result: 'affected',
  },
]);

for (const [ecosystem, purl, version] of [
  ['PyPI', 'pkg:pypi/django', 'main'],
  ['PyPI', 'pkg:pypi/django', '>=2.2'],
  ['PyPI', 'pkg:pypi/django', '2.2.*'],
  ['PyPI', 'pkg:pypi/django', '4.2.1.custom'],
  ['PyPI', 'pkg:pypi/django', '4.2.1ubuntu0.1'],
  ['Maven', 'pkg:maven/org.example/log', 'unspecified'],
  ['Maven', 'pkg:maven/org.example/log', '${log4j2.version}'],
  ['Maven', 'pkg:maven/org.example/log', '[2.0,3.0)'],
  ['Maven', 'pkg:maven/org.example/log', '2.+'],
  ['Maven', 'pkg:maven/org.example/log', '2.x'],
] as const) {
  test(`${version} of ${ecosystem} names no version: undetermined, and affected where it is listed letter by letter`, () => {
    const of = component(`${purl}@2.2`, { version });
    const name = ecosystem === 'PyPI' ? 'django' : 'org.example:log';
    const ranges = [ecosystemRange({ introduced: '4.2' }, { fixed: '4.2.16' })];
    const judge = (versions: readonly string[]) =>
      evaluateComponent(advise(of), [
        advisory('X-1', { affected: [affects(ecosystem, name, { ranges, versions })] }),
      ])[0];
    const scheme = ecosystem === 'PyPI' ? 'pep440' : 'maven';
    assert.equal(judge([])?.result, 'undetermined');
    assert.equal(judge([])?.why, `X-1: "${version}" is no version (${scheme})`);
    assert.equal(judge([version])?.result, 'affected');
  });
}
