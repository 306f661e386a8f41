import assert from 'node:assert/strict';
import { test } from 'node:test';
import { riskMatrixSchema, type RiskEstimate } from '../../model/risks/risk-matrix.ts';
import { rateRisk, ratingText } from './rate-risk.ts';

const matrix = riskMatrixSchema.parse({
  severity: [
    { id: 'S1', name: 'Minor' },
    { id: 'S2', name: 'Serious' },
  ],
  probability: [
    { id: 'A', name: 'Rare' },
    { id: 'B', name: 'Often' },
  ],
  p1: [
    { id: 'O1', name: 'Seldom' },
    { id: 'O2', name: 'Daily' },
  ],
  p2: [
    { id: 'H1', name: 'Hardly' },
    { id: 'H2', name: 'Mostly' },
  ],
  product: { O1: ['A', 'A'], O2: ['A', 'B'] },
  zones: [
    { id: 'ok', name: 'Acceptable', acceptable: 'always' },
    { id: 'no', name: 'Unacceptable', acceptable: 'with-benefit' },
  ],
  acceptability: { A: ['ok', 'ok'], B: ['ok', 'no'] },
});

const cases: readonly (readonly [RiskEstimate, string])[] = [
  [{ severity: 'S1', p1: 'O2', p2: 'H2' }, 'Minor × Often: Acceptable'],
  [{ severity: 'S2', p1: 'O2', p2: 'H2' }, 'Serious × Often: Unacceptable'],
  [{ severity: 'S2', p1: 'O2', p2: 'H1' }, 'Serious × Rare: Acceptable'],
  [{ severity: 'S2', probability: 'B' }, 'Serious × Often: Unacceptable'],
  [{ severity: 'S3', p1: 'O1', p2: 'H9' }, 'not in the matrix: severity S3, p2 H9'],
];

for (const [estimate, text] of cases)
  test(`${Object.values(estimate).join(' ')} is ${text}`, () => {
    assert.equal(ratingText(rateRisk(matrix, estimate)), text);
  });

test('a hole in the matrix gives no zone', () => {
  const holed = { ...matrix, product: { O1: ['A'] }, acceptability: { A: ['ok'] } };
  assert.equal(
    ratingText(rateRisk(holed, { severity: 'S1', p1: 'O1', p2: 'H2' })),
    'not in the matrix: a product of p1 O1 and p2 H2',
  );
  assert.equal(
    ratingText(rateRisk(holed, { severity: 'S2', probability: 'A' })),
    'not in the matrix: an acceptability of S2 and A',
  );
  assert.equal(
    ratingText(rateRisk(holed, { severity: 'constructor', probability: 'A' })),
    'not in the matrix: severity constructor',
  );
});
