import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pdmLock } from './pdm-lock.ts';
import { poetryLock } from './poetry-lock.ts';
import { pylock } from './pylock.ts';
import { uvLock } from './uv-lock.ts';

for (const reader of [uvLock, poetryLock, pdmLock, pylock]) {
  test(`${reader.name} says of an empty file that it is empty, and does not take it for a product without packages`, () => {
    for (const text of ['', ' \n\n']) {
      const { components, diagnostics } = reader.read({
        path: 'x.lock',
        text,
        companions: new Map(),
        tree: [],
      });
      assert.deepEqual(
        [components, diagnostics.map(({ severity, message }) => `${severity}: ${message}`)],
        [[], ['error: x.lock cannot be read: the file is empty']],
      );
    }
  });
}
