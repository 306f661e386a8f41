import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonMembers } from './json-members.ts';

test('every member of any object is found with the text of its value', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.constantFrom(0, 1), (object, indent) => {
      const text = ` ${JSON.stringify(object, undefined, indent)}\n`;
      assert.deepEqual(
        jsonMembers(text).map(({ key, start, end }) => [key, JSON.parse(text.slice(start, end))]),
        Object.entries(JSON.parse(text) as object),
      );
    }),
  );
});
