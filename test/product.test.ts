import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { tool } from '../src/app/product.ts';

test('the tool names the version of its package', () => {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8')) as Readonly<Record<string, string>>;
  assert.deepEqual(tool, { name, version });
});
