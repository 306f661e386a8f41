import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { condaExplicit } from './conda-explicit.ts';

test('a conflict is refused', () => {
  const address = 'https://conda.example/forge/noarch/a-1-h_0.conda';
  const { components, diagnostics } = read(`@EXPLICIT\n<<<<<<< HEAD\n${address}\n=======\n>>>>>>> other\n`);
  assert.deepEqual(components, []);
  assert.equal(diagnostics[0]?.rule, 'reading/syntax');
});

test('tokens and passwords do not get into the inventory', () => {
  const { components } = read('@EXPLICIT\nhttps://u:geheim@conda.example/t/geheim/forge/noarch/a-1-h_0.conda\n');
  assert.doesNotMatch(JSON.stringify(components), /geheim/);
});

test('lines may end as on Windows', () => {
  const { components, diagnostics } = read('@EXPLICIT\r\nhttps://conda.example/forge/noarch/a-1-h_0.conda\r\n');
  assert.equal(components.length, 1);
  assert.deepEqual(diagnostics, []);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(`@EXPLICIT\n${text}`)));
});

function read(text: string) {
  return condaExplicit.read({ path: 'conda-linux-64.lock', text, companions: new Map() });
}
