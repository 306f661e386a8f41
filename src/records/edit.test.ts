import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Document, isCollection, isMap, isPair, isScalar, isSeq, parse, parseDocument, visit } from 'yaml';
import { baseDevice } from '../../test/base-device.ts';
import type { KeyPath } from '../model/place.ts';
import { appendTo, deleteIn, setIn, type Edit } from './edit.ts';
import type { YamlValue } from './editing/render-yaml.ts';

const record = `# head
soup: pkg:npm/a   # the package
status: draft

# who
manufacturer:
  name: 'Old name' # checked
  # kind comes later
requirements:
- id: R-1   # one
  kind: functional
  text: >
    folded text
    on two lines

- { id: R-2, kind: functional, text: x } # flow
empty: # nothing yet
list: []
# tail
`;

/** What is done, and the lines that go (-) and come (+), each as `- line` or `+ line`. */
const cases: readonly (readonly [string, (text: string) => Edit, readonly string[]])[] = [
  ['a plain text', (text) => setIn(text, ['status'], 'confirmed'), ['- status: draft', '+ status: confirmed']],
  [
    'a quoted text keeps its quotes and its comment',
    (text) => setIn(text, ['manufacturer', 'name'], "It's new"),
    [`-   name: 'Old name' # checked`, `+   name: 'It''s new' # checked`],
  ],
  [
    'a text that reads as a number is quoted',
    (text) => setIn(text, ['status'], '1.10'),
    ['- status: draft', `+ status: '1.10'`],
  ],
  [
    'a new key goes behind the last one, before the comments that follow',
    (text) => setIn(text, ['manufacturer', 'kind'], 'project'),
    ['+   kind: project'],
  ],
  [
    'a folded text stays folded',
    (text) => setIn(text, ['requirements', 0, 'text'], `${'long '.repeat(20)}text`),
    [
      '-   text: >',
      '-     folded text',
      '-     on two lines',
      '+   text: >-',
      '+     long long long long long long long long long long long long long long long long long long long',
      '+     long text',
    ],
  ],
  [
    'a key inside brackets',
    (text) => setIn(text, ['requirements', 1, 'verifiedBy'], ['T-1', 'a: b']),
    [
      '- - { id: R-2, kind: functional, text: x } # flow',
      `+ - { id: R-2, kind: functional, text: x, verifiedBy: [T-1, 'a: b'] } # flow`,
    ],
  ],
  [
    'keys below one without a value',
    (text) => setIn(text, ['empty', 'system', 'os'], 'Linux'),
    ['+   system:', '+     os: Linux'],
  ],
  [
    'a text of several lines',
    (text) => setIn(text, ['empty'], 'two\nlines'),
    ['- empty: # nothing yet', '+ empty: "two\\nlines" # nothing yet'],
  ],
  ['a list in place of a text', (text) => setIn(text, ['status'], ['a']), ['- status: draft', '+ status:', '+   - a']],
  [
    'an entry of a list, at the indentation of its author',
    (text) => appendTo(text, ['requirements'], { id: 'R-3', verifiedBy: ['T-1'] }),
    ['+ - id: R-3', '+   verifiedBy:', '+     - T-1'],
  ],
  ['a first entry', (text) => appendTo(text, ['list'], { id: 'x' }), ['- list: []', '+ list:', '+   - id: x']],
  [
    'a list that was not there',
    (text) => appendTo(text, ['approved'], { version: '1.0' }),
    ['+ approved:', `+   - version: '1.0'`],
  ],
  [
    'a key goes with the comment on its line',
    (text) => deleteIn(text, ['soup']),
    ['- soup: pkg:npm/a   # the package'],
  ],
  [
    'the first key of an entry goes, the dash stays',
    (text) => deleteIn(text, ['requirements', 0, 'id']),
    ['- - id: R-1   # one', '-   kind: functional', '+ - kind: functional'],
  ],
  [
    'a key inside brackets goes with one comma',
    (text) => deleteIn(text, ['requirements', 1, 'text']),
    ['- - { id: R-2, kind: functional, text: x } # flow', '+ - { id: R-2, kind: functional } # flow'],
  ],
  [
    'the last key of a group leaves an empty group',
    (text) => deleteIn(text, ['manufacturer', 'name']),
    ['- manufacturer:', `-   name: 'Old name' # checked`, '+ manufacturer: {} # checked'],
  ],
  ['a key that is not there', (text) => deleteIn(text, ['manufacturer', 'site']), []],
];

