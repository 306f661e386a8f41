import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compareText } from '../../base/compare.ts';
import { writeFolderWhole } from './write-folder.ts';

const place = mkdtempSync(join(tmpdir(), 'tureen-write-'));
after(() => rmSync(place, { recursive: true }));

test('a folder is written with all its files, and nothing else', () => {
  writeFolderWhole(join(place, 'a', 'new'), new Map([['one.txt', '1']]));
  assert.deepEqual(readdirSync(join(place, 'a'), { recursive: true }).map(String).toSorted(compareText), [
    'new',
    join('new', 'one.txt'),
  ]);
  assert.equal(readFileSync(join(place, 'a', 'new', 'one.txt'), 'utf8'), '1');
});

test('where one file cannot be written, none is left', () => {
  const contents = new Map([
    ['one.txt', '1'],
    ['n'.repeat(256), '2'],
  ]);
  assert.throws(() => writeFolderWhole(join(place, 'b', 'new'), contents), {
    name: 'HostError',
    message: `"${join(place, 'b', 'new')}" cannot be written: its name is too long`,
  });
  assert.deepEqual(readdirSync(join(place, 'b')), []);
});

test('a folder that holds files is not replaced', () => {
  const path = join(place, 'c', 'old');
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'old.txt'), 'old');
  assert.throws(() => writeFolderWhole(path, new Map([['new.txt', 'new']])), {
    message: /a folder of that name holds files$/,
  });
  assert.deepEqual(readdirSync(join(place, 'c'), { recursive: true }).map(String).toSorted(compareText), [
    'old',
    join('old', 'old.txt'),
  ]);
});

test('what a killed process of the same number has left, as it is in a container, keeps nobody from writing', () => {
  const left = join(place, 'd', `.tureen-${process.pid}.new`);
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, 'old.txt'), 'old');
  writeFolderWhole(join(place, 'd', 'new'), new Map([['new.txt', 'new']]));
  assert.deepEqual(readdirSync(join(place, 'd'), { recursive: true }).map(String).toSorted(compareText), [
    'new',
    join('new', 'new.txt'),
  ]);
});
