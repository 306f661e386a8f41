import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseToml } from './toml.ts';

const broken: readonly (readonly [what: string, text: string, message: string, line: number])[] = [
  ['a text without end', 'a = 1\nb = "', 'unfinished string', 2],
  ['lists in lists without end', `a = ${'['.repeat(100_000)}`, 'document contains excessively nested structures', 1],
  ['tables in tables without end', `[${'a.'.repeat(100_000)}a]`, 'it is nested more than 500 levels deep', 1],
  ['a key __proto__', '__proto__ = 1', 'it holds the key "__proto__"', 1],
];

for (const [what, text, message, line] of broken) {
  test(`${what} is refused: ${message}`, () => {
    const toml = parseToml(text);
    assert.ok('message' in toml);
    assert.ok(toml.message.startsWith(message), toml.message);
    assert.equal(toml.at.line, line);
  });
}
