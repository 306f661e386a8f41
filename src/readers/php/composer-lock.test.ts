import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { composerLock } from './composer-lock.ts';

const commit = 'a'.repeat(40);
const git = { type: 'git', url: 'https://user:secret@git.example/v/a.git' };

/** Fields of a package, and how firmly it is pinned and whose it is. */
const pinned: readonly (readonly [fields: object, says: string])[] = [
  [{ version: '1.2.3' }, 'pkg:composer/v/a@1.2.3 exact'],
  [{ version: 'dev-main' }, 'pkg:composer/v/a@dev-main mutable'],
  [{ version: '2.x-dev' }, 'pkg:composer/v/a@2.x-dev mutable'],
  [{ version: 'dev-main', dist: { type: 'zip', url: 'a.zip', reference: commit } }, 'pkg:composer/v/a@dev-main exact'],
  [
    { version: 'dev-main', source: { ...git, reference: commit } },
    `pkg:composer/v/a@dev-main?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fv%2Fa.git%40${commit} exact`,
  ],
  [
    { version: '1.2.3', source: { ...git, reference: commit }, 'notification-url': 'https://packagist.example/' },
    'pkg:composer/v/a@1.2.3 exact',
  ],
  [{ version: 'dev-main', dist: { type: 'path', url: 'parts/a' } }, 'pkg:composer/v/a@dev-main exact own'],
];

for (const [fields, says] of pinned) {
  test(`a package with ${JSON.stringify(fields)} is ${says}`, () => {
    const [one] = read([{ name: 'v/a', ...fields }]).components;
    assert.equal(`${one?.purl} ${one?.pinning.kind}${one?.firstParty === true ? ' own' : ''}`, says);
    assert.ok(!JSON.stringify(one).includes('secret'));
  });
}

/** What stands in a package's `license`, and what that states. */
const licences: readonly (readonly [written: unknown, states: string | undefined])[] = [
  [['MIT'], 'MIT'],
  ['MIT', 'MIT'],
  [['MIT', 'GPL-2.0-only'], 'MIT OR GPL-2.0-only'],
  [['MIT and Zlib', '(MIT or X11)'], '(MIT and Zlib) OR (MIT or X11)'],
  [[], undefined],
  [[''], undefined],
];

for (const [written, states] of licences) {
  test(`the licences ${JSON.stringify(written)} are ${states ?? 'none'}`, () => {
    const [one] = read([{ name: 'v/a', version: '1', license: written }]).components;
    assert.equal(one?.licences[0]?.expression, states);
  });
}

/** The needs of a package, what else is locked, and what they lead to. */
const needs: readonly (readonly [title: string, needed: string, other: object, leadsTo: string])[] = [
  ['a name is compared without case', 'V/B', {}, 'pkg:composer/v/b@1'],
  ['what replaces a package stands in for it', 'v/old', { replace: { 'v/old': '*' } }, 'pkg:composer/v/b@1'],
  ['what provides a package stands in for it', 'v/virtual', { provide: { 'v/virtual': '1' } }, 'pkg:composer/v/b@1'],
  ['an extension is no package', 'ext-json', {}, ''],
  ['what the product provides itself is not missing', 'v/own', {}, ''],
  ['what is missing is told', 'v/c', {}, '! v/a needs "v/c", which this lockfile does not hold'],
];

for (const [title, needed, other, leadsTo] of needs) {
  test(title, () => {
    const { components, diagnostics } = read(
      [
        { name: 'v/a', version: '1', require: { [needed]: '*' } },
        { name: 'v/b', version: '1', ...other },
      ],
      { provide: { 'v/own': '*' } },
    );
    const told = diagnostics.filter(({ severity }) => severity !== 'note').map(({ message }) => `! ${message}`);
    assert.equal([...(components[0]?.dependsOn ?? []), ...told].join(' '), leadsTo);
  });
}

test('what composer.json asks for is direct; without it nobody knows', () => {
  const packages = [
    { name: 'v/a', version: '1' },
    { name: 'v/b', version: '1' },
  ];
  const relations = (manifest?: object) => read(packages, manifest).components.map(({ relation }) => relation);
  assert.deepEqual(relations({ require: { 'V/a': '*' } }), ['direct', 'transitive']);
  assert.deepEqual(relations(), ['unknown', 'unknown']);
});

test('what a folder of the product asks for is direct, and the product itself does not ask for it', () => {
  const { components } = read(
    [
      { name: 'v/a', version: 'dev-main', dist: { type: 'path', url: 'parts/a' }, require: { 'v/b': '*' } },
      { name: 'v/b', version: '1', require: { 'v/c': '*' } },
      { name: 'v/c', version: '1' },
    ],
    { name: 'v/root', require: { 'v/a': '*' } },
  );
  assert.deepEqual(
    components.map(({ name, relation, dependsOn = [] }) => `${name} ${relation} ${dependsOn.join(' ')}`.trim()),
    [
      'v/root direct pkg:composer/v/a@dev-main',
      'v/a direct pkg:composer/v/b@1',
      'v/b direct pkg:composer/v/c@1',
      'v/c transitive',
    ],
  );
});

test('a composer.json that cannot be used and one that asks for what is not locked are told', () => {
  const told = (manifest: object) => read([], manifest).diagnostics.map(({ message }) => message);
  assert.deepEqual(told({ require: { 'v/z': '*' } }), [
    'app/composer.json asks for "v/z", which composer.lock does not list',
  ]);
  assert.match(told({ require: 'v/z' })[0] ?? '', /app\/composer.json cannot be used: "require"/);
});

test('a folder outside of what is scanned is told', () => {
  const { diagnostics } = read([{ name: 'v/a', version: '1', dist: { type: 'path', url: '../../a' } }]);
  assert.match(diagnostics[0]?.message ?? '', /outside of the scanned one/);
});

test('a crowd that meets one need is no lockfile', () => {
  const crowd = Array.from({ length: 201 }, (_, index) => ({
    name: `v/p${index}`,
    version: '1',
    require: { 'v/x': '*' },
    provide: { 'v/x': '*' },
  }));
  const { components, diagnostics } = read(crowd);
  assert.deepEqual(components, []);
  assert.match(diagnostics[0]?.message ?? '', /201 of its packages meet the need for "v\/x"/);
  assert.equal(read(crowd.slice(1)).components.length, 200);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.jsonValue(), (text, value) => {
      composerLock.read({ path: 'composer.lock', text, companions: new Map([['composer.json', text]]) });
      composerLock.read({
        path: 'composer.lock',
        text: JSON.stringify({ packages: [value] }),
        companions: new Map([['composer.json', JSON.stringify(value)]]),
      });
    }),
  );
});

function read(packages: readonly object[], manifest?: object): Reading {
  const companions = new Map(manifest === undefined ? [] : [['app/composer.json', JSON.stringify(manifest)]]);
  return composerLock.read({ path: 'app/composer.lock', text: JSON.stringify({ packages }), companions });
}
