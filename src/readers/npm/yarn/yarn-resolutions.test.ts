import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePackageManifest } from '../package-manifest.ts';
import { yarnResolutions } from './yarn-resolutions.ts';

const cases: readonly (readonly [pattern: string, parent: string, name: string, applies: boolean])[] = [
  ['a', 'any', 'a', true],
  ['**/a', 'any', 'a', true],
  ['@s/a', 'any', '@s/a', true],
  ['**/@s/a', 'any', '@s/a', true],
  ['b/a', 'b', 'a', true],
  ['b/a', 'c', 'a', false],
  ['@s/b/@s/a', '@s/b', '@s/a', true],
  ['**/b/a', 'b', 'a', true],
  ['b/**/a', 'c', 'a', true],
  ['a@npm:^1.0.0', 'any', 'a', true],
  ['b@1/@s/a@2', 'b', '@s/a', true],
  ['a', 'any', 'b', false],
];

for (const [pattern, parent, name, applies] of cases) {
  test(`${pattern} ${applies ? 'replaces' : 'leaves'} what ${parent} asks for by the name ${name}`, () => {
    const manifest = parsePackageManifest('package.json', JSON.stringify({ resolutions: { [pattern]: '9' } }), []);
    assert.deepEqual(yarnResolutions(manifest)(parent, name), applies ? ['9'] : []);
  });
}

test('without a manifest nothing is replaced', () => assert.deepEqual(yarnResolutions(undefined)('a', 'b'), []));
