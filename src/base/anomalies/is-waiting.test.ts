import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finding } from '../../../test/sample-dossier.ts';
import { component } from '../../../test/sample-component.ts';
import { joinVerdicts } from '../../dossier/join-verdicts.ts';
import { verdictsSchema } from '../../model/anomalies/verdict.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import { isWaiting } from './is-waiting.ts';

const today = '2026-11-20';
const verdict = {
  judged: [{ anomaly: 'CVE-1', package: 'pkg:npm/ladle', versions: ['7.5.0'], scope: 'runtime', records: {} }],
  status: 'affected',
  reason: 'It spills',
  by: 'mk',
  on: '2026-11-10',
};

const cases: readonly (readonly [
  what: string,
  result: Finding['result'],
  verdicts: readonly object[],
  waits: boolean,
])[] = [
  ['without a verdict', 'affected', [], true],
  ['that is undetermined, without a verdict,', 'undetermined', [], true],
  ['that affects nothing', 'not-affected', [], false],
  ['with a verdict that holds', 'affected', [verdict], false],
  ['that is under investigation', 'affected', [{ ...verdict, status: 'under_investigation' }], true],
  [
    'whose verdict is on another version',
    'affected',
    [{ ...verdict, judged: [{ ...verdict.judged[0], versions: ['7.4.0'] }] }],
    true,
  ],
  ['whose verdict holds until today', 'affected', [{ ...verdict, until: today }], false],
  ['whose verdict has run out', 'affected', [{ ...verdict, until: '2026-11-19' }], true],
];

for (const [what, result, verdicts, waits] of cases)
  test(`a finding ${what} ${waits ? 'waits' : 'does not wait'} for a verdict`, () => {
    const use = { scope: 'runtime', decidedBy: 'files', reason: 'as found' } as const;
    const { findings } = joinVerdicts({
      findings: [finding('pkg:npm/ladle@7.5.0', 'CVE-1', result)],
      verdicts:
        verdicts.length === 0
          ? []
          : [{ file: 'soup/verdicts/npm-ladle.yaml', record: verdictsSchema.parse({ verdicts }) }],
      entries: [{ component: component('pkg:npm/ladle@7.5.0', { scope: 'runtime' }), use }],
      today,
    });
    assert.deepEqual(findings.map(isWaiting), [waits]);
  });
