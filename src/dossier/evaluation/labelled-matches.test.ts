import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { readOsvRecord } from '../../feeds/osv-record.ts';
import type { Advisory } from '../../model/advisory.ts';
import { evaluateComponent } from './evaluate-component.ts';

const records = new Map(
  (JSON.parse(read('labelled-advisories.json')) as unknown[]).map((document): [string, Advisory] => {
    const record = readOsvRecord(new TextEncoder().encode(JSON.stringify(document)));
    assert.ok(!('unreadable' in record), 'unreadable' in record ? record.unreadable : '');
    return [record.id, record];
  }),
);

const labelled = read('labelled-matches.tsv')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map((line) => {
    const [purl = '', id = '', truth = ''] = line.split('\t');
    const record = records.get(id);
    assert.ok(record, `there is no record ${id}`);
    const [finding] = evaluateComponent(component(purl), [record]);
    return { purl, id, truth, answer: finding?.result ?? 'silent', why: finding?.why };
  });

for (const { purl, id, truth, answer, why } of labelled) {
  test(`${purl} is ${truth} by ${id}`, () => {
    assert.equal(answer, truth, why);
  });
}

for (const result of ['affected', 'undetermined'] as const) {
  test(`precision and recall of "${result}" over real records are 1`, () => {
    const found = labelled.filter(({ answer }) => answer === result);
    const wanted = labelled.filter(({ truth }) => truth === result);
    const hits = found.filter(({ truth }) => truth === result).length;
    assert.deepEqual({ precision: hits / found.length, recall: hits / wanted.length }, { precision: 1, recall: 1 });
  });
}

test('the labelled set is large enough, and every record of it is used', () => {
  assert.ok(labelled.length >= 60);
  assert.deepEqual(new Set(labelled.map(({ id }) => id)), new Set(records.keys()));
});

function read(name: string): string {
  return readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
}
