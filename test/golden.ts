import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Compares with a golden file; `UPDATE_GOLDEN=1` writes it, to be read before it is committed. */
export function matchesGolden(path: string, actual: string): void {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, actual);
  }
  assert.ok(existsSync(path), `there is no ${path}; run with UPDATE_GOLDEN=1, and read what it wrote`);
  assert.equal(actual, readFileSync(path, 'utf8'));
}
