import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from './quote.ts';

const quotes: readonly (readonly [text: string, shown: string])[] = [
  ['left-pad', '"left-pad"'],
  ['say "no"\n\u001b[2J', String.raw`"say \"no\"\n\u001b[2J"`],
  ['\ud800', String.raw`"\ud800"`],
  ['x'.repeat(100), `"${'x'.repeat(100)}"`],
  ['x'.repeat(101), `"${'x'.repeat(100)}…"`],
  ['git+https://user:pass@git.example/a.git#main and more', '"git+https://… and more"'],
  ['https://download.example/a?token=secret', '"https://…"'],
  ['pkg:generic/a?download_url=https://user:pass@download.example/a', '"pkg:generic/a?download_url=https://…"'],
  ['pkg://npm/@types', '"pkg://npm/@types"'],
];

for (const [text, shown] of quotes) {
  test(`${JSON.stringify(text.slice(0, 60))} is shown as ${shown.slice(0, 60)}`, () =>
    assert.equal(quote(text), shown));
}

test('no part of a password stands before a cut', () => {
  assert.equal(quote(`https://user:${'p'.repeat(1_000_000)}@git.example`), '"https://…"');
  for (let length = 90; length <= 100; length++)
    assert.doesNotMatch(quote(`${'x'.repeat(length)} https://secret@git.example`), /sec/);
});