for (const [name, change, expected] of cases) {
  for (const [ends, text] of [
    ['', record],
    [', with Windows line ends and a byte order mark', `\ufeff${record.replaceAll('\n', '\r\n')}`],
    [', without a line break at the end', record.trimEnd()],
  ] as const) {
    test(`${name}${ends}`, () => {
      const changed = textOf(change(text));
      const lineBreak = ends.includes('Windows') ? '\r\n' : '\n';
      assert.deepEqual(difference(text.split(lineBreak), changed.split(lineBreak)), expected);
    });
  }
}

test('an empty text and a text of comments take a first key', () => {
  assert.equal(textOf(setIn('', ['a', 'b'], 1)), 'a:\n  b: 1\n');
  assert.equal(textOf(setIn('# to do', ['a'], ['x'])), '# to do\na:\n  - x\n');
});

const refused: readonly (readonly [string, string, (text: string) => Edit, RegExp])[] = [
  ['a text that is no YAML', 'a: 1\n\tb: 2\n', (text) => setIn(text, ['a'], 2), /stands in a text that is no YAML/],
  ['an alias bomb', bomb(), (text) => setIn(text, ['a'], 2), /stands in a text that is no YAML/],
  ['a key below a text', record, (text) => setIn(text, ['status', 'x'], 2), /leads through an alias or a value/],
  ['a key behind an alias', 'a: &x { b: 1 }\nc: *x\n', (text) => setIn(text, ['c', 'b'], 2), /leads through an alias/],
  ['what an alias shares', 'a: &x 1\nc: *x\n', (text) => setIn(text, ['a'], 2), /cannot be changed alone/],
  ['an entry far behind the end', record, (text) => setIn(text, ['list', 3], 'x'), /cannot be changed alone/],
  ['an entry of what is no list', record, (text) => appendTo(text, ['status'], 'x'), /"status" is no list/],
  [
    'an entry in brackets that comments are tied to',
    'a: [ # one\n  1 # two\n  , 2 ]\n',
    (text) => deleteIn(text, ['a', 0]),
    /cannot be changed alone/,
  ],
];

for (const [name, text, change, reason] of refused) {
  test(`${name} is refused with help, not damaged`, () => {
    const edit = change(text);
    assert.ok('refused' in edit);
    assert.match(edit.refused, reason);
    assert.match(edit.help, /^[A-Z].*\.$/);
  });
}

test('an alias itself can be replaced', () => {
  assert.equal(textOf(setIn('a: &x 1\nc: *x # why\n', ['c'], 2)), 'a: &x 1\nc: 2 # why\n');
});

test('any edit changes its field alone: other values, comments and bytes stay', () => {
  fc.assert(
    fc.property(documents(), values(), fc.nat(), fc.nat(), (text, value, choice, deed) => {
      const before: unknown = parse(text);
      const paths = pathsOf(before, []);
      const path = paths[choice % paths.length] ?? [];
      const { edit, wanted } = doOne(deed % 4, text, before, path, value);
      const after = textOf(edit);
      assert.deepEqual(parse(after), wanted);
      assert.equal(parseDocument(after).errors.length, 0);
      const lost = commentsOutside(text, path).filter((comment) => !after.includes(comment));
      assert.deepEqual(lost, []);
      assert.equal(after.startsWith('\ufeff'), text.startsWith('\ufeff'));
      assert.ok(text.includes('\r\n') ? !/[^\r]\n/.test(after) : !after.includes('\r'), 'mixed line ends');
      const [from, to] = linesOf(text, path[0] ?? '');
      assert.ok(after.startsWith(text.slice(0, from).trimEnd()), 'a byte before the field changed');
      assert.ok(after.endsWith(text.slice(to).trimStart()), 'a byte behind the field changed');
    }),
    { numRuns: 600 },
  );
});

