import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import { bytesInMemory } from '../base/binaries/random-access.ts';
import { globs } from '../base/paths/glob.ts';
import { quote } from '../base/quote.ts';
import type { AnyReader } from '../model/plugs/reader.ts';
import { readers } from './index.ts';

/** What stands in the place of a word of a file, as often as a size asks for. */
const fillings = ['a', '/', '.', ' ', '-1', '%25', '@'];
/** What opens a level in one format or another. */
const levels = ['[', '{', '- ', '? ', '(', '<a>', '{"a":'];
const deep = 5000;
const size = 20_000;
/** Less than any quadratic work over `size` characters takes; only what takes longer is looked at twice. */
const quick = 60;
/** Four times as much may take four times as long, and more when the machine is busy: the square of it takes sixteen times. */
const mostGrowth = 10;

/** Somebody may write anything into a file: no word of it, however long, costs time by its square, nor overflows the stack. */
for (const { name, files, executables, load } of readers) {
  const reader = await load();
  const isMine = executables === true ? () => true : globs(files);
  const encoding = reader.content === 'bytes' || reader.content === 'parts' ? 'latin1' : 'utf8';
  const [original] = globSync(`src/readers/*/fixtures/${name}/*/**/*`, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\/broken/.test(entry.parentPath))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => isMine(path) && !/\/(?:reading\.txt|oracle\.txt|README\.md)$/.test(path))
    .map((path) => ({ path: relative('src/readers', path), text: readFileSync(path, encoding) }))
    .toSorted((a, b) => a.text.length - b.text.length || (a.path < b.path ? -1 : 1));
  if (original === undefined || original.text.length > 50_000) continue;

  test(`${name} reads a long word in linear time, and what is nested without end`, async () => {
    const { path, text } = original;
    const words = [...text.matchAll(/[^\s"'<>{}[\](),=]+/g)];
    const step = Math.max(1, Math.floor(words.length / 3));
    for (const word of words.filter((_, index) => index % step === 0)) {
      for (const filling of fillings) {
        const filled = (count: number) =>
          text.slice(0, word.index) + filling.repeat(count) + text.slice(word.index + word[0].length);
        if ((await timeOf(reader, path, filled(size))) < quick) continue;
        const growth = await growthOf(reader, path, filled);
        assert.ok(growth < mostGrowth, `${path}: ${filling} for ${quote(word[0])} takes ${growth} times as long`);
      }
      for (const level of levels)
        await timeOf(reader, path, text.slice(0, word.index) + level.repeat(deep) + text.slice(word.index));
    }
  });
}

/** The least of what several looks give, for what else the machine does can only slow one of them down. */
async function growthOf(reader: AnyReader, path: string, filled: (count: number) => string): Promise<number> {
  let least = Infinity;
  for (let look = 0; look < 4 && least >= mostGrowth; look++) {
    const small = await timeOf(reader, path, filled(size));
    least = Math.min(least, (await timeOf(reader, path, filled(4 * size))) / small);
  }
  return least;
}

async function timeOf(reader: AnyReader, path: string, text: string): Promise<number> {
  const companions = new Map([[path, text]]);
  const bytes =
    reader.content === 'bytes' || reader.content === 'parts' ? Buffer.from(text, 'latin1') : Buffer.alloc(0);
  const started = performance.now();
  if (reader.content === 'parts') await reader.read({ path, content: bytesInMemory(bytes) });
  else if (reader.content === 'bytes') reader.read({ path, bytes, companions: new Map(), tree: [] });
  else {
    reader.companions?.(companions, path, []);
    reader.read({ path, text, companions });
  }
  return performance.now() - started;
}
