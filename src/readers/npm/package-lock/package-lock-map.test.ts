import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPackagesMap } from './package-lock-map.ts';

test('an entry that is longer than any path is told and left out, for to follow it up takes time by its square', () => {
  const long = `node_modules/${'/'.repeat(5000)}`;
  const entries = { '': {}, [long]: { version: '1.0.0' }, 'node_modules/left-pad': { version: '1.3.0' } };
  const { components, diagnostics } = readPackagesMap('package-lock.json', entries, () => 7);
  assert.deepEqual(
    components.map(({ purl }) => purl),
    ['pkg:npm/left-pad@1.3.0'],
  );
  assert.match(
    diagnostics.map(({ message }) => message).join('\n'),
    /^the entry "node_modules\/+…" is longer than the path of any folder$/,
  );
});
