import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { safeJson } from './safe-json.ts';

const marks = [
  '\u001b[31m',
  '\u009b31m',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\u{e0041}',
  '\ud800',
  '\u2028',
  '\n',
  '\r',
  '\t',
  '##[error]',
];

test('JSON holds nothing that a terminal or a build server would take for its own, and says the same', () => {
  const text = fc.array(
    fc.oneof(fc.constantFrom(...marks, '##vso[a]', '::error::', '\\', '"'), fc.string({ unit: 'binary' })),
  );
  const value = fc.dictionary(
    text.map((parts) => parts.join('')),
    text.map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(value, (foreign) => {
      const json = safeJson(JSON.stringify(foreign, undefined, 2));
      assert.doesNotMatch(json, /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\u2028\u2029]|##\w*\[|^\s*::/mu);
      assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(foreign)));
    }),
  );
});

test('letters of any script stay', () => {
  const json = JSON.stringify({ 'Größe 数 שלום 👩‍🔬': 'std::vector ## Notes' }, undefined, 2);
  assert.equal(safeJson(json), json);
});
