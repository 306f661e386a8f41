import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { purlTypes } from './purl-types.ts';
import { formatPurl, packageOf, parsePurl, type PurlParts } from './purl.ts';

const rows = readFileSync(new URL('fixtures/purls.tsv', import.meta.url), 'utf8')
  .split('\n')
  .map((text, index) => ({ text, line: index + 1 }))
  .filter(({ text }) => text !== '' && !text.startsWith('#'))
  .map(({ text, line }) => {
    const [input = '', canonical = '', why] = text.split('\t');
    return { line, input, canonical, why: why === undefined ? '' : ` (${why})` };
  });

for (const { line, input, canonical, why } of rows) {
  test(`purls.tsv:${line} ${JSON.stringify(input)} is ${canonical}${why}`, () => {
    const parts = parsePurl(input);
    assert.equal(parts === undefined ? 'refused' : formatPurl(parts), canonical);
    if (parts !== undefined) assert.equal(packageOf(input), packageOf(canonical));
  });
}

test('every type with rules of its own has a row', () => {
  const tried = new Set(rows.map(({ canonical }) => /^pkg:([^/]+)/.exec(canonical)?.[1]));
  assert.deepEqual(
    [...purlTypes.keys()].filter((type) => !tried.has(type)),
    [],
  );
});

test('every type that has no namespace, or not without one, refuses the other', () => {
  const wrong = [...purlTypes].flatMap(([type, { namespace }]) =>
    namespace === 'required' ? `pkg:${type}/a` : namespace === 'forbidden' ? `pkg:${type}/a/b` : [],
  );
  assert.equal(wrong.length, 25);
  assert.deepEqual(wrong.filter(parsePurl), []);
});

const parsed: Readonly<Record<string, PurlParts>> = {
  'pkg:npm/%40babel/core@7.26.0': purl({ type: 'npm', namespace: '@babel', name: 'core', version: '7.26.0' }),
  'pkg:npm/%40babel%2Fcore': purl({ type: 'npm', namespace: '@babel', name: 'core' }),
  'pkg:golang/github.com/gin-gonic/gin@v1#x': purl({
    type: 'golang',
    namespace: 'github.com/gin-gonic',
    name: 'gin',
    version: 'v1',
    subpath: 'x',
  }),
  'pkg:git/git.example/imaging/codec@0a': purl({
    type: 'git',
    namespace: 'git.example',
    name: 'imaging/codec',
    version: '0a',
  }),
  'pkg:generic/acme%2Fcodec': purl({ type: 'generic', name: 'acme/codec' }),
  'pkg:deb/Debian/C%2B%2B@1:2%2B3?Arch=x&vcs_url=https:%2F%2Fgit.example%2Fa%40b': purl({
    type: 'deb',
    namespace: 'debian',
    name: 'c++',
    version: '1:2+3',
    qualifiers: { arch: 'x', vcs_url: 'https://git.example/a@b' },
  }),
};

for (const [text, parts] of Object.entries(parsed)) {
  test(`the parts of ${text}`, () => assert.deepEqual(parsePurl(text), parts));
}

const formatted: readonly (readonly [parts: PurlParts, text: string])[] = [
  [{ type: 'NPM', name: 'left-pad' }, 'pkg:npm/left-pad'],
  [{ type: 'npm', name: '@babel/core', version: '' }, 'pkg:npm/%40babel/core'],
  [{ type: 'generic', namespace: '/a//b/', name: '/c/d/' }, 'pkg:generic/a/b/c%2Fd'],
  [{ type: 'git', namespace: 'git.example', name: '/a//b' }, 'pkg:git/git.example/a/b'],
  [{ type: 'generic', name: '\ud800' }, 'pkg:generic/%EF%BF%BD'],
  [{ type: 'generic', name: 'a', qualifiers: { Z: '1', b: '', c: undefined, a: '/' } }, 'pkg:generic/a?a=%2F&z=1'],
  [{ type: 'generic', name: 'a', qualifiers: { b: '' }, subpath: '/../' }, 'pkg:generic/a'],
];

for (const [parts, text] of formatted) {
  test(`${text} is written from ${JSON.stringify(parts)}`, () => assert.equal(formatPurl(parts), text));
}

const broken: readonly PurlParts[] = [
  { type: 'n/m', name: 'a' },
  { type: 'npm', name: '' },
  { type: 'generic', namespace: 'a/b', name: '' },
  { type: 'swift', namespace: 'github.com/acme', name: '/' },
  { type: 'git', namespace: 'git.example/acme', name: '' },
  { type: 'maven', name: 'a' },
  { type: 'pypi', namespace: 'a', name: 'b' },
  { type: 'cpan', name: 'a::b' },
  { type: 'npm', name: 'a', qualifiers: { 'two words': 'x' } },
];

for (const parts of broken) {
  test(`what is written from ${JSON.stringify(parts)} is refused`, () =>
    assert.equal(parsePurl(formatPurl(parts)), undefined));
}

const packages: Readonly<Record<string, string>> = {
  'pkg:npm/%40babel/core@7.26.0?arch=a%40b#c%40d': 'pkg:npm/%40babel/core',
  'pkg:npm/@babel/core@7.26.0': 'pkg:npm/%40babel/core',
  'pkg:brew/openssl@3@3.4.0': 'pkg:brew/openssl%403',
  'pkg:nuget/Fo-Dicom@5.1.3': 'pkg:nuget/Fo-Dicom',
  'pkg:pub/image-picker@1': 'pkg:pub/image_picker',
  'pkg:cpan/gbarr/timedate@2.33': 'pkg:cpan/GBARR/timedate',
  'pkg:npm//left-pad': 'pkg:npm/left-pad',
  'pkg:git/git.example/a/b@1#c': 'pkg:git/git.example/a/b',
  'pkg:deb/debian/libstdc%2B%2B6@14?arch=amd64': 'pkg:deb/debian/libstdc%2B%2B6',
  'pkg:mlflow/Lesions@3?repository_url=https://adb-1.2.azuredatabricks.net': 'pkg:mlflow/lesions',
  'pkg:maven/log4j-core@2': 'pkg:maven/log4j-core@2',
  'not a package URL@1': 'not a package URL@1',
};

