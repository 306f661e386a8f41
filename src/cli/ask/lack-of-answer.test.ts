import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lackOfDay, lackOfRange, lackOfVector } from './lack-of-answer.ts';

const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const answers: readonly (readonly [given: string, lack: string | undefined, expected: RegExp | undefined])[] = [
  ['2026-11-15', lackOfDay('2026-11-15', '2026-11-15'), undefined],
  ['2026-11-14', lackOfDay('2026-11-14', '2026-11-15'), /That day has passed: today is 2026-11-15/],
  ['2026-13-45', lackOfDay('2026-13-45', '2026-11-15'), /no day/],
  [vector, lackOfVector(vector), undefined],
  [`${vector}/MAV:L`, lackOfVector(`${vector}/MAV:L`), undefined],
  ['CVSS:3.1/foo', lackOfVector('CVSS:3.1/foo'), /unknown, stands twice or is missing/],
  ['7.5', lackOfVector('7.5'), /CVSS:3\.1/],
  ['vers:npm/>=1|<2', lackOfRange('vers:npm/>=1|<2', 'npm'), undefined],
  ['vers:pypi/>=1', lackOfRange('vers:pypi/>=1', 'npm'), /vers:npm/],
  ['>=1', lackOfRange('>=1', 'npm'), /no range/],
];

for (const [given, lack, expected] of answers) {
  test(`${given} is ${expected === undefined ? 'taken' : 'asked again, with the reason'}`, () => {
    if (expected === undefined) assert.equal(lack, undefined);
    else assert.match(lack ?? '', expected);
  });
}
