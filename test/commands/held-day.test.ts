import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { baseDevice } from '../base-device.ts';
import { inFolder, tureen } from '../command-line.ts';

const held = { SOURCE_DATE_EPOCH: '1763208000' };

test('a day that is held by the environment is said on stderr, in the answers and in the document', () =>
  inFolder((folder) => {
    for (const [path, text] of Object.entries(baseDevice)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const at = (...words: readonly string[]) => tureen([...words, '--cwd', folder], held);
    for (const words of [['check'], ['status'], ['report', 'soup-list']])
      assert.match(
        at(...words).stderr,
        /^note: judged as of 2025-11-15 \(SOURCE_DATE_EPOCH\).*\nhelp: Unset/,
        words[0],
      );
    assert.match(at('status').stdout, /as of 2025-11-15 \(SOURCE_DATE_EPOCH\)\n$/);
    assert.match(at('status', '--json').stdout, /"asOf": "2025-11-15 \(SOURCE_DATE_EPOCH\)"/);
    const page = readFileSync(join(folder, 'soup-list.html'), 'utf8').replace(/<\/?(?:wbr|time)>/g, '');
    assert.match(page, /2025-11-15 \(SOURCE_DATE_EPOCH\)/);
    assert.equal(at('check', '--quiet').stderr, '');
  }));

test('on the clock’s own day nothing is said of it', () =>
  inFolder((folder) => {
    writeFileSync(join(folder, 'tureen.yaml'), baseDevice['tureen.yaml'] ?? '');
    const { stdout, stderr } = tureen(['status', '--cwd', folder]);
    assert.equal(stderr, '');
    assert.match(stdout, /answered with yes as of \d{4}-\d{2}-\d{2}\n$/);
  }));