for (const [text, expected] of Object.entries(packages)) {
  test(`the package of ${text} is ${expected}`, () => assert.equal(packageOf(text), expected));
}

const word = fc.stringMatching(/^[a-p]{1,6}$/);
const foreign = fc.string({
  unit: fc.constantFrom(' ', ...'a Z 0 . - _ ~ : / @ ? = & # % + ( é 🍲 \ud800'.split(' ')),
});
const segment = foreign.map((text) => text.toWellFormed().replaceAll('/', '')).filter((text) => text !== '');
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/'));
const optional = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined });
const tail = {
  version: optional(segment),
  qualifiers: optional(
    fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9._-]{0,5}$/), segment, { minKeys: 1, noNullPrototype: true }),
  ),
  subpath: optional(path.filter((text) => text.split('/').every((part) => part !== '.' && part !== '..'))),
};

/** Whatever the general rules allow, and plain names for the types that ask more. */
const legalParts: fc.Arbitrary<PurlParts> = fc.oneof(
  fc.record({
    type: fc.constantFrom('generic', 'swid', 'x.own-1'),
    namespace: optional(path),
    name: path,
    ...tail,
  }),
  fc.constantFrom(...purlTypes).chain(([type, { namespace, spelling, permitted }]) => {
    const spelt = word.map((text) => spelling?.namespace?.(text, undefined) ?? text);
    return fc.record({
      type: fc.constant(type),
      namespace:
        namespace === 'forbidden' ? fc.constant(undefined) : namespace === 'required' ? spelt : optional(spelt),
      name: permitted?.version === undefined ? word : fc.stringMatching(/^[a-p]{32}$/),
      version: optional(fc.stringMatching(/^[1-9](\.[0-9]){0,3}$/)),
      qualifiers: tail.qualifiers,
      subpath: optional(word),
    });
  }),
);

const anyParts: fc.Arbitrary<PurlParts> = fc.record({
  type: fc.oneof(fc.constantFrom(...purlTypes.keys(), 'generic', 'NPM'), segment),
  namespace: optional(foreign),
  name: foreign,
  version: optional(foreign),
  qualifiers: optional(fc.dictionary(fc.oneof(word, foreign), optional(foreign))),
  subpath: optional(foreign),
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(fc.constantFrom('pkg:', 'pkg://', 'PKG:'), fc.constantFrom(...purlTypes.keys(), 'generic', 'Npm'), foreign)
    .map(([scheme, type, rest]) => `${scheme}${type}/${rest}`),
  fc
    .array(fc.constantFrom('pkg:', 'npm', '/', '@', '?', '#', 'a=', '%40', '%', 'B', '::', '..'))
    .map((list) => list.join('')),
);

test('legal parts are read back as they were written', () => {
  fc.assert(fc.property(legalParts, (parts) => assert.deepEqual(parsePurl(formatPurl(parts)), purl(parts))));
});

test('what is written from any parts is read back letter by letter, or refused', () => {
  fc.assert(
    fc.property(anyParts, (parts) => staysOrRefused(formatPurl(parts))),
    { numRuns: 1000 },
  );
});

test('any text is answered, and canonical form stays canonical', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const parts = parsePurl(text);
      return parts === undefined || staysOrRefused(formatPurl(parts));
    }),
    { numRuns: 1000 },
  );
});

test('canonical form has no character but those that need no escape', () => {
  fc.assert(
    fc.property(legalParts, (parts) => {
      assert.match(formatPurl(parts), /^pkg:[a-z0-9./_~:%@?=&#A-Z-]+$/);
    }),
  );
});

test('the package of a package URL is its type, namespace and name, the quick way or the thorough one', () => {
  const packageParts = ({ type, namespace, name }: PurlParts) => ({ type, namespace, name });
  fc.assert(
    fc.property(fc.oneof(anyText, legalParts.map(formatPurl), anyParts.map(formatPurl)), (text) => {
      const parts = parsePurl(text);
      if (parts === undefined) return;
      assert.equal(packageOf(text), formatPurl(packageParts(parts)));
      assert.equal(packageOf(packageOf(text)), packageOf(text));
    }),
    { numRuns: 2000 },
  );
});

test('two hundred thousand characters do no harm', () => {
  for (const piece of ['/', '@', '%', '%40', '#', '?', 'a&', 'a/', 'a@', './', ':', 'a=1&', ' ', 'é']) {
    const long = piece.repeat(200_000 / piece.length);
    for (const text of [long, `pkg:npm/${long}`, `pkg:npm/a@1?b=${long}`, `pkg:npm/a#${long}`, `${long}!`]) {
      parsePurl(text);
      packageOf(text);
      formatPurl({ type: 'git', namespace: text, name: text, version: text, qualifiers: { a: text }, subpath: text });
    }
  }
});

function staysOrRefused(text: string): boolean {
  const parts = parsePurl(text);
  return parts === undefined || formatPurl(parts) === text;
}

/** All parts, as `parsePurl` gives them. */
function purl({ type, namespace, name, version, qualifiers, subpath }: PurlParts): PurlParts {
  return { type, namespace, name, version, qualifiers, subpath };
}
