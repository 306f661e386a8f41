import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MetadataAnswer, PackageMetadata } from '../../model/inventory/metadata.ts';
import { freezePackage } from './freeze-package.ts';

const licensed = (licence: string): MetadataAnswer => ({
  registry: 'npm',
  source: 'https://npm.example',
  asOf: '2026-11-01',
  facts: { licence },
});
const frozen = (version: string, licence: string, changed?: PackageMetadata['licenceBefore']): PackageMetadata => ({
  purl: `pkg:npm/ladle@${version}`,
  answers: [licensed(licence)],
  ...(changed !== undefined && { licenceBefore: changed }),
});
const seen = '2026-11-30';
const changed = { version: '1.0.0', licence: 'MIT', seen: '2026-10-01' };

const cases: readonly (readonly [
  what: string,
  before: readonly PackageMetadata[],
  licenceBefore: PackageMetadata['licenceBefore'],
])[] = [
  ['the version before had it', [frozen('1.0.0', 'ISC')], undefined],
  ['the version before had another', [frozen('1.0.0', 'MIT')], { version: '1.0.0', licence: 'MIT', seen }],
  ['this version had another', [frozen('2.0.0', 'MIT')], { version: '2.0.0', licence: 'MIT', seen }],
  ['two versions stand beside it', [frozen('1.0.0', 'MIT'), frozen('1.1.0', 'MIT')], undefined],
  ['it was another once, as was told', [frozen('2.0.0', 'ISC', changed)], changed],
  ['only another package had another', [{ ...frozen('1.0.0', 'MIT'), purl: 'pkg:npm/spoon@1.0.0' }], undefined],
];

for (const [what, packages, licenceBefore] of cases)
  test(`of a licence is told what it was before, where ${what}`, () => {
    const now = freezePackage('pkg:npm/ladle@2.0.0', [licensed('ISC')], { packages: [...packages] }, seen);
    assert.deepEqual(now.licenceBefore, licenceBefore);
  });
