import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseAllDocuments, stringify } from 'yaml';
import { parsePlainYaml } from './plain-yaml.ts';

const samples: readonly (readonly [what: string, text: string])[] = [
  ['objects in objects', 'a:\n  b:\n    c: 1\n  d: 2\ne: 3\n'],
  ['keys with colons, slashes, at signs and hashes', "/a@1.0.0(b@2:c):\n  d: e#f\nhttp://x/y.tgz#z: ''\n"],
  ['keys in quotes', '"a: b": 1\n\'it\'\'s\': 2\n"\\"\\u00e9\\x41\\n": 3\n'],
  ['scalars as typed', 'a: 1.10\nb: true\nc: null\nd: ~\ne:\nf: 0x1\ng: 2026-01-01\n'],
  [
    'lists, deeper and as deep as their key',
    'a:\n  - x\n  - y\nb:\n- x\n- - p\n  - q\n- k: v\n  l: w\n-\n  m: n\n-\nc: d\n',
  ],
  ['brackets and braces', 'a: [x, "y, z", {k: v}, ]\nb: {c: d, e: [f], "g":h, i: }\nk: {}\nl: []\n'],
  ['brackets over several lines', 'a: [\n  x, # first\n\n  y\n]\nb: {\n  c: d }\n'],
  ['braces with addresses', 'r: {integrity: sha512-a+b/c==, tarball: https://npm.example/a/-/a-1.0.0.tgz#x}\n'],
  ['comments and empty lines', '# top\na: 1 # one\n\n  # deep\nb: x#y\nc: "z" # last\n'],
  ['literal blocks', 'a: |\n  x\n   y\n\n  z\nb: |-\n  x\n\nc: |+\n  x\n\nd: |2\n    x\n  y\ne: |\nf: g\n'],
  ['folded blocks', 'a: >\n  x\n  y\n\n  z\n   deep\n  back\n\n\n  end\nb: >-\n\n  x\n  y\nc: d\n'],
  ['values over several lines', 'a: x\n  y\n\n  z\nb: "x\n  y \\\n  z\n\n  w"\nc: \'x\n  # no comment\n  y\'\nd: e\n'],
  ['long keys', `? ${'k'.repeat(1100)}\n: v\n? "${'q'.repeat(1100)}"\n:\n  a: b\n`],
  ['several documents', '---\na: 1\n---\nb: 2\n...\n---\nc: 3\n'],
  ['a document with nothing in it', 'a: 1\n---\n'],
  ['carriage returns and a byte order mark', '\ufeffa:\r\n  b: c\r\n'],
  ['keys that objects inherit', 'constructor: 1\ntoString:\n  hasOwnProperty: x\n'],
];

for (const [what, text] of samples) {
  test(`${what} are read as YAML means them`, () => assert.deepEqual(valuesOf(text), meant(text)));
}

const refused: readonly (readonly [text: string, message: string, line: number])[] = [
  ['', 'the file is empty', 1],
  [' \n\n', 'the file is empty', 1],
  ['a: 1\n  b: 2\n', 'a colon stands inside a value without quotes', 2],
  ['a:\n    b: 1\n  c: 2\n', 'this line does not belong to the one above', 3],
  ['a: 1\nnonsense\n', 'this line is no key with a colon behind it', 2],
  ['a: b: c\n', 'a colon stands inside a value without quotes', 1],
  ['a:\n\t- b\n', 'a tab stands where only spaces may', 2],
  ['a: &x 1\n', 'no lockfile writes a value that begins like this', 1],
  ['a: *x\n', 'no lockfile writes a value that begins like this', 1],
  ['a: !!str 1\n', 'no lockfile writes a value that begins like this', 1],
  ['a: "x\nb: 1\n', 'the quotes that begin here have no end', 1],
  ['a: "x" y\n', 'nothing but a comment may stand behind this value', 1],
  ['"', 'the quotes that begin here have no end', 1],
  ['a: {b: c\n', 'a bracket or brace has no end', 1],
  ['a: [b c: d]\n', 'neither "," nor "]" stands here', 1],
  ['a: "\\q"\n', 'the text in quotes has an unknown escape', 1],
  ['? - a\n: b\n', 'no lockfile writes a value that begins like this', 1],
  ['a: 1\n<<<<<<< HEAD\nb: 2\n', 'a merge conflict was left in it', 2],
  ['__proto__:\n  a: 1\n', 'no lockfile has the key "__proto__"', 1],
  ['['.repeat(5000), 'it is nested more deeply than any lockfile', 1],
  [`${'- '.repeat(5000)}a`, 'it is nested more deeply than any lockfile', 1],
];

