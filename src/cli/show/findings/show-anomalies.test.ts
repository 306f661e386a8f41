import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ItemAnomalyList } from '../../../app/anomalies/list-anomalies.ts';
import { plain } from '../look.ts';
import { showAnomalies } from './show-anomalies.ts';

function without(soup: string, text: string): ItemAnomalyList {
  const absent = { file: undefined, hash: undefined, delta: undefined, sample: undefined };
  return { ...absent, soup, record: 'a.yaml', state: { kind: 'not-checked', text }, isStated: false, entries: [] };
}

const items = [
  ...['a', 'b'].map((name) => without(name, 'nothing frozen')),
  ...['c', 'd', 'e', 'f'].map((name) => without(name, 'no source')),
  without('g', 'nothing found'),
];

test('many items of which the same is to say, and nothing to list, are one line with their number', () => {
  assert.equal(
    showAnomalies(items, 'relevant', plain),
    'a  nothing frozen\nb  nothing frozen\ng  nothing found\n4 items  no source (c, d, e and 1 more; --all shows them)\n',
  );
  assert.equal(showAnomalies(items, 'all', plain).split('\n').length, items.length + 1);
});
