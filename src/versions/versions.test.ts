import * as fc from 'fast-check';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { schemes } from './index.ts';
import { schemeOf } from './scheme-of.ts';

for (const { name, compare } of schemes) {
  for (const { line, text, a, relation, b } of relationsOf(name)) {
    test(`${name}.txt:${line} ${text}`, () => {
      const expected = relation === '==' ? [0, 0] : [-1, 1];
      assert.deepEqual([signOf(compare(a, b)), signOf(compare(b, a))], expected);
    });
  }

  test(`${name} has at least 80 relations`, () => {
    assert.ok(relationsOf(name).length >= 80);
  });

  test(`${name} orders every version as equal to itself, letter by letter`, () => {
    fc.assert(
      fc.property(anyText(name), (text) => {
        assert.ok([0, undefined].includes(compare(text, text)));
      }),
    );
  });

  test(`${name} gives the opposite answer the other way round`, () => {
    fc.assert(
      fc.property(anyText(name), anyText(name), (a, b) => {
        const forward = signOf(compare(a, b));
        const backward = signOf(compare(b, a));
        assert.equal(forward, backward === undefined ? undefined : 0 - backward);
      }),
    );
  });

  test(`${name} is transitive`, () => {
    fc.assert(
      fc.property(anyText(name), anyText(name), anyText(name), (a, b, c) => {
        const [ab, bc, ac] = [compare(a, b), compare(b, c), compare(a, c)];
        if (ab === undefined || bc === undefined || ab > 0 || bc > 0) return;
        assert.equal(signOf(ac), ab === 0 && bc === 0 ? 0 : -1);
      }),
      { numRuns: 2000 },
    );
  });

  test(`${name} is undefined only when one of both is no version by itself`, () => {
    fc.assert(
      fc.property(anyText(name), anyText(name), (a, b) => {
        const bothAreVersions = compare(a, a) === 0 && compare(b, b) === 0;
        assert.equal(compare(a, b) !== undefined, bothAreVersions);
      }),
    );
  });

  for (const unit of ['1', '0', '1.', 'a', 'a.', '-', '~', '~1', '.', '1a', '+', '_', ':', ' ', '1.0-', 'dev', 'é']) {
    test(`${name} takes a version of 200,000 characters like any other: ${JSON.stringify(unit)}`, () => {
      const long = `1.0${unit.repeat(200_000 / unit.length)}`;
      const longer = `${long}1`;
      const order = compare(long, longer);
      assert.equal(signOf(compare(longer, long)), order === undefined ? undefined : 0 - (signOf(order) ?? 0));
    });
  }
}

const notVersions: Readonly<Record<string, readonly string[]>> = {
  alpm: ['', ' ', 'a:1', '1 2', '-1', '---'],
  apk: ['', 'latest', '1.0-ruff', '1.0_foo', '1..0', '.1', '1.0-r', '1.0A', 'v1.0'],
  conan: ['', 'latest', '[>=1.0]', '1 0', '-1', 'cci'],
  cran: ['', '1.0a', '1..0', 'R', '1.0 '.repeat(2)],
  gem: ['', ' ', 'latest', '>= 1.0', '1 2', '-1'],
  generic: ['', ' ', 'latest', 'main', '-1'],
  hackage: ['', '1.0-1', '1.a', '1..0', '-1'],
  maven: ['', ' '],
  nuget: ['', 'latest', '[1.0,2.0)', '1.*', '1.0.0.a', '-1'],
  openssl: ['', 'latest', 'a', '1.0.2-foo', '-1'],
  packagist: ['', 'latest', '^1.0', '1 2', '-1'],
  pub: ['', 'latest', '^1.0.0', 'any'],
  rpm: ['', ' ', 'a:1', '1 2', '-1', '_'],
  java: ['', ' ', 'latest', '-1'],
  tag: ['', 'latest', 'main', 'release-candidate'],
  deb: ['', ' ', '1:', ':1', 'a:1', '1.0:1', '1.0-', '-1', '1 2', '2147483648:1'],
  pep440: ['', ' ', '\n'],
  semver: [
    '',
    ' ',
    'v',
    'latest',
    '*',
    'x',
    '1.x',
    '1.rc1',
    '1.2.x',
    '1.2.*',
    'main',
    '4f2bce1',
    'nightly.2026-03-10.0',
    '-1.0',
  ],
};

for (const { name, compare } of schemes) {
  for (const text of notVersions[name] ?? []) {
    test(`${name}: ${JSON.stringify(text)} is no version`, () => {
      assert.deepEqual([compare(text, '1.0'), compare('1.0', text), compare(text, text)], Array(3).fill(undefined));
    });
  }
}

const ecosystems: readonly (readonly [string, string | undefined])[] = [
  ['npm', 'semver'],
  ['crates.io', 'semver'],
  ['Go', 'semver'],
  ['PyPI', 'pep440'],
  ['Debian', 'deb'],
  ['Debian:12', 'deb'],
  ['Ubuntu:22.04:LTS', 'deb'],
  ['Maven', 'maven'],
  ['Maven:https://maven.example/', 'maven'],
  ['Red Hat:rhel_aus:8.4::appstream', 'rpm'],
  ['Alpine:v3.19', 'apk'],
  ['RubyGems', 'gem'],
  ['Packagist', 'packagist'],
  ['conda', undefined],
  ['NPM', undefined],
  ['', undefined],
];

for (const [ecosystem, expected] of ecosystems) {
  test(`${JSON.stringify(ecosystem)} is ordered by ${expected ?? 'no scheme'}`, () => {
    assert.equal(schemeOf(ecosystem)?.name, expected);
  });
}

test('no ecosystem is ordered by two schemes', () => {
  const named = schemes.flatMap(({ ecosystems }) => ecosystems);
  assert.equal(new Set(named).size, named.length);
});

function relationsOf(scheme: string) {
  const text = readFileSync(new URL(`./fixtures/${scheme}.txt`, import.meta.url), 'utf8');
  return text.split('\n').flatMap((row, index) => {
    if (row === '' || row.startsWith('#')) return [];
    const relation = /^(?<a>\S+) (?<relation><|==) (?<b>\S+)$/.exec(row)?.groups;
    assert.ok(relation, `${scheme}.txt:${index + 1} is no relation: ${row}`);
    return [
      { line: index + 1, text: row, a: relation['a'] ?? '', relation: relation['relation'], b: relation['b'] ?? '' },
    ];
  });
}

function signOf(order: number | undefined): number | undefined {
  return order === undefined ? undefined : Math.sign(order);
}

/** Arbitrary texts, texts that look like versions of any scheme, and the real ones of the fixtures. */
function anyText(scheme: string): fc.Arbitrary<string> {
  const real = relationsOf(scheme).flatMap(({ a, b }) => [a, b]);
  const pieces = [
    '0',
    '1',
    '2',
    '10',
    '.',
    '-',
    '+',
    '~',
    ':',
    '!',
    '_',
    'a',
    'b',
    'rc',
    'dev',
    'post',
    'final',
    'v',
    ' ',
  ];
  return fc.oneof(
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 4, arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 7 }).map((list) => list.join('')) },
    { weight: 2, arbitrary: fc.constantFrom(...real) },
  );
}
