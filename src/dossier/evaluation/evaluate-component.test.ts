import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growsEvenly } from '../../../test/grows-evenly.ts';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { component } from '../../../test/sample-component.ts';
import type { AffectedPackage, AffectedRange, RangeEvent } from '../../model/anomalies/advisory.ts';
import type { Component } from '../../model/component.ts';
import type { Result } from '../../model/anomalies/evaluation.ts';
import { evaluateComponent } from './evaluate-component.ts';

const semverRange = (...events: RangeEvent[]) => range('semver', ...events);
const ecosystemRange = (...events: RangeEvent[]) => range('ecosystem', ...events);
const commits = range('git', { introduced: '0' }, { fixed: '9fceb02d0ae598e95dc970b74767f19372d61af8' });

const otherCommits = range('git', { introduced: '0' }, { fixed: '1f0ceb02d0ae598e95dc970b74767f19372d61af' });
const ladle = (...ranges: AffectedRange[]) => affects('GIT', 'https://github.com/a/ladle', { ranges });

const npm = (facts: Partial<AffectedPackage>) => affects('npm', 'axios', facts);
const pypi = (facts: Partial<AffectedPackage>) => affects('PyPI', 'django', facts);
const debian = (release: string, ...events: RangeEvent[]) =>
  affects(`Debian:${release}`, 'nginx', { ranges: [ecosystemRange(...events)] });

const axios = (version: string) => component(`pkg:npm/axios@${version}`);
const django = (version: string) => component(`pkg:pypi/django@${version}`);
const nginx = (facts: Partial<Component> = {}) =>
  component('pkg:deb/debian/nginx-common@1.22.1-9?arch=all&distro=debian-12', {
    source: { name: 'nginx', version: '1.22.1-9' },
    ...facts,
  });

