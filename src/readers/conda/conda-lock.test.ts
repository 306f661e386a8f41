import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { condaLock } from './conda-lock.ts';

type Entry = {
  readonly name: string;
  readonly manager?: 'conda' | 'pip';
  readonly platform?: string;
  readonly category?: string;
  readonly needs?: string;
  readonly url?: string;
};

const locks: readonly (readonly [title: string, entries: readonly Entry[], says: readonly string[]])[] = [
  [
    'of several categories the strongest counts',
    [
      { name: 'a', category: 'dev' },
      { name: 'a', category: 'main' },
      { name: 'b', category: 'dev' },
      { name: 'c', category: 'plots' },
    ],
    ['a runtime', 'b development', 'c optional'],
  ],
  [
    'what is needed is looked for on the same platform',
    [
      { name: 'a', platform: 'linux-64', needs: 'b' },
      { name: 'a', platform: 'osx-64' },
      { name: 'b', platform: 'linux-64' },
      { name: 'b', platform: 'osx-64' },
    ],
    ['a runtime -> pkg:conda/b@1', 'b runtime'],
  ],
  [
    'what pip installs finds what conda installed, but not the other way round',
    [
      { name: 'a', needs: 'c' },
      { name: 'b', manager: 'pip', needs: 'a' },
      { name: 'c' },
      { name: 'c', manager: 'pip' },
    ],
    ['a runtime -> pkg:conda/c@1', 'b runtime -> pkg:conda/a@1', 'c runtime', 'c runtime'],
  ],
  [
    'to conda a hyphen is no underscore',
    [{ name: 'a_b' }, { name: 'a-b', needs: 'a_b' }],
    ['a_b runtime', 'a-b runtime -> pkg:conda/a_b@1'],
  ],
  ['what conda provides itself is not looked for', [{ name: 'a', needs: '__glibc' }], ['a runtime']],
];

for (const [title, entries, says] of locks) {
  test(title, () => {
    const { components, diagnostics } = read(lockOf(entries), {});
    const shown = components.map(({ name, scope, dependsOn = [] }) => {
      const needs = dependsOn.map((purl) => purl.replace(/\?.*$/, ''));
      return `${name} ${scope}${needs.length === 0 ? '' : ` -> ${needs.join(' ')}`}`;
    });
    assert.deepEqual(shown, says);
    assert.deepEqual(diagnostics, []);
  });
}

const sourceFiles: readonly (readonly [title: string, files: Readonly<Record<string, string>>, says: string])[] = [
  [
    'all sources are there',
    { 'environment.yml': 'dependencies: [a]', 'dev.yml': 'dependencies: [{pip: [d]}]' },
    'a direct, b transitive, c unknown, d direct',
  ],
  ['a source is not there', { 'environment.yml': 'dependencies: [a]' }, 'a direct, b unknown, c unknown, d unknown'],
  [
    'a source is broken',
    { 'environment.yml': 'dependencies: [a]', 'dev.yml': '{' },
    'a direct, b unknown, c unknown, d unknown',
  ],
  [
    'a source includes another file',
    { 'environment.yml': 'dependencies: [a]', 'dev.yml': 'dependencies: [{pip: [-r x.txt]}]' },
    'a direct, b unknown, c unknown, d unknown',
  ],
];

for (const [title, files, says] of sourceFiles) {
  test(`relations when ${title}`, () => {
    const lock = lockOf([{ name: 'a', needs: 'b' }, { name: 'b' }, { name: 'c' }, { name: 'd', manager: 'pip' }]);
    const { components } = read(lock, files);
    assert.equal(components.map(({ name, relation }) => `${name} ${relation}`).join(', '), says);
  });
}

test('the sources are opened, from the folder of the lockfile', () => {
  const opened = new Map([['env/conda-lock.yml', lockOf([])]]);
  assert.deepEqual(condaLock.companions?.(opened, 'env/conda-lock.yml', []), ['env/environment.yml', 'env/dev.yml']);
});

test('a package that the lockfile lacks is told, but for those of pip, which may have had a condition', () => {
  const { diagnostics } = read(
    lockOf([
      { name: 'a', needs: 'x' },
      { name: 'b', manager: 'pip', needs: 'y' },
    ]),
    {},
  );
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['a needs "x", which this lockfile does not hold'],
  );
});

test('a hash of no known kind is told', () => {
  const broken = lockOf([{ name: 'a' }, { name: 'b', manager: 'pip' }]).replaceAll('0'.repeat(64), 'abc');
  const { components, diagnostics } = read(broken.replaceAll('    sha256', '    md5: null\n    sha256'), {});
  assert.equal(components.length, 2);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['a', 'b'].map((name) => `${name} has the hash "sha256:abc", which is of no known kind or length`),
  );
});

test('a package of pip may come from a repository', () => {
  const url = `git+https://u:p@git.example/a.git@${'0a'.repeat(20)}`;
  const [component] = read(lockOf([{ name: 'a', manager: 'pip', url }]), {}).components;
  assert.equal(component?.repository, 'https://git.example/a.git');
  assert.equal(component.download, undefined);
});

test('a key that stands twice and a second document are refused', () => {
  const text = lockOf([{ name: 'a' }]);
  for (const broken of [`${text}version: '1'\n`, `${text}---\n${text}`]) {
    const { components, diagnostics } = read(broken, {});
    assert.deepEqual(components, []);
    assert.equal(diagnostics[0]?.rule, 'reading/syntax');
  }
});

test('a newer version of the format is told and read, and what is no version is refused', () => {
  const newer = lockOf([{ name: 'a' }]).replace('version: 1\n', 'version: 2\n');
  const { components, diagnostics } = read(newer, {});
  assert.deepEqual(
    components.map(({ name }) => name),
    ['a'],
  );
  assert.match(diagnostics[0]?.message ?? '', /has the format 2, which is newer than 1/);
  assert.match(read('version: x\npackage: []\n', {}).diagnostics[0]?.message ?? '', /only version 1 is known/);
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    ...'version: 1|metadata:|package:|- name: a|  version: 1|  manager: pip|  url: x'.split('|'),
  );
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => void read(lines.join('\n'), {})));
});

function lockOf(entries: readonly Entry[]): string {
  const rows = entries.map(({ name, manager = 'conda', platform = 'linux-64', category = 'main', needs, url }) => {
    const address =
      url ??
      (manager === 'conda'
        ? `https://conda.example/forge/${platform}/${name}-1-h_0.conda`
        : `https://files.pypi.example/${name}-1.whl`);
    return `- name: ${name}
  version: '1'
  manager: ${manager}
  platform: ${platform}
  dependencies:${needs === undefined ? ' {}' : `\n    ${needs}: '*'`}
  url: ${address}
  hash:
    sha256: ${'0'.repeat(64)}
  category: ${category}
  optional: ${category !== 'main'}
`;
  });
  return `version: 1\nmetadata:\n  sources:\n  - environment.yml\n  - dev.yml\npackage:\n${rows.join('')}`;
}

function read(text: string, files: Readonly<Record<string, string>>): Reading {
  return condaLock.read({ path: 'conda-lock.yml', text, companions: new Map(Object.entries(files)) });
}
