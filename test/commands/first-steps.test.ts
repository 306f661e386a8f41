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

test('of many drafts the first are named, the rest is counted with where it lies, and --all names each', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `pad-${index + 10}`);
  const packages = {
    '': { dependencies: Object.fromEntries(names.map((name) => [name, '1.0.0'])) },
    ...Object.fromEntries(names.map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
  };
  const written: number[] = [];
  for (const options of [[], ['--all']])
    await inFolder((folder) => {
      writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
      assert.equal(tureen(['init', '--yes', '--name', 'Padder', '--cwd', folder]).code, 0);
      const { stdout } = tureen(['draft', ...options, '--cwd', folder]);
      assert.match(stdout, /\n12 drafts\nnext: complete them/);
      written.push(stdout.match(/^wrote soup\/items\/npm-pad-/gm)?.length ?? 0);
      const rest = 'and 2 more drafts; each is a file of soup/items with `status: draft`';
      assert.equal(stdout.includes(rest), options.length === 0);
    });
  assert.deepEqual(written, [10, 12]);
});

test('of many packages that got no draft the first are named with the reason, and --all names each, as often as it is asked', async () => {
  const modules = Array.from({ length: 12 }, (_, index) => `\texample.com/pad-${index + 10} v1.0.0 // indirect\n`);
  await inFolder((folder) => {
    writeFileSync(join(folder, 'go.mod'), `module example.com/padder\n\ngo 1.24\n\nrequire (\n${modules.join('')})\n`);
    assert.equal(tureen(['init', '--yes', '--name', 'Padder', '--cwd', folder]).code, 0);
    const few = tureen(['draft', '--cwd', folder]).stdout;
    assert.equal(few.match(/^left pkg:golang\/example\.com\/pad-/gm)?.length, 10);
    assert.match(few, /\nand 2 more left; --all shows them\nnothing was drafted, 12 packages left\n$/);
    const all = tureen(['draft', '--all', '--cwd', folder]).stdout;
    assert.equal(all.match(/^left pkg:golang\/example\.com\/pad-/gm)?.length, 12);
  });
});
