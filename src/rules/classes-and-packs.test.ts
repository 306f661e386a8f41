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
const security = ['81001-5-1/category', '81001-5-1/owner', '81001-5-1/support'];

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
    assert.deepEqual(await askedOf(safetyClass, pack, ''), asked.toSorted());
  });

const onPath = 'safetyPath: { on: true, reason: A wrong label mixes patients up }';
const offPath = 'safetyPath: { on: false, reason: Only pads a column of the log }';

/** What the safety path adds to a record that states it: at class A nothing, off the path of class B nothing. */
const depth: readonly (readonly [stated: string, safetyClass: SafetyClass, added: readonly string[]])[] = [
  [onPath, 'A', []],
  [onPath, 'B', ['62304/anomaly-source', '62304/failure-modes', '62304/requirement-figures', '62304/used-by']],
  [
    onPath,
    'C',
    [
      '62304/anomaly-source',
      '62304/documentation',
      '62304/failure-modes',
      '62304/requirement-figures',
      '62304/used-by',
    ],
  ],
  [offPath, 'A', []],
  [offPath, 'B', []],
  [offPath, 'C', ['62304/soup-segregation']],
];

for (const [stated, safetyClass, added] of depth)
  test(`at class ${safetyClass} a record with "${stated.slice(0, 22)}" is asked for ${added.length} things more`, async () => {
    const bare = await askedOf(safetyClass, 'notified-body', '');
    const asked = await askedOf(safetyClass, 'notified-body', stated);
    assert.deepEqual(
      asked.filter((rule) => !bare.includes(rule)),
      added,
    );
  });

/** The rules that have something against a record that holds its package and the given lines. */
async function askedOf(safetyClass: SafetyClass, pack: PackName, lines: string): Promise<readonly string[]> {
  const files = {
    'tureen.yaml': (baseDevice['tureen.yaml'] ?? '').replace('class: B', `class: ${safetyClass}`),
    'package-lock.json': baseDevice['package-lock.json'] ?? '',
    'soup/items/npm-left-pad.yaml': `soup: pkg:npm/left-pad\nstatus: confirmed\n${lines}\n`,
  };
  const { diagnostics } = await check(memoryHost(files, { today: baseDay }), pack);
  const rules = diagnostics.flatMap(({ rule, place }) => (place.file.startsWith('soup/items/') ? [rule] : []));
  return [...new Set(rules)].toSorted();
}
