import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../../test/sample-component.ts';
import type { CpeMapping } from '../../../model/anomalies/cpe-mapping.ts';
import { hashMappings } from './mappings-of.ts';

const viewer: CpeMapping = { vendor: 'acme', product: 'viewer', by: 'mia', on: '2026-11-01', reason: 'Its site' };
const pot = component('pkg:npm/pot@1.0.0');
const hashOf = (confirmed: readonly CpeMapping[], components = [pot], soup = 'pkg:npm/pot') =>
  hashMappings(components, new Map([[soup, confirmed]]));

test('what packages were confirmed to be is bound, and for which software', () => {
  const hash = hashOf([viewer]);
  assert.match(hash ?? '', /^sha256:[0-9a-f]{64}$/);
  for (const other of [
    { ...viewer, vendor: 'other' },
    { ...viewer, product: 'other' },
    { ...viewer, targetSoftware: 'linux' },
  ])
    assert.notEqual(hashOf([other]), hash);
  assert.notEqual(hashOf([viewer, { ...viewer, product: 'other' }]), hash);
});

test('who confirmed it, and in what order or how often it is told, is not', () => {
  const other = { ...viewer, product: 'other' };
  const hash = hashOf([viewer, other]);
  assert.equal(
    hashOf([other, { ...viewer, by: 'ada', on: '2026-01-01' }, other, { ...viewer, targetSoftware: '*' }]),
    hash,
  );
});

test('what nothing of the inventory was confirmed to be has no hash; own packages are none of it', () => {
  assert.equal(hashOf([]), undefined);
  assert.equal(hashOf([viewer], [pot], 'pkg:npm/pan'), undefined);
  assert.equal(hashOf([viewer], [{ ...pot, firstParty: true }]), undefined);
});
