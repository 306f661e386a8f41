import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGoFile } from './go-file.ts';

const lines: readonly (readonly [written: string, words: string])[] = [
  ['require rsc.io/quote v1.5.2', 'require: rsc.io/quote v1.5.2'],
  ['require\t rsc.io/quote\tv1.5.2\r', 'require: rsc.io/quote v1.5.2'],
  ['require "rsc.io/quote" `v1.5.2`', 'require: rsc.io/quote v1.5.2'],
  ['require rsc.io/quote v1.5.2 // indirect; by hand', 'require: rsc.io/quote v1.5.2 // indirect; by hand'],
  ['require rsc.io/quote v1.5.2// indirect', 'require: rsc.io/quote v1.5.2 // indirect'],
  ['replace a=>./b', 'replace: a=>./b'],
  ['replace a v1.0.0 => ../b', 'replace: a v1.0.0 => ../b'],
  ['require (\n\ta v1.0.0\n\n\t// why\n\tb v2.0.0\n)', 'require: a v1.0.0, require: b v2.0.0'],
  ['require(\na v1.0.0\n)\ngo 1.24', 'require: a v1.0.0, go: 1.24'],
  ['retract [v1.0.0, v1.1.0]', 'retract: [ v1.0.0 , v1.1.0 ]'],
  ['// nothing', ''],
];

for (const [written, words] of lines) {
  test(`${JSON.stringify(written)} says ${words || 'nothing'}`, () => {
    const file = parseGoFile(written);
    assert.ok('statements' in file);
    const shown = file.statements.map(
      ({ verb, words, comment }) => `${verb}: ${words.join(' ')}${comment === '' ? '' : ` // ${comment}`}`,
    );
    assert.equal(shown.join(', '), words);
  });
}

const refusals: readonly (readonly [text: string, message: string, line: number])[] = [
  ['', 'the file is empty', 1],
  ['module a\nruire (\n)', 'the go command knows no directive "ruire"', 2],
  ['module a\nrequire (\na v1', 'the block "require (" is never closed', 2],
  ['module a\nrequire "a v1', 'there is no sense in "\\"a v1"', 2],
  ['module a\nrequire (\n<<<<<<< HEAD\na v1\n)', 'it holds a merge conflict', 3],
];

for (const [text, message, line] of refusals) {
  test(`${JSON.stringify(text)} is refused: ${message}`, () => {
    assert.deepEqual(parseGoFile(text), { message, at: { line } });
  });
}
