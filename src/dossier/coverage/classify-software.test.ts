import assert from 'node:assert/strict';
import { test } from 'node:test';
import { softwareItemSchema } from '../../model/records/software-item.ts';
import { classifySoftware } from './classify-software.ts';

type Row = readonly [id: string, parent: string | undefined, written: string | undefined, expected: string];

const trees: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  [
    'a part has the class of the nearest item around it that has one, wherever it stands in the file',
    [
      ['leaf', 'middle', undefined, 'device › middle › leaf: B from parent'],
      ['device', undefined, 'B', 'device: B from record'],
      ['middle', 'device', undefined, 'device › middle: B from parent'],
      ['log', 'middle', 'A', 'device › middle › log: A from record'],
    ],
  ],
  [
    'where nobody decided, and where the parent is unknown, the highest counts',
    [
      ['device', undefined, undefined, 'device: C from nobody'],
      ['log', 'device', undefined, 'device › log: C from nobody'],
      ['stray', 'server', undefined, 'stray: C from nobody'],
    ],
  ],
  [
    'a circle ends, and what is inside and hangs on it still has a class',
    [
      ['a', 'b', undefined, 'b › a: B from parent'],
      ['b', 'a', 'B', 'a › b: B from record'],
      ['c', 'a', undefined, 'b › a › c: B from parent'],
      ['self', 'self', 'A', 'self: A from record'],
    ],
  ],
  [
    'of two items with one id the first is the parent',
    [
      ['x', undefined, 'A', 'x: A from record'],
      ['x', undefined, 'B', 'x: B from record'],
      ['part', 'x', undefined, 'x › part: A from parent'],
    ],
  ],
];

for (const [title, rows] of trees)
  test(title, () => {
    const items = rows.map(([id, parent, written]) =>
      softwareItemSchema.parse({ id, name: id, parent, class: written, sources: ['x'] }),
    );
    assert.deepEqual(
      classifySoftware(items).map(
        (one) => `${one.path.map(({ id }) => id).join(' › ')}: ${one.class} from ${one.classFrom}`,
      ),
      rows.map(([, , , expected]) => expected),
    );
  });

test('a chain that no architecture has costs no more than its length', () => {
  const items = Array.from({ length: 20_000 }, (_, index) =>
    softwareItemSchema.parse({ id: `i${index}`, name: 'x', parent: `i${index + 1}`, sources: ['x'] }),
  );
  assert.ok(classifySoftware(items).every(({ path }) => path.length <= 32));
});
