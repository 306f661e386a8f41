import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { globs } from '../base/paths/glob.ts';
import { bytesInMemory } from '../base/binaries/random-access.ts';
import { readers } from './index.ts';

/** A file may be cut off, or hold anything in its middle: a reader says so, and never throws. */
for (const { name, files, executables, load } of readers) {
  const reader = await load();
  const isMine = executables === true ? () => true : globs(files);
  const encoding = reader.content === 'bytes' || reader.content === 'parts' ? 'latin1' : 'utf8';
  const originals = globSync(`src/readers/*/fixtures/${name}/*/**/*`, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .filter((path) => isMine(path) && !/\/(?:reading\.txt|oracle\.txt|README\.md)$/.test(path))
    .map((path) => ({ path: relative('src/readers', path), text: readFileSync(path, encoding) }))
    .filter(({ text }) => text.length < 20_000)
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));

  if (originals.length === 0) continue;
  test(`${name} reads a file that was cut off or spoilt without throwing`, async () => {
    const spoilt = fc.record({
      original: fc.constantFrom(...originals),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      junk: fc.constantFrom('', '<', '{', '"', '\0', '<<<<<<< HEAD\n', '\n', 'null', '[[[', '${', '💧'),
      skip: fc.nat(200),
      cut: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ original: { path, text }, at, junk, skip, cut }) => {
        const position = Math.floor(at * text.length);
        const broken = text.slice(0, position) + junk + (cut ? '' : text.slice(position + skip));
        const { components, diagnostics } =
          reader.content === 'parts'
            ? await reader.read({ path, content: bytesInMemory(Buffer.from(broken, encoding)) })
            : reader.content === 'bytes'
              ? reader.read({ path, bytes: Buffer.from(broken, encoding), companions: new Map(), tree: [] })
              : reader.read({ path, text: broken, companions: new Map([[path, broken]]) });
        const lines = broken.split('\n').length;
        for (const { foundAt } of components) assert.ok(foundAt.every(({ line }) => line >= 1 && line <= lines));
        for (const { place } of diagnostics) assert.ok(!('line' in place) || place.line >= 1);
      }),
      { numRuns: 60 },
    );
  });
}
