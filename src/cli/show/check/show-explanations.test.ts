import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explain } from '../../../app/explain/explain.ts';
import { plainLook } from '../look.ts';
import { showExplanations } from './show-explanations.ts';

test('of a clause with several rules each is told without its examples, which one rule shows', () => {
  const whole = showExplanations(explain('8.1.2'), false, plainLook);
  assert.match(whole, /62304\/manufacturer: /);
  assert.match(whole, /62304\/pinned: /);
  assert.doesNotMatch(whole, /^ {2}(?:right|wrong): /m);
  assert.match(whole, /`tureen explain <rule>` shows/);
  assert.match(showExplanations(explain('62304/manufacturer'), false, plainLook), /^ {2}wrong: /m);
});

const lines: readonly (readonly [rule: string, line: string])[] = [
  ['62304/manufacturer', 'asked at classes A, B, C; error'],
  ['62304/purpose', 'asked at classes B, C; error'],
  ['81001-5-1/review-due', 'asked at classes A, B, C; the clause knows no safety classes; error'],
  ['records/duplicate-id', 'asked at classes A, B, C; the clause itself asks at classes B, C; error'],
];

for (const [rule, line] of lines)
  test(`${rule} says at which classes it is asked, and its clause where that differs`, () =>
    assert.equal(showExplanations(explain(rule), false, plainLook).split('\n')[2]?.trim(), line));

test('examples show what a person writes first, and of generated files the part that matters, once', () => {
  const shown = showExplanations(explain('records/verdict-hazard'), false, plainLook);
  const [right = ''] = shown.split('  wrong: ');
  assert.match(
    right,
    /the records\n[\s\S]*?\n {2}right: .*\n {4}# soup\/items\/npm-left-pad\.yaml\n {6}soup: pkg:npm\/left-pad\n/,
  );
  assert.equal(right.match(/# soup\/anomalies\.lock\.json, in part\n {6}\{\n {8}"findings": \[/g)?.length, 1);
  assert.match(right, /"records": \[\{ "id": "GHSA-pad1-pad1-pad1", "hash": "sha256:aa01" \}\]/);
  assert.match(right, /\n {4}# soup\/anomalies\.lock\.json, as above\n$/);
  assert.doesNotMatch(shown, /"fetched"|"inventory"|"why"|"content"/);
});
