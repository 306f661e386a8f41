import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readGitState } from './git-state.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';

const states: readonly (readonly [written: string | undefined, version: string | undefined, pinning: string])[] = [
  [commit, commit, 'exact'],
  [commit.toUpperCase(), commit, 'exact'],
  ['0123abc', '0123abc', 'mutable 0123abc'],
  ['v1.14.0', 'v1.14.0', 'mutable v1.14.0'],
  ['release-1.12.1', 'release-1.12.1', 'mutable release-1.12.1'],
  ['DCMTK-3.6.8', 'DCMTK-3.6.8', 'mutable DCMTK-3.6.8'],
  ['curl-8_9_1', 'curl-8_9_1', 'mutable curl-8_9_1'],
  ['refs/tags/stable', 'stable', 'mutable refs/tags/stable'],
  ['main', undefined, 'mutable main'],
  ['origin/release-1.2', undefined, 'mutable origin/release-1.2'],
  ['v3.5-branch', undefined, 'mutable v3.5-branch'],
  ['4.x', undefined, 'mutable 4.x'],
  ['v2', undefined, 'mutable v2'],
  ['', undefined, 'mutable the default branch'],
  [undefined, undefined, 'mutable the default branch'],
];

for (const [written, version, pinning] of states) {
  test(`the state ${JSON.stringify(written)} is ${pinning}, version ${version}`, () => {
    const state = readGitState(written);
    assert.equal(state.version, version);
    assert.equal(state.pinning.kind === 'exact' ? 'exact' : `${state.pinning.kind} ${state.pinning.asked}`, pinning);
  });
}
