import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cyclonedx } from './cyclonedx.ts';

type Listed = readonly (readonly [version: string, status: 'affected' | 'unaffected' | undefined])[];

/** The versions of which a document with an analysis and these versions states something. */
function statedOf(state: string, listed: Listed): readonly (string | undefined)[] {
  const versions = listed.map(([version, status]) => ({ version, status }));
  const value = {
    bomFormat: 'CycloneDX',
    components: [{ 'bom-ref': 'a', name: 'left-pad', purl: 'pkg:npm/left-pad' }],
    vulnerabilities: [{ id: 'CVE-2026-0001', analysis: { state }, affects: [{ ref: 'a', versions }] }],
  };
  const { document } = cyclonedx.readVex({ file: 'a.json', value, lineOf: () => 1 });
  return document?.statements.flatMap(({ products }) => products.map(({ part }) => part.version)) ?? [];
}

const both: Listed = [
  ['1.0', 'affected'],
  ['1.1', 'unaffected'],
];

const rows: readonly (readonly [string, Listed, readonly string[]])[] = [
  ['exploitable', both, ['1.0']],
  ['exploitable', [['1.1', 'unaffected']], []],
  ['resolved', both, ['1.1']],
  ['not_affected', both, ['1.1']],
  ['false_positive', both, ['1.1']],
  ['in_triage', both, ['1.0', '1.1']],
  ['not_affected', [['1.0', 'affected']], ['1.0']],
  ['resolved', [['1.0', undefined]], ['1.0']],
  [
    'resolved',
    [
      ['1.0', 'affected'],
      ['1.1', undefined],
    ],
    ['1.1'],
  ],
];

for (const [state, listed, stated] of rows) {
  const named = listed.map(([version, status]) => `${version} ${status ?? 'without a word'}`).join(' and ');
  test(`of ${named} the analysis ${state} is said of ${stated.join(' and ') || 'none'}`, () => {
    assert.deepEqual(statedOf(state, listed), stated);
  });
}

test('a version that is listed counts, not that of the component that it is listed for', () => {
  const value = {
    bomFormat: 'CycloneDX',
    components: [{ 'bom-ref': 'a', name: 'left-pad', version: '1.0', purl: 'pkg:npm/left-pad@1.0?os=any' }],
    vulnerabilities: [
      {
        id: 'CVE-2026-0001',
        analysis: { state: 'resolved' },
        affects: [{ ref: 'a', versions: [{ version: '1.0', status: 'affected' }, { range: 'vers:npm/>=1.1' }] }],
      },
    ],
  };
  const { document } = cyclonedx.readVex({ file: 'a.json', value, lineOf: () => 1 });
  const [part] = document?.statements.flatMap(({ products }) => products.map((one) => one.part)) ?? [];
  assert.deepEqual([part?.purl, part?.version], ['pkg:npm/left-pad?os=any', 'vers:npm/>=1.1']);
});
