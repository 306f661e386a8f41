import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRecords } from '../load.ts';

const item = 'soup: pkg:npm/%40a/b\nstatus: draft\n';
const said = (files: Readonly<Record<string, string>>) =>
  loadRecords(new Map(Object.entries(files))).diagnostics.map(({ message }) => message);

test('a file of dispositions belongs to the record of its name', () => {
  assert.deepEqual(said({ 'soup/items/b.yaml': item, 'soup/dispositions/b.yaml': 'soup: pkg:npm/@a/b\n' }), []);
});

test('one without a record, or about another item, is told', () => {
  const files = {
    'soup/items/b.yaml': item,
    'soup/dispositions/b.yaml': 'soup: pkg:npm/c\n',
    'soup/dispositions/d.yaml': 'soup: pkg:npm/d\n',
  };
  assert.deepEqual(said(files), [
    'soup/dispositions/b.yaml is about pkg:npm/c, and soup/items/b.yaml about pkg:npm/%40a/b',
    'soup/dispositions/d.yaml belongs to no SOUP item: there is no soup/items/d.yaml',
  ]);
});
