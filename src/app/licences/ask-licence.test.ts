import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { UsageError } from '../../base/errors.ts';
import { askLicence } from './ask-licence.ts';

const use = { distribution: undefined, combination: undefined, modified: undefined };
const linked = (baseDevice['soup/items/npm-left-pad.yaml'] ?? '').replace(
  'concluded: WTFPL',
  'concluded: Apache-2.0, declared: WTFPL, combination: static',
);
const host = memoryHost({ ...baseDevice, 'soup/items/npm-left-pad.yaml': linked });

test('an expression is answered without a device, and with its software items where there is one', async () => {
  const [alone] = await askLicence(memoryHost({}), { wanted: 'MIT', item: undefined, use });
  assert.equal(alone?.softwareItem, undefined);
  const [there] = await askLicence(host, { wanted: 'MIT', item: undefined, use: { ...use, distribution: 'firmware' } });
  assert.equal(there?.softwareItem, 'viewer');
  assert.deepEqual(
    there.owed.map(({ obligation }) => obligation),
    ['notice'],
  );
});

test('of what is no expression it is said once that nothing can be told, however many software items there are', async () => {
  const device = (baseDevice['tureen.yaml'] ?? '').replace(
    'softwareItems:',
    'softwareItems:\n  - { id: other, name: Other, class: A, rationale: It shows nothing, sources: [other/*] }',
  );
  const two = memoryHost({ ...baseDevice, 'tureen.yaml': device });
  const ask = async (wanted: string) =>
    (await askLicence(two, { wanted, item: undefined, use })).map(({ softwareItem }) => softwareItem);
  assert.deepEqual(await ask('MIT'), ['other', 'viewer']);
  assert.deepEqual(await ask('GPLv3'), [undefined]);
});

test('a package is looked up in the inventory; facts may be tried', async () => {
  const [known] = await askLicence(host, { wanted: 'pkg:npm/left-pad', item: 'Viewer', use });
  assert.equal(known?.licence.text, 'Apache-2.0');
  assert.equal(known.use.combination, 'static');
  assert.deepEqual(known.declared, ['WTFPL']);
  const [named] = await askLicence(host, { wanted: 'left-pad', item: undefined, use });
  assert.equal(named?.component, 'pkg:npm/left-pad@1.3.0');
});

test('what would be adopted is held against what is there already', async () => {
  const adopt = { ...use, distribution: 'container' as const, combination: 'static' as const };
  const [answer] = await askLicence(host, { wanted: 'GPL-2.0-only', item: 'viewer', use: adopt });
  assert.equal(answer?.verdict.outcome, 'not-allowed');
  assert.deepEqual(
    answer.conflicts.map((one) => [one.certain, ...one.with]),
    [[true, 'pkg:npm/left-pad@1.3.0']],
  );
});

test('a package that does not ship, an unknown software item and a tool are refused with what to do', async () => {
  for (const [wanted, item, message] of [
    ['pkg:npm/nothing', undefined, /nothing that ships is/],
    ['pkg:npm/tap-mini', undefined, /does not ship: it is a tool/],
    ['', undefined, /no package and no licence/],
    ['MIT', 'cellar', /no software item "cellar"/],
  ] as const)
    await assert.rejects(
      askLicence(host, { wanted, item, use }),
      (error) => error instanceof UsageError && message.test(error.message),
    );
});
