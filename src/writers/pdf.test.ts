import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentOf, foreignTexts } from '../../test/foreign-document.ts';
import type { Block, Document } from '../model/document.ts';
import { pdf } from './pdf.ts';

function written(...blocks: readonly Block[]): string {
  return pdf.write({ title: 'Title', subtitle: 'Device 1', facts: [], orientation: 'portrait', blocks });
}

test('the page turns as the document asks', () => {
  const document = (orientation: Document['orientation']) => ({
    title: 'T',
    subtitle: '',
    facts: [],
    orientation,
    blocks: [],
  });
  assert.match(pdf.write(document('landscape')), /flipped: true/);
  assert.match(pdf.write(document('portrait')), /flipped: false/);
});

test('a table repeats its head and keeps a short row on one page', () => {
  const columns = [
    { title: 'Name', width: 2 },
    { title: 'Why', width: 1 },
  ];
  const long = 'word '.repeat(2000);
  const markup = written({
    kind: 'table',
    columns,
    rows: [
      [{ text: 'a' }, { text: 'b' }],
      [{ text: 'c' }, { text: long }],
    ],
  });
  assert.match(markup, /table\.header/);
  assert.match(markup, /#rows\(\(2fr, 1fr,\), \("Name", "Why",\),\nwhole\("a"\), "b",\n"c", "word /);
});

test('a row of facts stays on one page, and the first few stay below their heading', () => {
  const facts = (...texts: readonly string[]) =>
    written({ kind: 'facts', rows: texts.map((text) => ({ label: 'Label', cells: [{ text }] })) });
  assert.match(facts('a', 'b'), /#facts\(\(\nwhole-term\("Label"\), \[#"a"\],\nwhole-term/);
  const lines = (count: number) => 'line\n'.repeat(count);
  assert.match(
    facts(...Array.from({ length: 9 }, () => lines(10))),
    /#facts-over-pages\(\((?:\nwhole-term.*){4}\n\), \(/,
  );
  assert.match(facts(lines(200)), /\nterm\("Label"\)/);
});

test('a table that is small beside the page stays whole', () => {
  const table = (count: number) =>
    written({
      kind: 'table',
      columns: [{ title: 'Name', width: 1 }],
      rows: Array.from({ length: count }, () => [{ text: 'a' }]),
    });
  assert.match(table(5), /#whole-rows\(/);
  assert.match(table(50), /#rows\(/);
});

test('a tone is told by a sign, not by colour alone', () => {
  assert.match(written({ kind: 'paragraph', cells: [{ text: 'missing', tone: 'bad' }] }), /toned\("bad", "missing"\)/);
  assert.match(written(), /sign: "✗\u00a0"/);
});

test('a link leads to its target; one that leads nowhere is plain text', () => {
  const markup = written(
    { kind: 'heading', level: 1, text: 'Here', anchor: 'here' },
    {
      kind: 'paragraph',
      cells: [
        { text: 'there', link: 'here' },
        { text: 'lost', link: 'nowhere' },
      ],
    },
  );
  assert.match(markup, /#heading\(level: 1, "Here"\)#label\("here"\)/);
  assert.match(markup, /#to\("here", "there"\)#"lost"/);
});

test('of two targets with one name only the first is one, for Typst refuses the second', () => {
  const heading: Block = { kind: 'heading', level: 1, text: 'Here', anchor: 'here' };
  assert.equal([...written(heading, heading).matchAll(/#label\("here"\)/g)].length, 1);
});

test('outside of its string literals the markup is ours alone, whatever the texts say', () => {
  const skeleton = (texts: readonly string[]) =>
    pdf
      .write(documentOf(texts))
      .replace(/"(?:\\.|[^"\\])*"/g, '""')
      .replace(/long\(""(?:, "")*\)/g, '""');
  const plain = (text: string, index: number) => (text === '' ? '' : `plain ${index}`);
  const lines = (text: string) => text.replace(/whole-|whole\(""\)|-over-pages/g, '');
  assert.equal(lines(skeleton(foreignTexts)), lines(skeleton(foreignTexts.map(plain))));
});