for (const [text, message, line] of refused) {
  test(`${JSON.stringify(text.slice(0, 30))} is refused at line ${line}`, () => {
    const fault = parsePlainYaml(text);
    assert.ok('message' in fault, 'it was read');
    assert.deepEqual([fault.message, fault.at.line], [message, line]);
  });
}

test('keys lead to their lines', () => {
  const [first, second] = documentsIn('a:\n  b:\n    - c: 1\n    -\n      d: 2\n---\ne: 3\nf: {g: {}}\n');
  assert.deepEqual(
    [[], ['a'], ['a', 'b'], ['a', 'b', 0], ['a', 'b', 1], ['a', 'b', 1, 'd'], ['a', 'x', 'b']].map((path) =>
      first?.lineOf(path),
    ),
    [1, 1, 2, 3, 4, 4, 1],
  );
  assert.deepEqual([second?.lineOf([]), second?.lineOf(['f'])], [7, 8]);
});

test('of a key that stands twice the later value counts, and the line is told', () => {
  const [document] = documentsIn('a: 1\nb:\n  c: 1\n  c: 2\n');
  assert.deepEqual(document?.value, { a: '1', b: { c: '2' } });
  assert.deepEqual(document.repeated, [{ key: 'c', line: 4 }]);
});

test('whatever a program writes as YAML is read as it was meant', () => {
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('a: b', ' x ', '#', 'y\n\n z\n', '- a', '{}', "it's", '"', '\\', '>=1 <2', '\n', ' \n x', '? a'),
    fc.array(fc.string({ maxLength: 12 }), { maxLength: 30 }).map((words) => words.join(' ')),
  );
  const tree = fc.letrec((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, text, fc.array(tie('value'), { maxLength: 4 }), tie('object')),
    object: fc.dictionary(
      fc.string().filter((key) => key !== '__proto__' && !key.includes('\n')),
      tie('value'),
      { maxKeys: 5, minKeys: 1, noNullPrototype: true },
    ),
  }));
  const options = fc.record({
    lineWidth: fc.constantFrom(0, 20, 80),
    singleQuote: fc.boolean(),
    collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  });
  fc.assert(
    fc.property(tree.object, options, (value, { collectionStyle, lineWidth, singleQuote }) => {
      const width = collectionStyle === 'flow' ? 0 : lineWidth;
      const written = stringify(value, {
        collectionStyle,
        lineWidth: width,
        singleQuote,
        aliasDuplicateObjects: false,
      });
      assert.deepEqual(valuesOf(written), meant(written));
    }),
  );
});

test('no text makes it throw', () => {
  const line = fc.constantFrom(
    'a:',
    ' b: c',
    '- ',
    '  - x',
    '"',
    "'",
    '{',
    '[',
    '}',
    ']',
    '|',
    ' >-',
    '? ',
    ': ',
    '---',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(fc.oneof(line, fc.string({ maxLength: 5 }))).map((all) => all.join('\n')),
  );
  fc.assert(fc.property(text, (any) => void parsePlainYaml(any)));
});

function documentsIn(text: string) {
  const documents = parsePlainYaml(text);
  if ('message' in documents) throw new assert.AssertionError({ message: `${documents.message}: ${text}` });
  return documents;
}

function valuesOf(text: string): readonly unknown[] {
  return documentsIn(text).map(({ value }) => value);
}

function meant(text: string): readonly unknown[] {
  return parseAllDocuments(text, { schema: 'failsafe' }).map((document) => {
    assert.deepEqual(document.errors, []);
    return document.toJS() as unknown;
  });
}
