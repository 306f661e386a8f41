import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finding } from '../../../test/sample-dossier.ts';
import type { Evaluation, Finding } from '../../model/anomalies/evaluation.ts';
import { releaseSchema } from '../../model/releases/release.ts';
import type { News } from '../../model/releases/field.ts';
import { newsOf } from './news-of.ts';

const release = {
  file: 'soup/releases/1.0.0/release.yaml',
  record: releaseSchema.parse({
    version: '1.0.0',
    date: '2026-01-01',
    recorded: { by: 'ada', on: '2026-01-01' },
    frozen: [{ file: 'inventory.json', sha256: '0'.repeat(64) }],
  }),
};

function frozenWith(findings: readonly Finding[]): Evaluation {
  return {
    evaluated: '2026-01-01',
    data: { hash: 'sha256:0', fetched: '2026-01-01T00:00:00Z', newest: '2026-01-01T00:00:00Z', sources: [] },
    inventory: 'sha256:0',
    components: 1,
    findings: [...findings],
    uncovered: [],
  };
}

const on = (...days: readonly string[]): Finding => ({
  ...finding('pkg:npm/pot@1.0.0', 'CVE-2026-0001', 'affected'),
  aliases: ['GHSA-a'],
  records: days.map((day) => ({ id: 'GHSA-a', modified: `${day}T12:00:00Z`, hash: 'sha256:aa01' })),
});
const found = on('2026-06-01');
const none = frozenWith([]);

const cases: readonly (readonly [string, Evaluation | undefined, string | undefined, Finding, News])[] = [
  ['nothing was frozen with the release, and no review was held', undefined, undefined, found, 'untold'],
  ['it was not there when the release was frozen', none, undefined, found, 'new'],
  ['it was there', frozenWith([found]), undefined, found, 'known'],
  ['it was there by another id', frozenWith([{ ...found, id: 'GHSA-a', aliases: [] }]), undefined, found, 'known'],
  ['it did not affect then', frozenWith([{ ...found, result: 'not-affected' }]), undefined, found, 'new'],
  ['another component had it', frozenWith([{ ...found, component: 'pkg:npm/pan@1.0.0' }]), undefined, found, 'new'],
  ['its record has not changed since the last review', none, '2026-06-02', found, 'known'],
  ['its record has changed since the last review', undefined, '2026-05-31', found, 'new'],
  ['its record has changed on the day of the last review', none, '2026-06-01', found, 'untold'],
  ['one of its records has changed since the last review', none, '2026-06-01', on('2026-06-01', '2026-06-02'), 'new'],
  ['its record tells no day', none, '2026-06-01', on('0001-01-01'), 'untold'],
  ['one of its records tells no day', none, '2026-06-02', on('1970-01-01', '2026-06-01'), 'known'],
];

for (const [what, evaluation, reviewed, one, news] of cases)
  test(`a finding is ${news} where ${what}`, () => {
    assert.equal(newsOf({ release, components: [], evaluation }, reviewed)(one), news);
  });
