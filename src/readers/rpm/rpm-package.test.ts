import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceOf } from './rpm-package.ts';

const binary = { version: '1.2', release: '3.el9', epoch: 2 };

const cases: readonly (readonly [archive: string | undefined, source: string | undefined])[] = [
  ['bash-1.2-3.el9.src.rpm', 'bash 2:1.2-3.el9'],
  ['bash-5.0-3.el9.src.rpm', 'bash 5.0-3.el9'],
  ['bash-1.2-4.el9.src.rpm', 'bash 1.2-4.el9'],
  ['gcc-toolset-13-1.2-3.el9.nosrc.rpm', 'gcc-toolset-13 2:1.2-3.el9'],
  ['bash-1.2-3.el9.x86_64.rpm', undefined],
  ['(none)', undefined],
  [undefined, undefined],
];

for (const [archive, expected] of cases) {
  test(`the source archive ${archive} of 2:1.2-3.el9 is ${expected ?? 'unknown'}`, () => {
    const source = sourceOf(archive, binary);
    assert.equal(source && `${source.name} ${source.version}`, expected);
  });
}
