import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../test/base-device.ts';
import { memoryHost } from '../../test/memory-host.ts';
import { check } from '../app/check/check.ts';
import type { SafetyClass } from '../model/clause.ts';
import type { PackName } from '../model/records/policy.ts';

/** Title, manufacturer and approved versions are asked of everything, and at class A of the bare standard nothing else. */
const identity = ['62304/manufacturer', '62304/stale-judgement', '62304/title'];
const substance = ['62304/purpose', '62304/requirements', '62304/safety-path', '62304/system-requirements'];
const security = ['81001-5-1/category', '81001-5-1/support'];

const table: readonly (readonly [pack: PackName, safetyClass: SafetyClass, asked: readonly string[]])[] = [
  ['standard', 'A', identity],
  ['standard', 'B', [...identity, ...substance]],
  ['standard', 'C', [...identity, ...substance]],
  ['notified-body', 'A', [...identity, ...security]],
  ['notified-body', 'B', [...identity, ...substance, ...security]],
  ['notified-body', 'C', [...identity, ...substance, ...security]],
  ['fda', 'A', [...identity, ...security]],
  ['fda', 'B', [...identity, ...substance, ...security]],
  ['fda', 'C', [...identity, ...substance, ...security]],
];

for (const [pack, safetyClass, asked] of table)
  test(`of a bare record of class ${safetyClass} the pack ${pack} asks for ${asked.length} things`, async () => {
    assert.deepEqual(await askedOfBareRecord(safetyClass, pack), asked.toSorted());
  });

/** The rules that have something against a record that holds nothing but its package. */
async function askedOfBareRecord(safetyClass: SafetyClass, pack: PackName): Promise<readonly string[]> {
  const files = {
    'tureen.yaml': (baseDevice['tureen.yaml'] ?? '').replace('class: B', `class: ${safetyClass}`),
    'package-lock.json': baseDevice['package-lock.json'] ?? '',
    'soup/items/npm-left-pad.yaml': 'soup: pkg:npm/left-pad\nstatus: confirmed\n',
  };
  const { diagnostics } = await check(memoryHost(files, { today: baseDay }), pack);
  const rules = diagnostics.flatMap(({ rule, place }) => (place.file.startsWith('soup/items/') ? [rule] : []));
  return [...new Set(rules)].toSorted();
}
