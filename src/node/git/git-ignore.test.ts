import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder } from '../../../test/command-line.ts';
import { filesBelow } from '../files/files.ts';

test('what git ignores is not listed as a file, and said to be ignored by which rule', () =>
  inFolder(async (folder) => {
    mkdirSync(join(folder, 'app', 'build'), { recursive: true });
    mkdirSync(join(folder, 'app', 'tmp'));
    mkdirSync(join(folder, 'lib'));
    const write = (path: string, text = '') => writeFileSync(join(folder, path), text);
    write('.gitignore', 'build/\n*.log\n/lib/kept.json\n');
    write('app/.gitignore', '# what is kept\r\n!keep.log\r\ntmp/\r\n');
    for (const path of ['app/build/a.json', 'app/keep.log', 'app/drop.log', 'lib/kept.json', 'lib/other.json'])
      write(path);
    const { files, unlisted } = await filesBelow(folder).list();
    assert.deepEqual(
      files.map(({ path }) => path),
      ['.gitignore', 'app/.gitignore', 'app/keep.log', 'lib/other.json'],
    );
    assert.deepEqual(
      unlisted.map(({ path, kind, reason }) => `${kind} ${path}: ${reason}`),
      [
        'ignored app/build/: ignored by .gitignore:1 (build/)',
        'ignored app/drop.log: ignored by .gitignore:2 (*.log)',
        'ignored app/tmp/: ignored by app/.gitignore:3 (tmp/)',
        'ignored lib/kept.json: ignored by .gitignore:3 (/lib/kept.json)',
      ],
    );
  }));
