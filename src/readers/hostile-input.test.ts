import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import { growsEvenly } from '../../test/grows-evenly.ts';
import { bytesInMemory } from '../base/binaries/random-access.ts';
import { globs } from '../base/paths/glob.ts';
import { quote } from '../base/quote.ts';
import type { AnyReader } from '../model/plugs/reader.ts';
import { readers } from './index.ts';

/** What stands in the place of a word of a file, as often as a size asks for. */
const fillings = ['a', '/', '.', ' ', '-1', '%25', '@'];
/** What opens a level in one format or another. */
const levels = [
  ['[', ']'],
  ['{', '}'],
  ['- ', ''],
  ['? ', ''],
  ['(', ')'],
  ['<a>', '</a>'],
  ['{"a":', '}'],
] as const;
/** So deep that a reader which calls itself is at its end. */
const deep = 3000;
/** Of `size` one level in so many: not so deep that a parser gives up before it has the work. */
const shallow = 50;
const size = 20_000;
/** At most so many entries, so that a short one does not take long where each costs much. */
const most = 500;
/** Less than any quadratic work over `size` characters takes; only what takes longer is looked at twice. */
const quick = 60;

/** Somebody may write anything into a file: no word of it, however long, costs time by its square, nor overflows the stack. */
for (const { name, files, executables, load } of readers) {
  const reader = await load();
  const isMine = executables === true ? () => true : globs(files);
  const encoding = reader.content === 'bytes' || reader.content === 'parts' ? 'latin1' : 'utf8';
  const originals = globSync(`src/readers/*/fixtures/${name}/*/**/*`, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\/broken/.test(entry.parentPath))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => isMine(path) && !/\/(?:reading\.txt|oracle\.txt|README\.md)$/.test(path))
    .map((path) => ({ path: relative('src/readers', path), text: readFileSync(path, encoding) }))
    .toSorted((a, b) => a.text.length - b.text.length || (a.path < b.path ? -1 : 1));
  const [original] = originals;
  if (original === undefined) continue;
  /** One that holds most kinds of entries, and is still small. */
  const rich = originals.findLast(({ text }) => text.length < size) ?? original;

  test(`${name} reads a long word in linear time, and what is nested without end`, async () => {
    const { path, text } = original;
    const words = [...text.matchAll(/[^\s"'<>{}[\](),=]+/g)];
    const step = Math.max(1, Math.floor(words.length / 2));
    const chosen = words.filter((_, index) => index % step === 0);
    const put = (word: RegExpMatchArray & { readonly index: number }, filler: string) =>
      text.slice(0, word.index) + filler + text.slice(word.index + word[0].length);
    for (const word of chosen)
      for (const filling of fillings)
        await isLinear(reader, path, `${filling} for ${quote(word[0])}`, (count) => put(word, filling.repeat(count)));
    for (const [index, [open, close]] of levels.entries()) {
      const word = chosen[index % chosen.length];
      if (word === undefined) continue;
      const nested = (depth: number) => put(word, open.repeat(depth) + close.repeat(depth));
      await isLinear(reader, path, `${open} in one another`, (count) => nested(count / shallow));
      await readText(reader, path, nested(deep));
      await readText(reader, path, put(word, open.repeat(deep)));
    }
  });

  test(`${name} reads what is there many times in linear time`, async () => {
    const { path, text } = rich;
    for (const { name: what, at, entry } of entriesOf(text, encoding))
      for (const each of [(written: string) => written, renamed])
        await isLinear(reader, path, `many times ${quote(what)}`, (count) => {
          const times = Math.min(most, Math.ceil((2 * size) / entry.length)) * (count / size);
          const all = Array.from({ length: times }, (_, index) => each(entry, index));
          return text.slice(0, at) + all.join('') + text.slice(at);
        });
  });
}

/** Entries of one name that need one another by it: each of many may mean any of as many. */
const tangled: readonly (readonly [name: string, path: string, head: string, entry: string])[] = [
  [
    'pdm-lock',
    'pdm.lock',
    '[metadata]\nlock_version = "4.5.0"\n\n',
    '[[package]]\nname = "a"\nversion = "1.0.0"\ngroups = ["default"]\ndependencies = ["a>=1"]\n\n',
  ],
  [
    'pixi-lock',
    'pixi.lock',
    'version: 3\npackage:\n',
    [
      '- platform: linux-64\n  name: a\n  version: 1.0.0\n  category: main\n  manager: conda\n  dependencies:\n  - a >=1\n',
      '  url: https://conda.example/forge/linux-64/a-1.0.0-h1_0.conda\n  build: h1_0\n',
    ].join(''),
  ],
];

for (const [name, path, head, entry] of tangled)
  test(`${name} reads entries that mean one another in linear time`, async () => {
    const reader = await readers.find((one) => one.name === name)?.load();
    assert.ok(reader !== undefined);
    await isLinear(reader, path, 'an entry', (count) => `${head}${entry.repeat(count / 20)}`);
  });

type Entry = { readonly name: string; readonly at: number; readonly entry: string };

/** Parts of a file that may stand there again: a line, a line with what is indented below it, a paragraph; of bytes some stretch. */
function entriesOf(text: string, encoding: 'latin1' | 'utf8'): readonly Entry[] {
  if (encoding === 'latin1')
    return [0.2, 0.5, 0.8].map((part) => {
      const at = Math.floor(text.length * part);
      return { name: `bytes ${at}`, at, entry: text.slice(at, at + 64) };
    });
  const kinds = new Map<string, Entry>();
  for (const { index: at } of text.matchAll(/^.*\S/gm)) {
    const [line = ''] = /^.*\n?/.exec(text.slice(at)) ?? [];
    const [indent = ''] = /^[ \t]*/.exec(line) ?? [];
    const deeper = new RegExp(`^.*\\n(?:${indent}[ \\t].*\\n|${indent}[}\\])],?\\n)*`);
    const [below = ''] = deeper.exec(text.slice(at)) ?? [];
    const end = text.indexOf('\n\n', at);
    for (const entry of [line, below, end === -1 ? '' : text.slice(at, end + 2)]) {
      const kind = entry.replace(/\w+/g, (word) => (/^[a-z_]+$/.test(word) ? word.slice(0, 3) : 'A')).slice(0, 24);
      const before = kinds.get(kind);
      if (entry.endsWith('\n') && entry.length < 1000 && entry.length > (before?.entry.length ?? 0))
        kinds.set(kind, { name: entry.slice(0, 60), at, entry });
    }
  }
  const longest = [...kinds.values()].toSorted((a, b) => b.entry.length - a.entry.length);
  const step = Math.max(1, Math.floor(longest.length / 3));
  return longest.filter((_, index) => index % step === 0);
}

/** The same entry of another name, so that it is not refused as one that was there already. */
function renamed(entry: string, index: number): string {
  return entry.replace(/[A-Za-z]\w*/, (word) => `${word}${index}`);
}

async function isLinear(reader: AnyReader, path: string, what: string, filled: (count: number) => string) {
  const read = (count: number) => readText(reader, path, filled(count));
  await growsEvenly(`${path}: ${what}`, read, { from: size, enough: size, quick });
}

async function readText(reader: AnyReader, path: string, text: string): Promise<void> {
  const companions = new Map([[path, text]]);
  const bytes =
    reader.content === 'bytes' || reader.content === 'parts' ? Buffer.from(text, 'latin1') : Buffer.alloc(0);
  if (reader.content === 'parts') await reader.read({ path, content: bytesInMemory(bytes) });
  else if (reader.content === 'bytes') reader.read({ path, bytes, companions: new Map(), tree: [] });
  else {
    reader.companions?.(companions, path, []);
    reader.read({ path, text, companions });
  }
}
