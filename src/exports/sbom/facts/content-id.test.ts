import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { contentId, spdxId } from './content-id.ts';

test('an identity is a UUID of version 8, and another for other content', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      assert.match(contentId(a), /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      assert.equal(contentId(a) === contentId(b), JSON.stringify(a) === JSON.stringify(b));
    }),
  );
});

test('an identity stays the same from release to release', () => {
  assert.equal(contentId({ name: 'tureen' }), '0f9dd885-a472-8acd-986f-31944b77c7b0');
  assert.equal(spdxId('SPDXRef', 'npm/%40babel/core@7.0.0'), 'SPDXRef-npm-babel-core-7.0.0-ddfd6f80d8b4');
});

test('an SPDX identifier is legal and tells texts apart, however alike they look', () => {
  const text = fc.string({ unit: 'binary', maxLength: 120 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      assert.match(spdxId('LicenseRef', a), /^LicenseRef-[A-Za-z0-9.-]+$/);
      assert.equal(spdxId('SPDXRef', a) === spdxId('SPDXRef', b), a === b);
    }),
  );
  assert.notEqual(spdxId('LicenseRef', 'GPL 2'), spdxId('LicenseRef', 'GPL/2'));
});
