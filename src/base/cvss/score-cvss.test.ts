import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { scoreCvss } from './score-cvss.ts';

/** Vectors with the scores of base, threat and environment, the version and the rating. */
const scored: readonly (readonly [string, string])[] = [
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C', '7.8 7.8 7.8, 2.0 base 7.8 high'],
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C', '7.8 6.4 6.4, 2.0 threat 6.4 medium'],
  ['AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H', '7.8 6.4 9.2, 2.0 environmental 9.2 high'],
  ['AV:L/AC:H/Au:M/C:N/I:N/A:N', '0 0 0, 2.0 base 0 low'],
  ['AV:L/AC:H/Au:M/C:N/I:P/A:N/IR:L', '0.8 0.8 0, 2.0 environmental 0 low'],
  ['(AV:L/AC:H/Au:N/C:C/I:C/A:C)', '6.2 6.2 6.2, 2.0 base 6.2 medium'],
  ['CVSS:2.0/AV:L/AC:H/Au:N/C:C/I:C/A:C', '6.2 6.2 6.2, 2.0 base 6.2 medium'],
  ['A:C/I:C/C:C/Au:N/AC:H/AV:L', '6.2 6.2 6.2, 2.0 base 6.2 medium'],
  ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', '10 10 10, 3.0 base 10 critical'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', '9.8 9.8 9.8, 3.1 base 9.8 critical'],
  ['CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:N/I:N/A:N', '0 0 0, 3.1 base 0 none'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H/E:P/RL:O', '7.5 6.7 6.7, 3.1 threat 6.7 medium'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/MAV:P/MC:N', '9.8 9.8 6.1, 3.1 environmental 6.1 medium'],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', '9.3 9.3 9.3, 4.0 base 9.3 critical'],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/E:U', '9.3 8.1 8.1, 4.0 threat 8.1 high'],
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N', '0 0 0, 4.0 base 0 none'],
  [
    'CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/S:P/AU:Y/R:I/V:C/RE:H/U:Red',
    '7.3 7.3 7.3, 4.0 base 7.3 high',
  ],
];

for (const [vector, expected] of scored) {
  test(`${vector} scores ${expected}`, () => {
    const cvss = scoreCvss(vector);
    assert.ok(cvss);
    const { base, threat, environmental, version, of, score, rating } = cvss;
    assert.equal(`${base} ${threat} ${environmental}, ${version} ${of} ${score} ${rating}`, expected);
  });
}

/** Scores that an independent calculator gives, of vectors drawn at random; the last three lie where rounding decides. */
const checked: readonly (readonly [string, readonly number[]])[] = [
  ['AV:A/AC:L/Au:N/C:P/I:P/A:P/RL:OF/RC:C/AR:H', [5.8, 5, 5.6]],
  ['AV:N/AC:M/Au:M/C:P/I:P/A:P/E:U/IR:L', [5.4, 4.6, 4.1]],
  ['CVSS:3.0/AV:N/AC:H/PR:L/UI:R/S:C/C:H/I:N/A:H/RL:W/RC:U/AR:L/MPR:X/MS:X/MC:L/MA:L', [7.7, 6.9, 3.4]],
  ['CVSS:3.0/AV:P/AC:L/PR:H/UI:N/S:C/C:H/I:H/A:N/RC:C/MAC:L/MS:X/MI:L', [6.8, 6.8, 5.7]],
  ['CVSS:3.1/AV:L/AC:H/PR:H/UI:N/S:U/C:N/I:H/A:N/E:P/RC:X/CR:L/IR:H/MAC:X/MS:C/MC:L', [4.1, 3.9, 7]],
  ['CVSS:3.1/AV:P/AC:L/PR:H/UI:R/S:C/C:N/I:H/A:H/CR:M/MAC:L/MPR:L/MUI:R/MC:H/MI:N/MA:H', [6.7, 6.7, 6.8]],
  ['CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:N/VC:H/VI:L/VA:H/SC:N/SI:N/SA:N/E:P/AR:M/MAC:H/MVC:H/MSI:H/R:U/U:Green', [3.8]],
  ['CVSS:4.0/AV:A/AC:L/AT:N/PR:L/UI:P/VC:N/VI:N/VA:N/SC:L/SI:N/SA:N/E:U/CR:M/AR:H/MAC:H/MSA:S/AU:Y', [0.8]],
  ['CVSS:4.0/AV:N/AC:L/AT:P/PR:H/UI:N/VC:L/VI:L/VA:L/SC:L/SI:H/SA:N/IR:M/AR:H/MVC:L/MSI:N', [2.1]],
  ['CVSS:4.0/AV:A/AC:H/AT:N/PR:L/UI:N/VC:H/VI:L/VA:H/SC:L/SI:L/SA:H/IR:H/MAC:H/MAT:N/MVA:N/R:A', [7.1]],
  ['CVSS:4.0/AV:P/AC:H/AT:N/PR:L/UI:N/VC:L/VI:N/VA:H/SC:L/SI:L/SA:N/E:A/MAV:L/MAC:X/MPR:H/MSA:S/R:X', [8.4]],
  ['CVSS:4.0/AV:L/AC:H/AT:P/PR:H/UI:N/VC:N/VI:L/VA:H/SC:L/SI:N/SA:N/IR:H/MUI:N/MSC:N/U:Red', [5.7]],
  ['CVSS:4.0/AV:L/AC:L/AT:P/PR:N/UI:A/VC:L/VI:H/VA:L/SC:H/SI:H/SA:H/MAV:N/MAC:L/MAT:N/MUI:P/MVA:N/R:I', [8.6]],
  ['CVSS:4.0/AV:P/AC:L/AT:P/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N/E:P/CR:L/IR:L/AR:M/MAC:H/MUI:P', [0.6]],
];

