import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, tureen } from '../command-line.ts';
import { gitIn } from '../git-in.ts';

function lock(version: string): string {
  return JSON.stringify({
    lockfileVersion: 3,
    packages: { '': { dependencies: { ladle: version } }, 'node_modules/ladle': { version } },
  });
}

test('diff compares a commit with the folder, with another commit, and two folders; and ends as it was asked to', async () => {
  await inFolder((folder) => {
    const git = gitIn(folder);
    const path = join(folder, 'package-lock.json');
    git('init');
    writeFileSync(path, lock('1.0.0'));
    git('add', '.');
    git('commit', '-m', 'one');
    writeFileSync(path, lock('0.9.0'));

    const shown = tureen(['diff', 'HEAD', '--cwd', folder]);
    assert.equal(shown.code, 0);
    assert.equal(shown.stdout, '~ pkg:npm/ladle@0.9.0  1.0.0 → 0.9.0  downgrade\n\n0 added, 0 removed, 1 changed\n');
    assert.equal(shown.stderr, '');

    assert.equal(tureen(['diff', 'HEAD', '--cwd', folder, '--exit-code']).code, 1);
    const same = tureen(['diff', 'HEAD', 'HEAD', '--cwd', folder, '--exit-code']);
    assert.deepEqual([same.code, same.stdout], [0, 'No component differs.\n']);
    assert.equal(tureen(['diff', folder, folder, '--exit-code']).code, 0);

    const { changes } = JSON.parse(tureen(['diff', 'HEAD', '--cwd', folder, '--json']).stdout);
    assert.equal(changes[0].step, 'down');
  });
});

test('a state that cannot be read whole is told with its place, and is no success', async () => {
  await inFolder((folder) => {
    writeFileSync(join(folder, 'package-lock.json'), '{');
    const { code, stderr } = tureen(['diff', 'examples/dermatology', folder]);
    assert.equal(code, 1);
    assert.match(stderr, /package-lock\.json cannot be read: Expected property name/);
    assert.ok(stderr.includes(`--> ${folder}:package-lock.json:1:2`));
  });
});

test('a name that stands for nothing is told, with what to name instead', () =>
  inFolder((folder) => {
    gitIn(folder)('init');
    const { code, stderr } = tureen(['diff', 'no-such-tag', '--cwd', folder]);
    assert.equal(code, 2);
    assert.match(
      stderr,
      /"no-such-tag" is no release, no folder, no file and no commit[^]*help: Name a path, or a commit/,
    );
  }));
