import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { holdLock } from './lock-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-lock-'));
after(() => rmSync(folder, { recursive: true }));

const path = join(folder, 'store');
const longAgo = new Date('2026-01-01T00:00:00Z');

const left: readonly (readonly [what: string, content: () => string, old: boolean, free: boolean])[] = [
  ['of a process that is gone', () => `${spawnSync(process.execPath, ['--version']).pid}\n`, false, true],
  ['of an earlier process with the number of this one', () => `${process.pid}\n`, false, true],
  ['that was placed long ago by one killed before it named itself', () => '', true, true],
  ['that was placed a moment ago, still without a name', () => '', false, false],
  ['of a process that runs', () => `${process.ppid}\n`, true, false],
  ['with something else in it', () => 'mine\n', true, false],
];

for (const [what, content, old, free] of left) {
  test(`a lock ${what} ${free ? 'is taken over' : 'is kept'}`, () => {
    writeFileSync(`${path}.lock`, content());
    if (old) utimesSync(`${path}.lock`, longAgo, longAgo);
    if (free) holdLock(path, 'sync')();
    else assert.throws(() => holdLock(path, 'sync'), { name: 'HostError', message: /^another sync is running/ });
    assert.equal(existsSync(`${path}.lock`), !free);
    rmSync(`${path}.lock`, { force: true });
  });
}
