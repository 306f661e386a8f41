import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { referencePages } from '../scripts/reference-pages.ts';

for (const [path, text] of await referencePages()) {
  test(`${path} is what the code says`, () => {
    assert.ok(existsSync(path), 'run `npm run docs`');
    assert.equal(readFileSync(path, 'utf8'), text, 'stale: run `npm run docs`');
  });
}
