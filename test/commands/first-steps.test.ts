import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, tureen } from '../command-line.ts';

test('where no lockfile is found, the first steps say so and never that all is done', async () => {
  await inFolder((folder) => {
    writeFileSync(join(folder, 'package.json'), '{ "name": "product", "dependencies": { "left-pad": "^1.3.0" } }');
    const begun = tureen(['init', '--yes', '--name', 'Padder', '--cwd', folder]);
    assert.match(begun.stdout, /\nnext: add the lockfile or package database .*`tureen scan`\n/);
    const drafted = tureen(['draft', '--cwd', folder]);
    assert.equal(drafted.code, 1);
    assert.match(drafted.stdout, /^nothing was drafted of what could be read\n/);
    assert.match(drafted.stderr, /no components were found/);
  });
});

test('a folder of many ecosystems is told in one line, and what comes next', async () => {
  await inFolder((folder) => {
    const source = join(process.cwd(), 'examples/dermatology/advisories');
    const synced = tureen(['sync', '--from', source, '--cwd', folder, '--store', join(folder, 'store.sqlite')]);
    assert.equal(synced.code, 0, synced.stderr);
    const told = synced.stderr.split('\n').filter((line) => line.includes(source));
    assert.match(told.join('\n'), /^\d+ records of 3 ecosystems from .*: Debian \d+, PyPI \d+, npm \d+$/);
    assert.match(synced.stderr, /\nnext: `tureen evaluate` /);
  });
});