/** One record, one component, one answer. */
const answers: readonly {
  readonly title: string;
  readonly of: Component;
  readonly by: readonly AffectedPackage[];
  readonly result: Result | 'no finding';
  readonly why?: string;
  readonly fixed?: readonly string[];
}[] = [
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
  {
    title: 'several entries of one package are joined by or',
    of: axios('1.6.0'),
    by: [
      npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '0.28.0' })] }),
      npm({ ranges: [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })] }),
    ],
    result: 'affected',
  },
  {
    title: 'an entry of another package says nothing',
    of: axios('1.6.0'),
    by: [
      npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.0.0' })] }),
      affects('npm', 'axios-mock', { ranges: [semverRange({ introduced: '0' })] }),
      affects('PyPI', 'axios', { ranges: [ecosystemRange({ introduced: '0' })] }),
    ],
    result: 'not-affected',
  },
  {
    title: 'an npm range of the type ECOSYSTEM is ordered like one of the type SEMVER',
    of: axios('1.10.0'),
    by: [npm({ ranges: [ecosystemRange({ introduced: '1.9.0' }, { fixed: '1.11.0' })] })],
    result: 'affected',
  },
  {
    title: 'an npm name keeps its case',
    of: component('pkg:npm/JSONStream@1.0.0'),
    by: [affects('npm', 'jsonstream', { ranges: [semverRange({ introduced: '0' })] })],
    result: 'no finding',
  },
  {
    title: 'a Python name is one name in every spelling',
    of: component('pkg:pypi/zope-interface@5.0', { name: 'zope-interface' }),
    by: [affects('PyPI', 'Zope.Interface', { ranges: [ecosystemRange({ introduced: '0' })] })],
    result: 'affected',
  },
  {
    title: 'a Python name may have points and underscores on the side of the component',
    of: component('pkg:pypi/Zope._Interface@5.0', { name: 'Zope._Interface' }),
    by: [affects('PyPI', 'zope-interface', { ranges: [ecosystemRange({ introduced: '0' })] })],
    result: 'affected',
  },
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
  {
    title: 'a type without an ecosystem has no findings',
    of: component('pkg:generic/axios@1.6.0'),
    by: [npm({ ranges: [semverRange({ introduced: '0' })] })],
    result: 'no finding',
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
  {
    title: 'a Debian binary is judged by its source package, and both are named',
    of: nginx(),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' })],
    result: 'affected',
    why: 'X-1: nginx 1.22.1-9 (source of nginx-common 1.22.1-9) is in <1.22.1-9+deb12u1 of Debian:12 (deb)',
    fixed: ['1.22.1-9+deb12u1'],
  },
  {
    title: 'the version of the source counts, not that of the binary',
    of: nginx({ version: '9:9', source: { name: 'nginx', version: '1.22.1-9+deb12u1' } }),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' })],
    result: 'not-affected',
  },
  {
    title: 'a scanner may name the source in the package URL',
    of: component('pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12&upstream=nginx%401.22.1-9'),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' })],
    result: 'affected',
    why: 'X-1: nginx 1.22.1-9 (source of libssl3 3.0.11-1) is in <1.22.1-9+deb12u1 of Debian:12 (deb)',
  },
  {
    title: 'the epoch that a scanner keeps apart counts, for the source that was built with it too',
    of: component('pkg:rpm/rocky/bind-libs@9.11.26-6.el8?distro=rocky-8.5&epoch=32', {
      source: { name: 'bind', version: '9.11.26-6.el8' },
    }),
    by: [
      affects('Rocky Linux:8', 'bind', {
        ranges: [ecosystemRange({ introduced: '0' }, { fixed: '32:9.11.26-6.el8' })],
      }),
    ],
    result: 'not-affected',
    why: 'X-1: bind 32:9.11.26-6.el8 (source of bind-libs 32:9.11.26-6.el8) is not in <32:9.11.26-6.el8 of Rocky Linux:8 (rpm)',
  },
  {
    title: 'an entry for another release is passed over',
    of: nginx(),
    by: [debian('11', { introduced: '0' })],
    result: 'no finding',
  },
  {
    title: 'of the entries for several releases the own one counts',
    of: nginx(),
    by: [debian('11', { introduced: '0' }), debian('12', { introduced: '0' }, { fixed: '1.22.1-9' })],
    result: 'not-affected',
    why: 'X-1: nginx 1.22.1-9 (source of nginx-common 1.22.1-9) is not in <1.22.1-9 of Debian:12 (deb)',
  },
  {
    title: 'an entry without a release is for all of them',
    of: nginx(),
    by: [affects('Debian', 'nginx', { ranges: [ecosystemRange({ introduced: '0' })] })],
    result: 'affected',
  },
  {
    title: 'a component of an unknown release is undetermined where any release would be affected',
    of: nginx({ purl: 'pkg:deb/debian/nginx-common@1.22.1-9?arch=all' }),
    by: [
      debian('11', { introduced: '0' }, { fixed: '1.18.0-6' }),
      debian('12', { introduced: '0' }, { fixed: '1.22.1-9+deb12u1' }),
    ],
    result: 'undetermined',
    why: 'X-1: nginx 1.22.1-9 (source of nginx-common 1.22.1-9) is in <1.22.1-9+deb12u1 of Debian:12 (deb), but it is not known which release of Debian it comes from',
  },
  {
    title: 'a component of an unknown release is not affected where none of the releases would be',
    of: nginx({ purl: 'pkg:deb/debian/nginx-common@1.22.1-9?arch=all' }),
    by: [
      debian('11', { introduced: '0' }, { fixed: '1.18.0-6' }),
      debian('12', { introduced: '0' }, { fixed: '1.22.1-9' }),
    ],
    result: 'not-affected',
  },
  {
    title: 'the tilde of a back-port is in order',
    of: nginx({ source: { name: 'nginx', version: '1.22.1-9~bpo11+1' } }),
    by: [debian('12', { introduced: '0' }, { fixed: '1.22.1-9' })],
    result: 'affected',
  },
  {
    title: 'a version that dpkg refuses is undetermined',
    of: nginx({ source: { name: 'nginx', version: '1.22.1-' } }),
    by: [debian('12', { introduced: '0' })],
    result: 'undetermined',
  },
];

for (const { title, of, by, result, why, fixed } of answers) {
  test(title, () => {
    const [finding, ...others] = evaluateComponent(of, [advisory('X-1', { affected: by })]);
    assert.deepEqual(others, []);
    assert.equal(finding?.result ?? 'no finding', result, finding?.why);
    if (why !== undefined) assert.equal(finding?.why, why);
    if (fixed !== undefined) assert.deepEqual(finding?.fixed, fixed);
  });
}

