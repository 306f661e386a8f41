import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { childNamed, childrenNamed, childText, parseXml, type XmlElement } from './xml.ts';

test('elements know their text, attributes and the place of their start tag', () => {
  const root = read('<a>\n  <b x="1 &amp; 2">one<![CDATA[<two>]]>&#33;</b>\n  <c/>\n</a>');
  assert.deepEqual(root.children, [
    {
      name: 'b',
      namespace: '',
      attributes: Object.assign(Object.create(null), { x: '1 & 2' }),
      children: [],
      text: 'one<two>!',
      at: { line: 2, column: 3 },
    },
    { name: 'c', namespace: '', attributes: Object.create(null), children: [], text: '', at: { line: 3, column: 3 } },
  ]);
});

test('children are found by name, and their text is trimmed or missing', () => {
  const root = read('<a><b> one </b><b>two</b><c> </c><d/></a>');
  assert.deepEqual(
    childrenNamed(root, 'b').map(({ text }) => text),
    [' one ', 'two'],
  );
  assert.equal(childNamed(root, 'd')?.name, 'd');
  assert.deepEqual(
    ['b', 'c', 'e'].map((name) => childText(root, name)),
    ['one', undefined, undefined],
  );
});

test('a prefix stands for the namespace that the nearest element above declares', () => {
  const root = read('<p:a xmlns:p="urn:one" xmlns="urn:two"><b/><p:c xmlns:p="urn:three"/><p:d/><q:e/></p:a>');
  assert.deepEqual(
    [root, ...root.children].map(({ name, namespace }) => `${name} ${namespace}`),
    ['a urn:one', 'b urn:two', 'c urn:three', 'd urn:one', 'e '],
  );
});

test('names that JavaScript knows are names like others', () => {
  const root = read('<a __proto__="x" constructor="y"><__proto__>z</__proto__></a>');
  assert.deepEqual(Object.entries(root.attributes), [
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ]);
  assert.equal(childText(root, '__proto__'), 'z');
});

const faults: readonly (readonly [string, string, number])[] = [
  ['', 'the file is empty', 1],
  [' \n', 'the file is empty', 1],
  ['hello', 'text data outside of root node', 1],
  ['{"a": 1}', 'text data outside of root node', 1],
  ['<a>\n<b>', 'it ends before "b" is closed', 2],
  ['<a>\n</b>', 'unexpected close tag', 2],
  ['<a/>\n<b/>', 'documents may contain only one root', 2],
  ['<a x="1" x="2"/>', 'duplicate attribute: x', 1],
  ['<a>\n<<<<<<< main\n</a>', 'it holds a merge conflict', 2],
  ['<!DOCTYPE a [<!ENTITY b "c">]>\n<a>&b;</a>', 'it uses an entity that XML itself does not know', 2],
  ['<!-- only a comment -->', 'document must contain a root element', 1],
];

for (const [text, message, line] of faults) {
  test(`${JSON.stringify(text)} is refused: ${message}`, () => {
    const parsed = parseXml(text);
    assert.ok('message' in parsed);
    assert.deepEqual([parsed.message, parsed.at.line], [message, line]);
  });
}

test('an external document type is passed over', () => {
  assert.equal(read('<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a>b</a>').text, 'b');
});

test('elements nest as deeply as is allowed and not more', () => {
  const nested = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
  assert.equal(read(nested(200)).name, 'a');
  const deep = parseXml(nested(100_000));
  assert.deepEqual('message' in deep && deep.message, 'its elements nest more than 200 levels deep');
});

test('what was written as XML is read back', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  const text = fc.string({ unit: fc.constantFrom('a', '<', '>', '&', ']]>', '"', ' ', '\n', '💧') });
  const { tree } = fc.letrec<{ tree: Sketch }>((tie) => ({
    tree: fc.record(
      {
        name: word,
        text,
        children: fc.oneof({ maxDepth: 4 }, fc.constant([]), fc.array(tie('tree'), { maxLength: 3 })),
      },
      { noNullPrototype: true },
    ),
  }));
  fc.assert(
    fc.property(tree, (sketch) => assert.deepEqual(sketchOf(read(write(sketch))), sketch)),
    { numRuns: 50 },
  );
});

type Sketch = { readonly name: string; readonly text: string; readonly children: readonly Sketch[] };

function write({ name, text, children }: Sketch): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${name}>${escaped}${children.map(write).join('')}</${name}>`;
}

function sketchOf({ name, text, children }: XmlElement): Sketch {
  return { name, text, children: children.map(sketchOf) };
}

function read(text: string): XmlElement {
  const parsed = parseXml(text);
  assert.ok(!('message' in parsed), 'message' in parsed ? parsed.message : '');
  return parsed;
}
