import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { requirements } from './requirements.ts';

test('no text makes it throw, and every place lies inside of the text', () => {
  const word = fc.constantFrom(
    'a',
    '==',
    '1',
    '-r',
    '-e',
    '@',
    '[',
    ']',
    ';',
    '#',
    ' # via',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '://',
    'git+',
    '/',
    '--hash=',
    '${',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(word).map((words) => words.join('')),
      ),
      (text) => {
        const lines = text.split('\n').length;
        const { components, diagnostics } = read(text);
        for (const { foundAt } of components) assert.ok(foundAt.every(({ line }) => line >= 1 && line <= lines));
        for (const { place } of diagnostics) assert.ok(!('line' in place) || (place.line >= 1 && place.line <= lines));
      },
    ),
  );
});

test('passwords and tokens of addresses are told to nobody', () => {
  const address = fc.constantFrom(
    'https://user:S3CRET@x.example/a',
    'https://S3CRET@x.example/a-1.0.tar.gz',
    'https://x.example/a.zip?token=S3CRET',
    'git+https://user:S3CRET@x.example/a@main',
    'git+ssh://git:S3CRET@x.example/a.git@v1#egg=a',
    'file://user:S3CRET@x/a',
  );
  const before = fc.constantFrom(
    '',
    'a @ ',
    'a==1 @ ',
    '-e ',
    '-r ',
    '-c ',
    '-i ',
    '-f ',
    '--index-url=',
    '--wrong ',
    '-x',
    '? ',
    'a==',
  );
  const after = fc.constantFrom('', ' ; python_version > "3"', ' --hash=sha256:0', ' # note', '[x]', ' and more');
  fc.assert(
    fc.property(before, address, after, (start, middle, end) => {
      const reading = read(`good==1\nfine==2\n${start}${middle}${end}\n`);
      assert.ok(!JSON.stringify(reading).includes('S3CRET'));
    }),
    { numRuns: 400 },
  );
});

const pinnedTogether: readonly (readonly [text: string, purls: readonly string[]])[] = [
  ['a==1\na[x]', ['pkg:pypi/a@1']],
  ['a[x]>=0\nA==1', ['pkg:pypi/a@1']],
  ['a==1; python_version<"3"\na>=1', ['pkg:pypi/a@1', 'pkg:pypi/a']],
  ['a==1\na==2', ['pkg:pypi/a@1', 'pkg:pypi/a@2']],
  ['a>=1\na<2', ['pkg:pypi/a', 'pkg:pypi/a']],
];

for (const [text, purls] of pinnedTogether) {
  test(`${JSON.stringify(text)} asks for ${purls.join(' and ')}`, () => {
    assert.deepEqual(
      read(text).components.map(({ purl }) => purl),
      purls,
    );
  });
}

test('one wrong line is told, and most lines wrong make it another kind of file', () => {
  assert.equal(read('a==1\nb=2\n').components.length, 1);
  assert.deepEqual(
    read('a==1\nb=2\n').diagnostics.map(({ rule }) => rule),
    ['reading/entry'],
  );
  assert.equal(read('a==1\nb=2\nc=3\n').components.length, 0);
  assert.deepEqual(
    read('a==1\nb=2\nc=3\n').diagnostics.map(({ rule, place }) => [rule, place]),
    [['reading/syntax', { file: 'requirements.txt', line: 2 }]],
  );
});

const included: readonly (readonly [line: string, path: string, companions: readonly string[]])[] = [
  ['-r requirements/base.txt', 'requirements.txt', ['requirements/base.txt']],
  ['-r ../requirements.txt', 'requirements/dev.txt', ['requirements.txt']],
  ['-r .\\sub\\requirements.txt', 'requirements.txt', ['sub/requirements.txt']],
  ['-r base.txt', 'requirements.txt', []],
  ['-r ../requirements.txt', 'requirements.txt', []],
  ['-r /srv/requirements.txt', 'requirements.txt', []],
  ['-r https://x.example/requirements.txt', 'requirements.txt', []],
  ['-r ${HOME}/requirements.txt', 'requirements.txt', []],
  ['-c requirements/limits.txt', 'requirements.txt', []],
];

for (const [line, path, companions] of included) {
  test(`${line} in ${path} opens ${companions.join() || 'nothing'}`, () => {
    assert.deepEqual(requirements.companions?.(new Map([[path, line]]), path, []), companions);
  });
}

test('a file that is included and there leaves nothing to say; one that is missing does', () => {
  const text = 'a==1\n-r requirements-b.txt\n';
  const there = new Map([['requirements-b.txt', 'b==1']]);
  assert.deepEqual(requirements.read({ path: 'requirements.txt', text, companions: there }).diagnostics, []);
  assert.equal(read(text).diagnostics.length, 1);
});

for (const path of ['requirements/constraints.txt', 'requirements-constraints.txt', 'constraints-requirements.txt']) {
  test(`${path} brings no components, and says so`, () => {
    const { components, diagnostics } = requirements.read({ path, text: 'a==1\n', companions: new Map() });
    assert.deepEqual(components, []);
    assert.deepEqual(
      diagnostics.map(({ severity }) => severity),
      ['note'],
    );
  });
}

function read(text: string): Reading {
  return requirements.read({ path: 'requirements.txt', text, companions: new Map() });
}
