import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rules } from '../../rules/index.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { filesInBrief } from './files-in-brief.ts';
import { printJson, type Json } from './print-json.ts';

const lock = 'soup/anomalies.lock.json';

/** Whether all that is shown of a value stands in it, at the same place. */
function isPartOf(shown: Json, whole: Json | undefined): boolean {
  if (typeof shown !== 'object' || shown === null) return shown === whole;
  if (typeof whole !== 'object' || whole === null || Array.isArray(shown) !== Array.isArray(whole)) return false;
  const all = new Map(Object.entries(whole));
  return (
    Object.entries(shown).every(([key, each]) => isPartOf(each, all.get(key))) &&
    (!Array.isArray(shown) || shown.length === all.size)
  );
}

for (const { id, examples } of rules)
  test(`${id}: what its examples show is in the files that its test reads, and is short`, () => {
    for (const [index, files] of filesInBrief(examples).entries()) {
      const given = examples[index]?.files ?? {};
      assert.deepEqual(files.map(({ path }) => path).toSorted(), Object.keys(given).toSorted());
      for (const { path, text, shown } of files) {
        const whole = given[path];
        if (!path.endsWith('.json') || text === undefined || shown === 'before') assert.equal(text, whole);
        else assert.ok(isPartOf(JSON.parse(text), JSON.parse(whole ?? '')), path);
        assert.ok(shown === 'before' || (text ?? '').split('\n').length <= 27, `${path} has too many lines`);
      }
    }
  });

test('an evaluation shows what is otherwise than usual, and all of it where nothing is', () => {
  const example = (files: Readonly<Record<string, string>>) => ({ title: 'One', files, says: [] });
  const [[usual] = [], [old] = []] = filesInBrief([
    example(sealedLock()),
    example(sealedLock({ evaluated: '2026-01-01' })),
  ]);
  assert.match(usual?.text ?? '', /"evaluated": "2026-11-14"[\s\S]*"fetched"/);
  assert.equal(old?.text, '{ "evaluated": "2026-01-01" }');
});

test('a file is as above only where the last example that had it shows the same', () => {
  const [one, other] = [withFinding(), withFinding('undetermined')];
  const shown = filesInBrief([one, one, {}, one, other, one].map((files) => ({ title: 'One', files, says: [] })));
  assert.deepEqual(
    shown.map((files) => files.map(({ path, shown: how }) => `${path} ${how}`).join()),
    [`${lock} part`, `${lock} before`, '', `${lock} before`, `${lock} part`, `${lock} part`],
  );
});

test('JSON that does not fit on a line is broken where it has parts', () => {
  assert.equal(printJson({ a: [], b: {}, c: true }), '{ "a": [], "b": {}, "c": true }');
  const long = 'x'.repeat(80);
  assert.equal(
    printJson({ a: [long, { b: 1 }, 2, long] }),
    `{\n  "a": [\n    "${long}",\n    { "b": 1 },\n    2,\n    "${long}"\n  ]\n}`,
  );
});
