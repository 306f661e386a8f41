import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../../test/sample-component.ts';
import type { Inventory } from '../../../model/inventory/inventory.ts';
import { plainLook } from '../look.ts';
import { showInventory } from './show-inventory.ts';

const inventory: Inventory = {
  components: [
    component('pkg:npm/a@1.0.0'),
    component('pkg:npm/b@1.0.0'),
    { ...component('pkg:npm/own@1.0.0'), firstParty: true },
  ],
  files: [
    {
      path: 'uv.lock',
      reader: 'uv-lock',
      status: 'not-understood',
      reason: 'uv.lock cannot be read: the file is empty',
      graph: 'none',
    },
  ],
  diagnostics: [],
};

test('the counts of an inventory add up to its rows', () => {
  const lines = showInventory(inventory, plainLook).trimEnd().split('\n');
  assert.equal(lines.at(-1), '3 components: 2 unknown, 1 first-party');
  const [foreign] = inventory.components;
  const shown = (components: Inventory['components']) =>
    showInventory({ ...inventory, components }, plainLook)
      .trimEnd()
      .split('\n')
      .at(-1);
  assert.equal(shown(foreign === undefined ? [] : [foreign]), '1 component: 1 unknown');
  assert.equal(shown([]), '0 components');
});

test('a file that was not understood is named once', () => {
  assert.match(showInventory(inventory, plainLook), /^ {2}not-understood uv\.lock cannot be read: the file is empty$/m);
});
