import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SafetyClass } from '../../model/clause.ts';
import { safetyClasses, type Grading } from '../../model/risks/grading.ts';
import { asksLeast } from './asks-least.ts';
import { classInForce } from './class-in-force.ts';
import { highestClass } from './highest-class.ts';
import { isBelow } from './is-below.ts';

const highest: readonly (readonly [
  classes: readonly (SafetyClass | undefined)[],
  expected: SafetyClass | undefined,
])[] = [
  [[], undefined],
  [[undefined], undefined],
  [['A', undefined], 'A'],
  [['A', 'C', 'B'], 'C'],
  [['B', 'A'], 'B'],
];

for (const [classes, expected] of highest)
  test(`the highest of [${classes.join(', ')}] is ${expected}`, () => {
    assert.equal(highestClass(classes), expected);
  });

test('what nobody decided counts as the highest class, and asks not least', () => {
  const { grades, undecided }: Grading = safetyClasses;
  assert.equal(undecided, grades.at(-1));
  assert.deepEqual([classInForce(undefined), classInForce('A')], ['C', 'A']);
  assert.deepEqual([asksLeast(undefined), asksLeast('A'), asksLeast('B')], [false, true, false]);
});

test('a class is below another only by the order of the edition', () => {
  assert.deepEqual([isBelow('A', 'B'), isBelow('B', 'B'), isBelow('C', 'B')], [true, false, false]);
});