const everyAxios = { affected: [npm({ ranges: [semverRange({ introduced: '0' })] })] };
const oldAxios = { affected: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: '1.0.0' })] })] };
const namedAxios = { affected: [npm({})] };

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
      evaluateComponent(of, [advisory('X-1', { affected: [affects(ecosystem, name, { ranges, versions })] })])[0];
    const scheme = ecosystem === 'PyPI' ? 'pep440' : 'maven';
    assert.equal(judge([])?.result, 'undetermined');
    assert.equal(judge([])?.why, `X-1: "${version}" is no version (${scheme})`);
    assert.equal(judge([version])?.result, 'affected');
  });
}

test('a record that says one thing thousands of times takes time by their number', async () => {
  const ranges = (times: number) => Array.from({ length: times }, () => semverRange({ introduced: '0' }));
  const of = axios('1.0.0');
  const judge = (times: number) =>
    evaluateComponent(of, [advisory('X-1', { affected: [npm({ ranges: ranges(times) })] })]);
  await growsEvenly('equal ranges', judge, { enough: 4000 });
});

test('a withdrawn record is kept, but affects nothing', () => {
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('GHSA-1', { ...everyAxios, withdrawn: '2025-03-04T05:06:07Z' }),
  ]);
  assert.equal(finding?.result, 'not-affected');
  assert.equal(finding?.why, 'GHSA-1: it was withdrawn on 2025-03-04');
  assert.deepEqual(finding?.records, [
    { id: 'GHSA-1', feed: 'osv', modified: '2026-01-02T03:04:05Z', hash: 'hash of GHSA-1' },
  ]);
});

test('a withdrawn record does not silence another of the same CVE, nor lend it a severity', () => {
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('GHSA-1', { ...everyAxios, aliases: ['CVE-2024-0001'] }),
    advisory('GHSA-2', {
      ...everyAxios,
      aliases: ['CVE-2024-0001'],
      withdrawn: '2025-03-04T05:06:07Z',
      severities: [{ kind: 'rating', value: 'CRITICAL' }],
    }),
  ]);
  assert.equal(finding?.result, 'affected');
  assert.deepEqual(finding?.severities, []);
  assert.match(
    finding?.why ?? '',
    /^GHSA-1: 1\.6\.0 is in every version \(semver\); GHSA-2 disagrees: it was withdrawn/,
  );
});

test('records of one CVE are one finding, known by the CVE', () => {
  const findings = evaluateComponent(axios('1.6.0'), [
    advisory('PYSEC-1', { ...everyAxios, aliases: ['CVE-2024-0001', 'SNYK-1'], summary: 'second' }),
    advisory('GHSA-1', { ...everyAxios, aliases: ['CVE-2024-0001'], summary: 'first' }),
  ]);
  assert.equal(findings.length, 1);
  assert.equal(findings[0]?.id, 'CVE-2024-0001');
  assert.deepEqual(findings[0]?.aliases, ['GHSA-1', 'PYSEC-1', 'SNYK-1']);
  assert.deepEqual(
    findings[0]?.records.map(({ id }) => id),
    ['GHSA-1', 'PYSEC-1'],
  );
  assert.equal(findings[0]?.summary, 'first');
});

test('of several records the strongest answer holds, and those that disagree are heard', () => {
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('A-1', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('B-1', { ...namedAxios, aliases: ['CVE-2024-0001'] }),
    advisory('C-1', { ...everyAxios, aliases: ['CVE-2024-0001'] }),
  ]);
  assert.equal(finding?.result, 'affected');
  assert.equal(
    finding?.why,
    'C-1: 1.6.0 is in every version (semver); B-1 disagrees: it names the package, but no versions; A-1 disagrees: 1.6.0 is not in <1.0.0 (semver)',
  );
});

test('a database that has a record for each branch does not disagree with itself; another one may', () => {
  const branch = (from: string, to: string) => ({
    aliases: ['CVE-2024-0001'],
    affected: [npm({ ranges: [semverRange({ introduced: from }, { fixed: to })] })],
  });
  const of = (...others: readonly (readonly [string, object])[]) =>
    evaluateComponent(axios('1.6.0'), [
      advisory('X_A-axios-1', branch('1.0.0', '1.6.8')),
      ...others.map(([id, facts]) => advisory(id, { ...branch('2.0.0', '2.1.0'), ...facts })),
    ])[0]?.why;
  const leading = 'X_A-axios-1: 1.6.0 is in >=1.0.0 <1.6.8 (semver)';
  const other = '1.6.0 is not in >=2.0.0 <2.1.0 (semver)';
  assert.equal(of(['X_A-axios-2', {}]), `${leading}; X_A-axios-2 names other versions: ${other}`);
  assert.equal(of(['X_B-axios-2', {}]), `${leading}; X_B-axios-2 disagrees: ${other}`);
  assert.match(of(['X_A-axios-2', { withdrawn: '2025-03-04T05:06:07Z' }]) ?? '', /X_A-axios-2 disagrees: it was withd/);
});

