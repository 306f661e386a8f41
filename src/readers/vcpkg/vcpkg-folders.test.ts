import assert from 'node:assert/strict';
import { test } from 'node:test';
import { statusOf } from './vcpkg-folders.ts';

const tree = [
  'build/linux/vcpkg_installed/vcpkg/status',
  'plugins/a/vcpkg.json',
  'plugins/a/vcpkg_installed/x64-windows/vcpkg/status',
  'tools/vcpkg/installed/vcpkg/status',
  'vcpkg.json',
];

const manifests: readonly (readonly [manifest: string, found: readonly string[]])[] = [
  ['vcpkg.json', ['build/linux/vcpkg_installed/vcpkg/status']],
  ['plugins/a/vcpkg.json', ['plugins/a/vcpkg_installed/x64-windows/vcpkg/status']],
  ['plugins/b/vcpkg.json', []],
];

for (const [manifest, found] of manifests) {
  test(`the ports of ${manifest} are installed in ${found.join(' and ') || 'no folder'}`, () => {
    assert.deepEqual(statusOf(manifest, tree), found);
  });
}