test('a record survives twenty edits in a row', () => {
  const text = baseDevice['soup/items/npm-left-pad.yaml'] ?? '';
  fc.assert(
    fc.property(fc.array(fc.tuple(values(), fc.nat(), fc.nat()), { minLength: 20, maxLength: 20 }), (edits) => {
      let now = text;
      for (const [value, choice, deed] of edits) {
        const before: unknown = parse(now);
        const paths = pathsOf(before, []);
        const { edit, wanted } = doOne(deed % 4, now, before, paths[choice % paths.length] ?? [], value);
        now = textOf(edit);
        assert.deepEqual(parse(now), wanted);
      }
    }),
    { numRuns: 15 },
  );
});

function textOf(edit: Edit): string {
  assert.ok('text' in edit, 'refused' in edit ? edit.refused : '');
  return edit.text;
}

function difference(from: readonly string[], to: readonly string[]): string[] {
  let start = 0;
  while (start < from.length && from[start] === to[start]) start++;
  let end = 0;
  while (end < Math.min(from.length, to.length) - start && from.at(-1 - end) === to.at(-1 - end)) end++;
  return [
    ...from.slice(start, from.length - end).map((line) => `- ${line}`),
    ...to.slice(start, to.length - end).map((line) => `+ ${line}`),
  ];
}

function bomb(): string {
  const lines = Array.from(
    'bcdefghi',
    (key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`,
  );
  return ['a: &a [x, x, x, x, x, x, x, x, x]', ...lines].join('\n');
}

/** One of the four deeds on a value that is there, and what the whole should read as afterwards. */
function doOne(deed: number, text: string, before: unknown, path: KeyPath, value: YamlValue) {
  const whole = structuredClone(before);
  const parent = at(whole, path.slice(0, -1)) as Record<string | number, unknown>;
  const key = path.at(-1) ?? '';
  const old = at(whole, path);
  if (deed === 0) {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else Reflect.deleteProperty(parent, key);
    return { edit: deleteIn(text, path), wanted: whole };
  }
  if (deed === 1 && Array.isArray(old)) {
    old.push(value);
    return { edit: appendTo(text, path, value), wanted: whole };
  }
  if (deed === 2 && typeof old === 'object' && old !== null && !Array.isArray(old)) {
    (old as Record<string, unknown>)['new key'] = value;
    return { edit: setIn(text, [...path, 'new key'], value), wanted: whole };
  }
  parent[key] = value;
  return { edit: setIn(text, path, value), wanted: whole };
}

function at(value: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);
}

function pathsOf(value: unknown, path: KeyPath): KeyPath[] {
  const own = path.length === 0 ? [] : [path];
  if (typeof value !== 'object' || value === null) return own;
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [...own, ...keys.flatMap((key) => pathsOf(at(value, [key]), [...path, key]))];
}

function texts(): fc.Arbitrary<string> {
  const awkward = [
    '',
    'true',
    '1.10',
    'a: b',
    'a #b',
    '- a',
    '# a',
    "it's",
    ' a',
    'a ',
    'a\nb',
    'a\n',
    '\n\na',
    '|',
    '>',
    '~',
  ];
  const more = [
    'a, b',
    '[a]',
    '{',
    '*a',
    '&a',
    '!a',
    '%a',
    '@a',
    '`a',
    '\ta',
    'a\u2028b',
    'ü 漢 🩺',
    'a\n  b\nc\n\n',
    'a\r\nb',
  ];
  return fc.oneof(
    fc.constantFrom(...awkward, ...more),
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
}

function keys(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/),
    fc.constantFrom('a b', 'true', 'ü', 'x: y', '#', '- a', 'a,b'),
  );
}