test('a release of a distribution that says a version is mended disagrees with another that says it is not', () => {
  const ofRelease = (release: string, fixed: string) => ({
    aliases: ['CVE-2024-0001'],
    affected: [debian(release, { introduced: '0' }, { fixed })],
  });
  const [finding] = evaluateComponent(component('pkg:deb/debian/nginx@1.22.1-9?arch=all'), [
    advisory('DSA-1', ofRelease('12', '1.22.1-10')),
    advisory('DSA-2', ofRelease('11', '1.22.1-9')),
  ]);
  assert.match(finding?.why ?? '', /DSA-2 disagrees: /);
});

test('of a database whose every record names other versions each disagrees', () => {
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('A-1', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('A-2', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('B-1', { ...everyAxios, aliases: ['CVE-2024-0001'] }),
  ]);
  assert.match(finding?.why ?? '', /^B-1: .*; A-1 disagrees: .*; A-2 disagrees: /);
});

test('undetermined is stronger than not affected', () => {
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('A-1', { ...oldAxios, aliases: ['CVE-2024-0001'] }),
    advisory('B-1', { ...namedAxios, aliases: ['CVE-2024-0001'] }),
  ]);
  assert.equal(finding?.result, 'undetermined');
});

test('a malicious package is malware, by its own id or an alias', () => {
  const byId = evaluateComponent(axios('1.6.0'), [advisory('MAL-2025-1', everyAxios)]);
  const byAlias = evaluateComponent(axios('1.6.0'), [advisory('GHSA-1', { ...everyAxios, aliases: ['MAL-2025-1'] })]);
  assert.deepEqual([byId[0]?.kind, byAlias[0]?.kind], ['malware', 'malware']);
});

test('of several kinds the gravest holds', () => {
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('A-1', { ...everyAxios, aliases: ['CVE-2024-0001'], kind: 'unmaintained' }),
    advisory('B-1', { ...everyAxios, aliases: ['CVE-2024-0001'], kind: 'vulnerability' }),
    advisory('C-1', { ...everyAxios, aliases: ['CVE-2024-0001'], kind: 'notice' }),
  ]);
  assert.equal(finding?.kind, 'vulnerability');
});

test('severities of all records are kept, each once', () => {
  const vector = { kind: 'CVSS_V3', value: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H' };
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('A-1', {
      ...everyAxios,
      aliases: ['CVE-2024-0001'],
      severities: [{ kind: 'rating', value: 'HIGH' }, vector],
    }),
    advisory('B-1', { ...everyAxios, aliases: ['CVE-2024-0001'], severities: [vector] }),
  ]);
  assert.deepEqual(finding?.severities, [vector, { kind: 'rating', value: 'HIGH' }]);
});

test('foreign versions are shown in one line of bearable length', () => {
  const [finding] = evaluateComponent(axios('1.6.0'), [
    advisory('A-1', {
      affected: [npm({ ranges: [semverRange({ introduced: '0' }, { fixed: `2.0\n${'0'.repeat(500)}` })] })],
    }),
  ]);
  assert.ok((finding?.why.length ?? 0) < 200);
  assert.match(finding?.why ?? '', /^[^\n]*0… \(semver\)$/);
});

test('functions that a record calls defective are kept as evidence; empty names and what does not affect are not', () => {
  const ranges = [semverRange({ introduced: '1.0.0' }, { fixed: '1.6.8' })];
  const record = advisory('GHSA-1', {
    affected: [npm({ ranges, functions: ['toFormData', ''] }), npm({ ranges, functions: ['merge'] })],
  });
  assert.deepEqual(evaluateComponent(axios('1.6.0'), [record])[0]?.functions, ['merge', 'toFormData']);
  assert.equal(evaluateComponent(axios('1.6.8'), [record])[0]?.functions, undefined);
});
