import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseControlFile } from './control-file.ts';

test('paragraphs keep each field with the line of its name', () => {
  const text = 'Package: bash\nDepends: libc6,\n base-files\n\n\nPackage: mawk\r\nHomepage:\r\n';
  const file = parseControlFile(text);
  assert.ok('paragraphs' in file);
  assert.deepEqual(
    file.paragraphs.map((paragraph) => Array.from(paragraph)),
    [
      [
        ['package', { value: 'bash', line: 1 }],
        ['depends', { value: 'libc6,\nbase-files', line: 2 }],
      ],
      [
        ['package', { value: 'mawk', line: 6 }],
        ['homepage', { value: '', line: 7 }],
      ],
    ],
  );
});

const refused: readonly { readonly text: string; readonly line: number; readonly message: RegExp }[] = [
  { text: '', line: 1, message: /is empty/ },
  { text: '\n \n', line: 1, message: /is empty/ },
  { text: 'Package: bash\nVersion', line: 2, message: /"Version" is no field/ },
  { text: 'Package: bash\n<<<<<<< HEAD\n', line: 2, message: /"<<<<<<< HEAD" is no field/ },
  { text: 'not a field: x\n', line: 1, message: /is no field/ },
  { text: ': x\n', line: 1, message: /is no field/ },
  { text: ' continued\n', line: 1, message: /continues no field/ },
  { text: 'Package: a\nPACKAGE: b\n', line: 2, message: /"PACKAGE" stands twice/ },
  { text: 'Package: a\nDescription: cut in the mid', line: 2, message: /middle of a line/ },
];

for (const { text, line, message } of refused) {
  test(`a control file is refused at line ${line}: ${JSON.stringify(text)}`, () => {
    const file = parseControlFile(text);
    assert.ok('message' in file);
    assert.match(file.message, message);
    assert.equal(file.at.line, line);
  });
}

test('whatever is written as paragraphs is read as the same paragraphs', () => {
  const name = fc.stringMatching(/^[A-Z][A-Za-z-]{0,9}$/);
  const value = fc.stringMatching(/^[!-~]([ -~]{0,20}[!-~])?$/);
  const paragraph = fc.uniqueArray(fc.tuple(name, value), {
    minLength: 1,
    selector: ([field]) => field.toLowerCase(),
  });
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1 }), (paragraphs) => {
      const text = paragraphs.map((fields) => fields.map(([field, content]) => `${field}: ${content}\n`).join(''));
      const file = parseControlFile(text.join('\n'));
      assert.ok('paragraphs' in file);
      assert.deepEqual(
        file.paragraphs.map((read) => [...read].map(([field, { value: content }]) => [field, content])),
        paragraphs.map((fields) => fields.map(([field, content]) => [field.toLowerCase(), content])),
      );
    }),
  );
});
