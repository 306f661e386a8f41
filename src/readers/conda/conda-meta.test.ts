import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { condaMeta } from './conda-meta.ts';

const folder = 'opt/conda/conda-meta';

/** What JSON writes where there is nothing. */
const absent: unknown = JSON.parse('null');

const relations: readonly (readonly [record: object, relation: string])[] = [
  [{ requested_spec: 'numpy>=1' }, 'direct'],
  [{ requested_specs: ['numpy'] }, 'direct'],
  [{ requested_spec: 'None' }, 'transitive'],
  [{ requested_spec: '' }, 'transitive'],
  [{ requested_spec: absent }, 'transitive'],
  [{ requested_specs: [] }, 'transitive'],
  [{}, 'unknown'],
];

for (const [record, relation] of relations) {
  test(`${JSON.stringify(record)} is ${relation}`, () => {
    assert.equal(read(record).components[0]?.relation, relation);
  });
}

const channels: readonly (readonly [record: object, qualifiers: string])[] = [
  [{ url: 'https://conda.example/forge/noarch/a-1-h_0.conda' }, 'build=h_0&channel=forge&subdir=noarch'],
  [{ channel: 'https://conda.example/forge/linux-64', subdir: 'linux-64' }, 'channel=forge&subdir=linux-64'],
  [{ channel: 'https://conda.example/forge', build: 'h_0' }, 'build=h_0&channel=forge'],
  [{ channel: 'conda-forge' }, 'channel=conda-forge'],
  [{ channel: '<unknown>' }, ''],
  [{ channel: absent, url: absent, license: absent }, ''],
];

for (const [record, qualifiers] of channels) {
  test(`${JSON.stringify(record)} has the qualifiers ${qualifiers}`, () => {
    assert.equal(read(record).components[0]?.purl, `pkg:conda/a@1${qualifiers === '' ? '' : `?${qualifiers}`}`);
  });
}

test('of the records in the folder those that are needed are opened, and no namesake', () => {
  const names = ['a-b-1-h_0', 'a-1-h_0', 'b-2-h_0', 'b-c-2-h_0', 'b-3-h_0', 'c-1-h_0'].map((name) => `${name}.json`);
  const tree = [...names.map((name) => `${folder}/${name}`), ...names.map((name) => `other/${name}`)].toSorted();
  const record = JSON.stringify({ name: 'a', version: '1', depends: ['b >=2', 'c', '__glibc', 'd'] });
  const asked = condaMeta.companions?.(new Map([[`${folder}/a-1-h_0.json`, record]]), `${folder}/a-1-h_0.json`, tree);
  assert.deepEqual(asked, [`${folder}/b-2-h_0.json`, `${folder}/b-3-h_0.json`, `${folder}/c-1-h_0.json`]);
});

test('a record that is needed is found by its address, or else read as a whole', () => {
  const withAddress = {
    name: 'b',
    version: '2',
    paths_data: { url: 1 },
    url: 'https://conda.example/forge/noarch/b-2-h_0.conda',
  };
  const without = { name: 'c', version: '3', build: 'h_0', channel: 'forge' };
  const { components, diagnostics } = read(
    { depends: ['b', 'c', 'd'] },
    {
      [`${folder}/b-2-h_0.json`]: withAddress,
      [`${folder}/c-3-h_0.json`]: without,
    },
  );
  assert.deepEqual(components[0]?.dependsOn, [
    'pkg:conda/b@2?build=h_0&channel=forge&subdir=noarch',
    'pkg:conda/c@3?build=h_0&channel=forge',
  ]);
  assert.match(diagnostics[0]?.message ?? '', /a needs "d", which this environment does not hold/);
  const alone = [read(withAddress), read(without)].map((reading) => reading.components[0]?.purl);
  assert.deepEqual(alone, components[0].dependsOn);
});

test('a hash of no known kind is told', () => {
  const { components, diagnostics } = read({ md5: 'abc' });
  assert.equal(components.length, 1);
  assert.match(diagnostics[0]?.message ?? '', /a has the hash "md5:abc"/);
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const path = `${folder}/a-1-h_0.json`;
      condaMeta.companions?.(new Map([[path, text]]), path, []);
      condaMeta.read({ path, text, companions: new Map([[path.replace('a-1', 'b-1'), text]]) });
    }),
  );
});

function read(record: object, beside: Readonly<Record<string, object>> = {}): Reading {
  return condaMeta.read({
    path: `${folder}/a-1-h_0.json`,
    text: JSON.stringify({ name: 'a', version: '1', ...record }),
    companions: new Map(Object.entries(beside).map(([path, value]) => [path, JSON.stringify(value)])),
  });
}