for (const [vector, expected] of checked) {
  test(`${vector} scores ${expected.join(', ')}`, () => {
    const cvss = scoreCvss(vector);
    assert.ok(cvss);
    const { base, threat, environmental, score } = cvss;
    assert.deepEqual(expected.length === 1 ? [score] : [base, threat, environmental], expected);
  });
}

test('3.1 without metrics of the environment may score otherwise for it, and says the base', () => {
  const cvss = scoreCvss('CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H');
  assert.deepEqual([cvss?.base, cvss?.environmental, cvss?.of, cvss?.score], [9.6, 9.7, 'base', 9.6]);
});

const refused = [
  '',
  'HIGH',
  '7.5',
  'CVSS:3.1/',
  'CVSS:5.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:X',
  'CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/constructor:x',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:S/SI:N/SA:N',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N/MSC:S',
  'AV:N/AC:L/Au:N/C:N/I:N',
  `AV:N/AC:L/Au:N/C:N/I:N/A:C${'/'.repeat(100_000)}`,
];

for (const text of refused) {
  test(`"${text.slice(0, 80)}" is no vector`, () => {
    assert.equal(scoreCvss(text), undefined);
  });
}

const pick = (metric: string, values: string) => fc.constantFrom(...values.split(' ')).map((v) => `${metric}:${v}`);
const vector4 = fc
  .tuple(
    ...['AV:N A L P', 'AC:L H', 'AT:N P', 'PR:N L H', 'UI:N P A', 'VC:H L N', 'VI:H L N', 'VA:H L N'].map(metric),
    ...['SC:H L N', 'SI:H L N', 'SA:H L N', 'E:X A P U', 'CR:X H M L', 'AR:X H M L', 'MSI:X S H L N'].map(metric),
  )
  .map((pairs) => `CVSS:4.0/${pairs.join('/')}`);

function metric(text: string) {
  return pick(text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1));
}

test('every vector of 4.0 has a score of one decimal from 0 to 10, and a known exploit never lowers it', () => {
  fc.assert(
    fc.property(vector4, (vector) => {
      const cvss = scoreCvss(vector);
      assert.ok(cvss && cvss.score >= 0 && cvss.score <= 10 && Number.isInteger(Math.round(cvss.score * 1e6) / 1e5));
      const attacked = scoreCvss(vector.replace(/\/E:\w/, '/E:A'));
      assert.ok(attacked && attacked.score >= cvss.score);
    }),
    { numRuns: 500 },
  );
});

test('no text makes it throw', () => {
  const part = fc.constantFrom('CVSS:4.0/', 'CVSS:3.1/', 'AV:', 'N', '/', ':', '(', ')', '__proto__', 'AC:L');
  fc.assert(
    fc.property(fc.array(fc.oneof(part, fc.string())), (parts) => {
      scoreCvss(parts.join(''));
    }),
  );
});
