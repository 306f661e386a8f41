import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { pubspecLock } from './pubspec-lock.ts';

/** Packages with what the lockfile calls them, a pubspec.yaml, and what is read. */
const uses: readonly (readonly [title: string, packages: string, pubspec: string | undefined, says: string])[] = [
  ['what the file calls direct is direct', 'a: main, b: dev', undefined, 'a direct runtime, b direct development'],
  [
    'of what is brought in by both nobody knows the use',
    'a: main, b: dev, c: transitive',
    undefined,
    'a direct runtime, b direct development, c transitive unknown',
  ],
  [
    'what is brought in by runtime packages alone is runtime',
    'a: main, c: transitive',
    undefined,
    'a direct runtime, c transitive runtime',
  ],
  [
    'what is brought in by development packages alone is for development',
    'b: dev, c: transitive',
    undefined,
    'b direct development, c transitive development',
  ],
  [
    'what is overridden may be needed by anything',
    'a: main, o: overridden, c: transitive',
    undefined,
    'a direct runtime, o direct unknown, c transitive unknown',
  ],
  [
    'pubspec.yaml tells what an overridden package is for',
    'm: overridden, d: overridden, o: overridden',
    'dependencies: {m: ^1.0.0}\ndev_dependencies:\n  d: any\ndependency_overrides: {m: 1.0.0, d: 1.0.0, o: 1.0.0}',
    'm direct runtime, d direct development, o direct unknown',
  ],
  ['a broken pubspec.yaml tells nothing', 'm: overridden', 'dependencies: [m', 'm direct unknown'],
  ['an empty list tells nothing', 'm: overridden', 'dependencies:\n', 'm direct unknown'],
];

for (const [title, packages, pubspec, says] of uses) {
  test(title, () => {
    const entries = packages.split(', ').map((word) => {
      const [name = '', kind = ''] = word.split(': ');
      const dependency = kind === 'transitive' ? kind : `"direct ${kind}"`;
      return entry(name, `dependency: ${dependency}\n    source: hosted\n    version: "1.0.0"`);
    });
    const { components, diagnostics } = read(entries.join(''), pubspec);
    assert.equal(components.map(({ name, relation, scope }) => `${name} ${relation} ${scope}`).join(', '), says);
    assert.deepEqual(diagnostics, []);
  });
}

/** A package's source, and how it is taken. */
const sources: readonly (readonly [fields: string, says: string])[] = [
  ['source: hosted\n    version: "1.0.0"', '1.0.0 exact'],
  ['source: hosted', 'undefined range'],
  ['source: sdk\n    version: "0.0.0"', 'undefined range'],
  ['source: path\n    version: "1.0.0"', '1.0.0 exact own'],
  ['source: git\n    version: "1.0.0"', '1.0.0 mutable'],
];

for (const [fields, says] of sources) {
  test(`a package with ${JSON.stringify(fields)} is ${says}`, () => {
    const description = 'description:\n      path: "../a"\n      ref: main\n      url: "https://u:p@git.example/a"';
    const [component] = read(
      entry('a', `${description}\n    ${fields}`).replace('    description: a\n', ''),
    ).components;
    const own = component?.firstParty === true ? ' own' : '';
    assert.equal(`${component?.version} ${component?.pinning.kind}${own}`, says);
    assert.ok(!component?.purl.includes('u:p'));
  });
}

test('a folder outside of what is scanned and an unknown source are told', () => {
  const outside = 'description:\n      path: "../../../a"\n    source: path\n    version: "1.0.0"';
  const messages = read(
    entry('a', outside).replace('    description: a\n', '') + entry('b', 'source: ftp\n    version: "1.0.0"'),
  ).diagnostics.map(({ message }) => message);
  assert.equal(messages.length, 2);
  assert.match(messages[0] ?? '', /outside of the scanned one/);
  assert.match(messages[1] ?? '', /unknown source "ftp"/);
});

test('a file without packages is one', () => {
  for (const nothing of ['packages: {}\nsdks: {}', 'packages:\nsdks:\n  dart: any']) {
    const { components, diagnostics } = pubspecLock.read({
      path: 'pubspec.lock',
      text: nothing,
      companions: new Map(),
    });
    assert.deepEqual([components, diagnostics], [[], []]);
  }
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(text, text)));
});

function entry(name: string, fields: string): string {
  return `  ${name}:\n    description: ${name}\n    ${fields}\n`;
}

function read(packages: string, pubspec?: string): Reading {
  const companions = new Map(pubspec === undefined ? [] : [['app/x/pubspec.yaml', pubspec]]);
  return pubspecLock.read({ path: 'app/x/pubspec.lock', text: `packages:\n${packages}`, companions });
}
