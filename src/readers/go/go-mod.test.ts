import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { goMod } from './go-mod.ts';
import { goSum } from './go-sum.ts';
import { goVendor } from './go-vendor.ts';

/** Requirements and other directives, what is read of them, and what is said against them. */
const modules: readonly (readonly [title: string, lines: string, says: readonly string[], problems: RegExp[]])[] = [
  [
    'what the product imports is direct, and nothing tells whether it ships',
    'require (\nb.example/x v1.0.0\nb.example/y v1.0.0 // indirect\n)',
    ['b.example/x@v1.0.0 direct unknown', 'b.example/y@v1.0.0 transitive unknown'],
    [],
  ],
  [
    'a tool that the product does not import is for development',
    'require (\nb.example/x v1.0.0\nb.example/t v1.0.0 // indirect\n)\ntool b.example/t/cmd/gen',
    ['b.example/x@v1.0.0 direct unknown', 'b.example/t@v1.0.0 transitive development'],
    [],
  ],
  [
    'a tool that the product imports too may ship',
    'require b.example/t v1.0.0\ntool b.example/t/cmd/gen',
    ['b.example/t@v1.0.0 direct unknown'],
    [],
  ],
  [
    'a tool lies in the module with the longest path',
    'require (\nb.example/x v1.0.0\nb.example/t v1.0.0 // indirect\nb.example/t/cmd v1.0.0 // indirect\n)\ntool b.example/t/cmd/gen',
    [
      'b.example/x@v1.0.0 direct unknown',
      'b.example/t@v1.0.0 transitive unknown',
      'b.example/t/cmd@v1.0.0 transitive development',
    ],
    [],
  ],
  [
    'a replacement for one version goes before one for all',
    'require b.example/x v1.0.0\nreplace b.example/x => c.example/x v9.0.0\nreplace b.example/x v1.0.0 => d.example/x v8.0.0',
    ['d.example/x@v8.0.0 direct unknown'],
    [],
  ],
  [
    'a replacement for another version is none',
    'require b.example/x v1.0.0\nreplace b.example/x v1.1.0 => ./x',
    ['b.example/x@v1.0.0 direct unknown'],
    [],
  ],
  [
    'a folder below the product is its own, and doubted when its name belongs to somebody else',
    'require a.example/dose/x v1.0.0\nrequire b.example/x v1.0.0\nreplace a.example/dose/x => ./x\nreplace b.example/x => ./y',
    ['own a.example/dose/x@ direct unknown', 'own b.example/x@ direct unknown'],
    [/by its name it is not/],
  ],
  [
    'a folder elsewhere is told',
    'require a.example/dose/x v1.0.0\nreplace a.example/dose/x => ../../x',
    ['own a.example/dose/x@ direct unknown'],
    [/outside of the scanned folder/],
  ],
  [
    'a version that is asked for and excluded is not built',
    'require b.example/x v1.0.0\nexclude b.example/x v1.0.0',
    ['b.example/x@ direct unknown range'],
    [/excluded/],
  ],
  ['a branch can move', 'require b.example/x main', ['b.example/x@main direct unknown mutable'], []],
  ['a requirement without version is told', 'require b.example/x', [], [/is no requirement/]],
  ['a replacement without sense is told', 'replace b.example/x => c.example/x', [], [/makes no sense/]],
];

for (const [title, lines, says, problems] of modules) {
  test(title, () => {
    const { components, diagnostics } = read(`module a.example/dose\ngo 1.24\n${lines}`);
    assert.deepEqual(components.slice(1).map(show), says);
    const warnings = diagnostics.filter(({ severity }) => severity === 'warning').map(({ message }) => message);
    assert.equal(warnings.length, problems.length, warnings.join('\n'));
    for (const [index, problem] of problems.entries()) assert.match(warnings[index] ?? '', problem);
  });
}

const ages: readonly (readonly [language: string, complete: boolean])[] = [
  ['', false],
  ['go 1.9', false],
  ['go 1.16', false],
  ['go 1.17', true],
  ['go 1.26.1', true],
];

for (const [language, complete] of ages) {
  test(`a go.mod with "${language}" ${complete ? 'is complete' : 'is told to be incomplete'}`, () => {
    const { diagnostics } = read(`module a.example/dose\n${language}`);
    assert.equal(!diagnostics.some(({ message }) => message.includes('not all')), complete);
  });
}

test('a replacement of the workspace goes before one of the module', () => {
  const { components } = read(
    'module a.example/dose\ngo 1.24\nrequire b.example/x v1.0.0\nreplace b.example/x => ./x',
    {
      'go.work': 'use ./app\nreplace b.example/x => c.example/x v2.0.0',
    },
  );
  assert.deepEqual(components.slice(1).map(show), ['c.example/x@v2.0.0 direct unknown']);
});

test('a go.work that does not use the module changes nothing', () => {
  const { components } = read('module a.example/dose\ngo 1.24\nrequire b.example/x v1.0.0', {
    'go.work': 'use ./other\nreplace b.example/x => c.example/x v2.0.0',
  });
  assert.deepEqual(components.slice(1).map(show), ['b.example/x@v1.0.0 direct unknown']);
});

test('a workspace is found from its folder, and then its modules', () => {
  const opened = new Map([['app/go.mod', '']]);
  assert.deepEqual(goMod.companions?.(opened, 'app/go.mod', []), ['app/go.sum', 'app/go.work', 'go.work']);
  opened.set('go.work', 'use (\n\t./app\n\t./lib\n\t../elsewhere\n)');
  assert.deepEqual(goMod.companions?.(opened, 'app/go.mod', [])?.slice(3), ['go.work.sum', 'app/go.mod', 'lib/go.mod']);
});

test('no text makes a reader of Go throw', () => {
  const companions = new Map<string, string>();
  fc.assert(
    fc.property(fc.string(), (text) => {
      goMod.read({ path: 'go.mod', text, companions: new Map([['go.sum', text]]) });
      goSum.read({ path: 'go.sum', text, companions });
      goVendor.read({ path: 'vendor/modules.txt', text, companions: new Map([['go.mod', text]]) });
    }),
  );
});

function read(text: string, companions: Readonly<Record<string, string>> = {}): Reading {
  return goMod.read({
    path: 'app/go.mod',
    text,
    companions: new Map([['app/go.mod', text], ...Object.entries(companions)]),
  });
}

function show({ name, version, relation, scope, firstParty, pinning }: Reading['components'][number]): string {
  const kind = pinning.kind === 'exact' ? '' : ` ${pinning.kind}`;
  return `${firstParty ? 'own ' : ''}${name}@${version ?? ''} ${relation} ${scope}${kind}`;
}
