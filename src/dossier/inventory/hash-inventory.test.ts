import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { hashInventory } from './hash-inventory.ts';

const [pot, pan] = [component('pkg:npm/pot@1.0.0'), component('pkg:npm/pan@1.0.0')];

test('an inventory is bound by the package URLs of what others made, in whatever order', () => {
  const hash = hashInventory([pot, pan]);
  assert.equal(hashInventory([pan, pot]), hash);
  assert.equal(hashInventory([pot, pan, component('pkg:npm/own@1.0.0', { firstParty: true })]), hash);
  assert.notEqual(hashInventory([pot]), hash);
  assert.notEqual(hashInventory([pot, component('pkg:npm/pan@1.0.1')]), hash);
});
