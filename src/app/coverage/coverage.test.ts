import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { UsageError } from '../../base/errors.ts';
import { coverage, isWhole } from './coverage.ts';

const cases: readonly (readonly [title: string, files: Readonly<Record<string, string>>, whole: boolean])[] = [
  ['a device in which everything is accounted for is whole', {}, true],
  ['one component without a record is not', { 'service/requirements.txt': 'numpy==2.1.3\n' }, false],
  ['a record about nothing is not', { 'soup/items/gone.yaml': 'soup: pkg:npm/gone\nstatus: confirmed\n' }, false],
  ['a file that nobody could read is not', { 'service/poetry.lock': 'no = [toml\n' }, false],
  ['an inventory without components is not', { 'package-lock.json': '{"lockfileVersion": 3, "packages": {}}' }, false],
];

for (const [title, files, whole] of cases)
  test(title, async () => {
    const measured = await coverage(memoryHost({ ...baseDevice, ...files }, { today: baseDay }));
    assert.equal(isWhole(measured), whole);
  });

test('records that cannot be loaded are wrong use, and no coverage', async () => {
  await assert.rejects(coverage(memoryHost({ 'tureen.yaml': 'device: [\n' })), UsageError);
});
