import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../test/base-device.ts';
import { memoryHost } from '../../test/memory-host.ts';
import { report } from './report.ts';

test('a report tells which files it could not be made from', async () => {
  const whole = await report(memoryHost(baseDevice), 'soup-list', 'html');
  assert.deepEqual(whole.diagnostics, []);
  assert.match(String(whole.content), /^<!doctype html>/);
  const item = 'soup/items/npm-other.yaml';
  const partial = await report(memoryHost({ ...baseDevice, [item]: '<<<<<<< ours\n' }), 'soup-list', 'html');
  assert.deepEqual(
    partial.diagnostics.map(({ rule, severity, place }) => [rule, severity, place.file]),
    [['records/conflict', 'error', item]],
  );
});

test('a report or a format that there is not is wrong use, and so are records that cannot be loaded', async () => {
  for (const [name, format, files, message] of [
    ['constructor', 'html', baseDevice, 'there is no report "constructor"'],
    ['soup-list', 'docx', baseDevice, 'there is no format "docx"'],
    ['soup-list', 'html', { ...baseDevice, 'tureen.yaml': '' }, 'the records cannot be loaded'],
  ] as const)
    await assert.rejects(() => report(memoryHost(files), name, format), { name: 'UsageError', message });
});
