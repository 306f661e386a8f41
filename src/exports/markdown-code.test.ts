import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markdownCode } from './markdown-code.ts';

for (const [foreign, written] of [
  ['left-pad', '`left-pad`'],
  ['a`b', "`a'b`"],
  ['a|b', String.raw`${'`'}a\|b${'`'}`],
  // A backslash in front would take the other one for itself, and the cell would end.
  [String.raw`a\|b\\|c\d`, String.raw`${'`'}a\|b\|c\d${'`'}`],
  ['a\r\nb', '`a b`'],
  ['\u001b[31mred\u202elive', '` [31mred live`'],
  ['', '` `'],
] as const)
  test(`${JSON.stringify(foreign)} stays inside of the code`, () => {
    assert.equal(markdownCode(foreign), written);
  });
