import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { openFile } from './open-file.ts';

test('a file that is not there is told in one line, with where it was looked for', () => {
  assert.throws(() => openFile('no-file.json', '/'), {
    name: 'UsageError',
    message: 'there is no file "no-file.json"',
    help: 'Check the name; it is looked for in /.',
  });
});

test('a folder, and what is neither, are refused', { skip: !existsSync('/dev/null') }, () => {
  assert.throws(() => openFile('src', '.'), { message: '"src" is a folder', help: 'Name the file itself.' });
  assert.throws(() => openFile('/dev/null', '.'), { message: '"/dev/null" is no file' });
});

test('a file is named by its last word, beside what lies around it', async () => {
  const { file, files } = openFile('schemas/../package.json', '.');
  assert.equal(file, 'package.json');
  assert.ok((await files.read(file)) !== undefined);
});
