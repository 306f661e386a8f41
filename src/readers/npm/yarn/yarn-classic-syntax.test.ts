import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseClassicLock } from './yarn-classic-syntax.ts';

test('keys, fields and lists are read, in quotes or bare', () => {
  const text = `# yarn lockfile v1\r


"@s/a@^1.0.0", "a@npm:b@2", f@3:
  version "1.0.0"
  resolved "https://npm.example/a/-/a-1.0.0.tgz#da39"
  integrity sha512-ab+/==
  dependencies:
    "@s/b" ">=1 <2"
    c "1 || 2"
  optionalDependencies:
    d "*"

e@:\r
  version "say \\"1\\""\r
`;
  const entries = parseClassicLock(text);
  assert.ok(!('message' in entries));
  assert.deepEqual(
    entries.map(({ keys, line, fields, lists }) => [
      keys,
      line,
      Object.fromEntries(fields),
      [...lists].map(([name, ranges]) => [name, Object.fromEntries(ranges)]),
    ]),
    [
      [
        ['@s/a@^1.0.0', 'a@npm:b@2', 'f@3'],
        4,
        { version: '1.0.0', resolved: 'https://npm.example/a/-/a-1.0.0.tgz#da39', integrity: 'sha512-ab+/==' },
        [
          ['dependencies', { '@s/b': '>=1 <2', c: '1 || 2' }],
          ['optionalDependencies', { d: '*' }],
        ],
      ],
      [['e@'], 14, { version: 'say "1"' }, []],
    ],
  );
});

const refused: readonly (readonly [text: string, message: string, line: number])[] = [
  ['', 'the file is empty', 1],
  ['a@1:\n  version "1\n', 'this line is not of the format of yarn 1', 2],
  ['a@1:\n   version "1"\n', 'this line is not of the format of yarn 1', 2],
  ['a@1:\n  version: 1\n', 'this line is not of the format of yarn 1', 2],
  ['a@1:\n  version\n', 'this line is not of the format of yarn 1', 2],
  ['  version "1"\n', 'this line is not of the format of yarn 1', 1],
  ['a@1:\n    b "1"\n', 'this line is not of the format of yarn 1', 2],
  ['a@1:\n\tversion "1"\n', 'this line is not of the format of yarn 1', 2],
  ['a@1\n', 'this line is not of the format of yarn 1', 1],
  ['a@1:\n<<<<<<< HEAD\n  version "1"\n', 'a merge conflict was left in it', 2],
  ['<!DOCTYPE html>\n', 'this line is not of the format of yarn 1', 1],
];

for (const [text, message, line] of refused) {
  test(`${JSON.stringify(text)} is refused at line ${line}`, () => {
    const fault = parseClassicLock(text);
    assert.ok('message' in fault, 'it was read');
    assert.deepEqual([fault.message, fault.at.line], [message, line]);
  });
}

test('whatever is written in this format is read back', () => {
  const word = fc.string({ minLength: 1, unit: 'grapheme' });
  const ranges = fc.dictionary(word, word, { minKeys: 1, maxKeys: 3, noNullPrototype: true });
  const entry = fc.record(
    { keys: fc.array(word, { minLength: 1, maxLength: 3 }), version: word, dependencies: ranges },
    { noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 4 }), (entries) => {
      const quoted = JSON.stringify;
      const text = entries.map(({ keys, version, dependencies }) => {
        const lines = Object.entries(dependencies).map(([name, range]) => `    ${quoted(name)} ${quoted(range)}\n`);
        return `${keys.map((key) => quoted(key)).join(', ')}:\n  version ${quoted(version)}\n  dependencies:\n${lines.join('')}`;
      });
      const read = parseClassicLock(text.join('\n'));
      assert.ok(!('message' in read), text.join('\n'));
      assert.deepEqual(
        read.map(({ keys, fields, lists }) => ({
          keys,
          version: fields.get('version'),
          dependencies: Object.fromEntries(lists.get('dependencies') ?? []),
        })),
        entries,
      );
    }),
  );
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom('a@1:', '  version "1"', '  dependencies:', '    b "1"', '"', ':', ', ', '\\');
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => void parseClassicLock(lines.join('\n'))));
});
