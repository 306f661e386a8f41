import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bareComponent } from '../../base/packages/bare-component.ts';
import { sideBySide } from '../../base/packages/side-by-side.ts';
import type { Component } from '../../model/component.ts';
import type { RegistryFacts } from '../../model/inventory/metadata.ts';
import { loadRecords } from '../../records/load.ts';
import { withFacts } from './with-facts.ts';

const at = { file: 'package-lock.json', line: 5 };
const source = 'https://npm.example/left-pad';

/** left-pad with what its files, the registry and its record state. */
function padWith(
  told: Partial<Component>,
  facts: RegistryFacts | undefined,
  manufacturer = '',
  registry = 'npm',
): Component {
  const answers = [{ registry, source, asOf: '2026-11-10', facts }];
  const lock = { packages: [{ purl: 'pkg:npm/left-pad@1.3.0', answers }] };
  const { metadata, items } = loadRecords(
    new Map([
      ['soup/metadata.lock.json', JSON.stringify(lock, undefined, 2)],
      ['soup/items/npm-left-pad.yaml', `soup: pkg:npm/left-pad\nstatus: draft\n${manufacturer}\n`],
    ]),
  );
  const pad = { ...bareComponent({ type: 'npm', name: 'left-pad', version: '1.3.0' }, at), ...told };
  const [component] = withFacts([pad], facts === undefined ? undefined : metadata, items);
  assert.ok(component !== undefined);
  return component;
}

const project = 'manufacturer: { name: left-pad project, kind: project }';

test('what files do not tell is taken from the registry, the licence with its line', () => {
  const pad = padWith(
    {},
    { supplier: 'Acme', licence: 'MIT', repository: 'https://git.example/pad', originator: 'Ada' },
  );
  assert.deepEqual([pad.supplier, pad.repository, pad.originator], ['Acme', 'https://git.example/pad', 'Ada']);
  assert.deepEqual(pad.licences, [{ expression: 'MIT', at: { file: 'soup/metadata.lock.json', line: 4 } }]);
});

test('a licence that only a collection states is a conclusion of others, and nobody’s declaration', () => {
  const { licences } = padWith({}, { licence: 'MIT' }, '', 'depsdev');
  assert.deepEqual(
    licences.map(({ expression, said }) => [expression, said]),
    [['MIT', 'concluded']],
  );
});

test('the word of files stays, and another one of the registry stands beside it', () => {
  const pad = padWith({ licences: [{ expression: 'WTFPL', at }] }, { licence: 'MIT' });
  assert.deepEqual(
    pad.licences.map(({ expression }) => expression),
    ['WTFPL'],
  );
  const values = [
    { value: 'WTFPL', sources: ['package-lock.json:5'] },
    { value: 'MIT', sources: [`${source}, 2026-11-10`] },
  ];
  assert.deepEqual(sideBySide(pad), [{ fact: 'licence', values, differ: true }]);
});

test('a person’s record says who made it, over the registry, and is named as the source', () => {
  const pad = padWith({}, { originator: 'Ada' }, project);
  assert.equal(pad.originator, 'left-pad project');
  const originator = sideBySide(pad).find(({ fact }) => fact === 'originator');
  assert.deepEqual(originator?.values[0]?.sources, ['soup/items/npm-left-pad.yaml']);
  assert.equal(originator?.differ, true);
});

for (const [title, told, facts, manufacturer, supplier] of [
  ['an author is no supplier', {}, { originator: 'Ada' }, '', undefined],
  ['a project that makes it supplies it where nobody names another', {}, undefined, project, 'left-pad project'],
  ['a person who makes it does not', {}, undefined, project.replace('kind: project', 'kind: person'), undefined],
  ['the registry’s supplier goes before', {}, { supplier: 'Acme' }, project, 'Acme'],
  ['the files’ supplier goes before all', { supplier: 'Debian' }, { supplier: 'Acme' }, project, 'Debian'],
] as const)
  test(title, () => assert.equal(padWith(told, facts, manufacturer).supplier, supplier));

test('addresses that mean the same do not differ', () => {
  const pad = padWith(
    { repository: 'git+https://www.git.example/acme/pad' },
    { repository: 'https://git.example/acme/pad.git' },
  );
  assert.deepEqual(
    sideBySide(pad).map(({ differ }) => differ),
    [false],
  );
});

test('the product’s own packages and those that nobody speaks of stay as they are', () => {
  const own = padWith({ firstParty: true }, undefined, project);
  assert.equal(own.stated, undefined);
});
