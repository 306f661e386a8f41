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