function values(): fc.Arbitrary<YamlValue> {
  const { value } = fc.letrec<{ value: YamlValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      texts(),
      fc.integer(),
      fc.double({ noDefaultInfinity: true, noNaN: true }).map((number) => number + 0),
      fc.boolean(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(keys(), tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  return value;
}

/** Texts as different authors and editors write them, with a comment before any key or entry and behind some values. */
function documents(): fc.Arbitrary<string> {
  const style = fc.record({
    indent: fc.constantFrom(2, 4),
    indentSeq: fc.boolean(),
    singleQuote: fc.boolean(),
    lineWidth: fc.constantFrom(0, 30, 80),
    flow: fc.double({ min: 0, max: 1, noNaN: true }),
    comments: fc.boolean(),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    mark: fc.boolean(),
    ended: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1000 }),
  });
  return fc
    .tuple(fc.dictionary(keys(), values(), { minKeys: 1, maxKeys: 4, noNullPrototype: true }), style)
    .map(([value, { flow, comments, lineBreak, mark, ended, seed, ...options }]) => {
      const document = new Document(value);
      let count = seed;
      const chance = (share: number) => (count++ * 0.618) % 1 < share;
      visit(document, (_, node) => {
        if (isCollection(node) && node !== document.contents && chance(flow)) node.flow = true;
        if (!comments) return;
        if (isPair(node) && isScalar(node.key) && chance(0.5)) node.key.commentBefore = ` before ${count}.`;
        if (isScalar(node) && typeof node.value !== 'string' && chance(0.3)) node.comment = ` behind ${count}.`;
      });
      const text = document.toString(options);
      return `${mark ? '\ufeff' : ''}${(ended ? text : text.replace(/\n$/, '')).replaceAll('\n', lineBreak)}`;
    })
    .filter((text) => {
      const { errors } = parseDocument(text);
      return errors.length === 0 && isCollection(parseDocument(text).contents);
    });
}

/** The comments of a text that stand neither inside a field, nor on its lines, nor right before an entry of a list. */
function commentsOutside(text: string, path: KeyPath): string[] {
  const document = parseDocument(text);
  const parent = document.getIn(path.slice(0, -1), true);
  const nodes = isMap(parent)
    ? [parent.items.find(({ key }) => isScalar(key) && String(key.value) === path.at(-1))?.key]
    : [path.at(-1) === 0 ? parent : document.getIn([...path.slice(0, -1), Number(path.at(-1)) - 1], true)];
  const [first, last] = [...nodes, document.getIn(path, true)].filter((node) => isCollection(node) || isScalar(node));
  const from = text.lastIndexOf('\n', (first?.range?.[0] ?? 0) - 1);
  const to = text.indexOf('\n', (last?.range?.[1] ?? 0) - 1);
  return [...text.matchAll(/# (before|behind) \d+\./g)]
    .filter(({ index }) => index < from || (to !== -1 && index > to))
    .map(([comment]) => comment);
}

/** Where the lines of a top-level key begin and end, its comments and empty lines included. */
function linesOf(text: string, key: string | number): readonly [number, number] {
  const { contents } = parseDocument(text);
  if (!isCollection(contents) || isSeq(contents)) return [0, text.length];
  const starts = contents.items.flatMap((pair) =>
    isPair(pair) && isScalar(pair.key) ? [{ key: String(pair.key.value), start: pair.key.range?.[0] ?? 0 }] : [],
  );
  const index = starts.findIndex((pair) => pair.key === key);
  return [starts[index]?.start ?? 0, starts[index + 1]?.start ?? text.length];
}
