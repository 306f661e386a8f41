import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nameIds } from './name-ids.ts';

const cases = [
  [
    ['Ada Lang', 'Grace Holm'],
    ['ada', 'grace'],
  ],
  [
    ['Ada Lang', 'Ada Berg', 'ada'],
    ['ada', 'ada-2', 'ada-3'],
  ],
  [
    ['Dr. Jürgen Keller', 'Łucja', "D'Arcy Wood"],
    ['jurgen', 'ucja', 'darcy'],
  ],
  [
    ['王芳', '李娜', 'Dr.'],
    ['person', 'person-2', 'person-3'],
  ],
] as const;

for (const [names, ids] of cases)
  test(`${names.join(', ')} are ${ids.join(', ')}`, () => {
    assert.deepEqual(
      nameIds(names),
      names.map((name, index) => ({ id: ids[index], name })),
    );
  });
