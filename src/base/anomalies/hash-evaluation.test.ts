import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { safeParse } from 'zod/v4/core';
import { evaluationSchema, type Evaluation } from '../../model/anomalies/evaluation.ts';
import { faultOfSeal, hashEvaluation, sealedInPieces } from './hash-evaluation.ts';

const finding: Evaluation['findings'][number] = {
  component: 'pkg:npm/ladle@1.0.0',
  id: 'CVE-2026-0001',
  aliases: ['GHSA-1'],
  result: 'affected',
  why: 'GHSA-1: 1.0.0 is in every version (semver)',
  records: [{ id: 'GHSA-1', modified: '2026-01-01T00:00:00Z', hash: '00' }],
  kind: 'vulnerability',
  severities: [],
  fixed: [],
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const evaluation = (count: number): Evaluation => ({
  evaluated: '2026-11-15',
  data: { hash: 'sha256:0', fetched: '2026-11-14T00:00:00Z', newest: '2026-11-13', sources: [] },
  inventory: 'sha256:1',
  components: count,
  findings: Array.from({ length: count }, (_, index) => ({ ...finding, id: `CVE-2026-${1000 + index}` })),
  uncovered: [],
});

for (const count of [0, 1, 450])
  test(`a file of ${count} findings holds the hash of all else that stands in it`, () => {
    const text = [...sealedInPieces(evaluation(count))].join('');
    const { content, ...others } = JSON.parse(text);
    assert.deepEqual(others, evaluation(count));
    assert.equal(content, hashEvaluation(evaluation(count)));
    assert.equal(text, `${JSON.stringify({ ...others, content }, undefined, 2)}\n`);
    assert.equal(content, `sha256:${sha256(text.replace(/,\n {2}"content": ".*"\n/, '\n'))}`);
    assert.equal(faultOfSeal(JSON.parse(text)), undefined);
    assert.equal([...sealedInPieces(JSON.parse(text))].join(''), text, 'sealed anew it is the same');
  });

test('the hash knows a changed word, and neither the layout of the file nor the hash that it states', () => {
  const sealed = hashEvaluation(evaluation(1));
  const stated = { ...evaluation(1), content: 'sha256:other' };
  assert.equal(hashEvaluation(JSON.parse(JSON.stringify(stated)) as Evaluation), sealed);
  const changed = evaluation(1).findings.map((one) => ({ ...one, result: 'not-affected' as const }));
  assert.notEqual(hashEvaluation({ ...evaluation(1), findings: changed }), sealed);
});

test('a seal that is missing, or is that of another text, is told', () => {
  const whole = { ...evaluation(1), content: hashEvaluation(evaluation(1)) };
  assert.equal(faultOfSeal(whole), undefined);
  for (const value of [evaluation(1), {}, [], undefined, 3, 'content'])
    assert.match(faultOfSeal(value) ?? '', /^has no seal \("content"\)/);
  for (const value of [{ ...whole, components: 2 }, { ...whole, later: 1 }, { content: '' }, { content: 3 }])
    assert.match(faultOfSeal(value) ?? '', /^is not what was evaluated: it was changed since/);
});

test('the schema reads members in the order in which they are written, whatever it has to check', () => {
  const whole = {
    ...evaluation(1),
    content: '',
    findings: [
      { ...finding, kev: [{ id: 'CVE-2026-0001', by: 'kev', ransomware: 'known' }], epss: [], ssvc: undefined },
    ],
  };
  const read = safeParse(evaluationSchema, JSON.parse(JSON.stringify(whole)));
  assert.equal(read.success && hashEvaluation(read.data), hashEvaluation(whole));
});
