import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';
import { matchesGolden } from '../../test/golden.ts';
import { growsEvenly } from '../../test/grows-evenly.ts';
import { globs } from '../base/paths/glob.ts';
import type { ImportFinder, SourceImports } from '../model/plugs/import-finder.ts';
import { importFinders } from './index.ts';

/** Each folder `fixtures/<finder>` holds source files and the golden `imports.txt`: what is found in them, a line each. */
for (const finder of importFinders) {
  const folder = `src/usage/fixtures/${finder.name}`;
  const sources = globSync(`${folder}/*`).filter(globs(finder.files)).toSorted();

  test(`${finder.name} finds what its golden file says, and nothing in comments and strings`, () => {
    assert.ok(sources.length > 0, 'there is no source file in its folder');
    const found = sources.map((path) => ({ path, said: finder.find(readFileSync(path, 'utf8')) }));
    matchesGolden(`${folder}/imports.txt`, found.map(({ path, said }) => show(finder, path, said)).join('\n'));
    const fakes = found.flatMap(({ said }) => said.imports.filter(({ module }) => /fake|comment|block/i.test(module)));
    assert.deepEqual(fakes, []);
  });

  test(`${finder.name} finds the same with Windows line ends, and a file cut anywhere breaks nothing`, () => {
    for (const path of sources) {
      const text = readFileSync(path, 'utf8');
      assert.deepEqual(finder.find(text.replaceAll('\n', '\r\n')), finder.find(text));
      for (let end = 0; end < text.length; end++) finder.find(text.slice(0, end));
    }
  });

  test(`${finder.name} takes time in proportion to a hostile file`, async () => {
    for (const piece of hostile) {
      const find = (size: number) => finder.find(words + piece.repeat(Math.ceil(size / piece.length)));
      await growsEvenly(JSON.stringify(piece), find, { from: size, enough: size, quick });
    }
  });
}

/** So long that by its square it takes much longer than what is quick. */
const size = 60_000;
const quick = 60;

/** What some finders look for before they look closer. */
const words = 'import include require from TYPE_CHECKING\n';

/** Openings without an end, and beginnings of imports without what follows. */
const hostile: readonly string[] = [
  ['"', "'", '`', '/*', '"""', '`${', '\\"', '/[', '(/', 'R"(', 'r#"', '@"', '=begin\n', "'''", '{', '\\\n', ' ', '\n'],
  [
    'import ',
    'import {',
    'export ',
    'from ',
    "from '",
    'import\n',
    'import(',
    'require(',
    'require( ',
    'use ',
    'use {',
  ],
  ['using ', 'using a=', 'using a<', '#include <', '#include "', 'pub(', 'extern crate ', 'package ', 'namespace '],
  [
    'import static ',
    'if TYPE_CHECKING:\n',
    'a::',
    'mod ',
    '@a(',
    '<script ',
    '<script>',
    'import a.',
    'from a import (',
  ],
  [';', '; ', 'import (\n', 'import a,', 'x'],
].flat();

function show(finder: ImportFinder, path: string, { imports, declares = [] }: SourceImports): string {
  const lines = imports.map(({ module, line, typesOnly, byName }) => {
    const packages = finder
      .packagesOf(module)
      .map((group) => group.join(' or '))
      .join(', ');
    const notes = [...(typesOnly ? ['types only'] : []), ...(byName ? ['by its name'] : [])].join(', ');
    return `${line} ${module} [${packages}]${notes === '' ? '' : ` (${notes})`}\n`;
  });
  return [`${basename(path)}\n`, ...lines, ...declares.map((module) => `declares ${module}\n`)].join('');
}
