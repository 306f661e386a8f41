import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rateSeverities } from './rate-severities.ts';

const v2 = 'AV:N/AC:L/Au:N/C:C/I:C/A:C';
const high = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H';
const low = 'CVSS:3.1/AV:L/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:L';
const v4 = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N';

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['none', [], []],
  ['words and broken vectors have no score', ['HIGH', 'CVSS:3.1/AV:N'], ['', '']],
  ['of one version the highest score is used, and all are kept', [low, high], ['1.8 low', '7.5 high used']],
  [
    'the latest version is used, even where it scores lower',
    [v2, high, v4],
    ['10 high', '7.5 high', '6.9 medium used'],
  ],
];

for (const [says, vectors, expected] of cases)
  test(`severities: ${says}`, () => {
    const rated = rateSeverities(vectors.map((value) => ({ kind: 'stated', value })));
    assert.deepEqual(
      rated.map(({ score, rating, used }) => [score, rating, used && 'used'].filter(Boolean).join(' ')),
      expected,
    );
    assert.deepEqual(
      rated.map(({ value }) => value),
      vectors,
    );
  });
