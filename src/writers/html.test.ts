import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { documentOf, foreignTexts } from '../../test/foreign-document.ts';
import type { Block } from '../model/document.ts';
import { html } from './html.ts';
import { visibleText } from './visible-text.ts';

function written(...blocks: readonly Block[]): string {
  return html.write({ title: 'Title', subtitle: 'Device 1', facts: [], orientation: 'portrait', blocks });
}

test('the page is well-formed and shows every text, whatever it says', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 6 }), (texts) => {
      const { text } = readHtml(html.write(documentOf(texts)));
      for (const one of texts) assert.ok(text.includes(visibleText(one)), JSON.stringify(one));
    }),
    { examples: [[[...foreignTexts]]] },
  );
});

test('a text never becomes an element or an attribute', () => {
  const kinds = (texts: readonly string[]) => {
    const { tags } = readHtml(html.write(documentOf(texts)));
    const own = tags.filter((tag) => tag !== '<wbr>');
    return [...new Set(own.map((tag) => tag.replace(/"[^"]*"/g, '""')))].toSorted();
  };
  const plain = foreignTexts.map((text, index) => (text === '' ? '' : `plain ${index}`));
  assert.deepEqual(kinds(foreignTexts), kinds(plain));
});

test('the file needs nothing else, and its policy forbids everything but its own style', () => {
  const page = html.write(documentOf(foreignTexts));
  const { tags } = readHtml(page);
  assert.match(
    page,
    /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">/,
  );
  assert.deepEqual(
    tags.filter((tag) => /^<(script|link|img|iframe|object|form|base)\b/.test(tag)),
    [],
  );
  assert.deepEqual(
    tags.filter((tag) => /\b(src|on\w+)=/.test(tag.replace(/"[^"]*"/g, '""'))),
    [],
  );
  assert.deepEqual(
    tags.filter((tag) => /href="(?!#)/.test(tag)),
    [],
  );
  assert.doesNotMatch(page, /url\(|@import/);
});

test('it has a language, landmarks, one main heading, and tables whose heads say what they head', () => {
  const page = written({ kind: 'table', columns: [{ title: 'Name', width: 1 }], rows: [[{ text: 'react' }]] });
  assert.match(page, /^<!doctype html>\n<html lang="en">/);
  for (const landmark of ['<header>', '<nav aria-label="Contents">', '<main id="content">'])
    assert.ok(page.includes(landmark));
  assert.equal([...page.matchAll(/<h1>/g)].length, 1);
  assert.match(page, /<th scope="col">Name<\/th>/);
  assert.match(page, /<th scope="row">react<\/th>/);
});

test('headings are counted, and the contents lead to them', () => {
  const page = written(
    { kind: 'heading', level: 1, text: 'One' },
    { kind: 'heading', level: 2, text: 'One One', anchor: 'a b' },
    { kind: 'heading', level: 3, text: 'Deep' },
    { kind: 'heading', level: 1, text: 'Two' },
  );
  assert.match(page, /<h3 id="to-a%20b"><span>1\.1<\/span> One One<\/h3>/);
  assert.match(page, /<a href="#to-a%2520b"><span>1\.1<\/span> One One<\/a>/);
  assert.match(page, /<h4 id="heading-1\.1\.1">/);
  assert.match(page, /<h2 id="heading-2"><span>2<\/span> Two<\/h2>/);
  assert.doesNotMatch(page, /href="#heading-1\.1\.1"/);
});

test('every link leads to a target, and no target stands twice', () => {
  const { tags } = readHtml(html.write(documentOf(foreignTexts)));
  const ids = tags.flatMap((tag) => / id="([^"]*)"/.exec(tag)?.[1] ?? []).map(unescape);
  const targets = tags
    .flatMap((tag) => / href="#([^"]*)"/.exec(tag)?.[1] ?? [])
    .map((target) => decodeURIComponent(unescape(target)));
  assert.deepEqual(
    targets.filter((target) => !ids.includes(target)),
    [],
  );
  assert.equal(new Set(ids).size, ids.length);
});

test('a tone is told by a sign with a name, not by colour alone', () => {
  const page = written({ kind: 'paragraph', cells: [{ text: 'missing', tone: 'bad' }] });
  assert.match(page, /<span class="bad"><span class="mark" role="img" aria-label="bad">✗<\/span> missing<\/span>/);
});

test('a long word may break after its signs and nowhere else, a day not at all, and both are copied as they are', () => {
  const shown = (text: string) => /<p>(.*)<\/p>/s.exec(written({ kind: 'paragraph', cells: [{ text }] }))?.[1];
  assert.equal(
    shown('pkg:npm/dicom-image-loader@1.86.1'),
    'pkg:<wbr>npm/<wbr>dicom-<wbr>image-<wbr>loader@<wbr>1.<wbr>86.<wbr>1',
  );
  assert.equal(shown('a'.repeat(30)), `${'a'.repeat(24)}<wbr>aaaaaa`);
  assert.equal(shown('by 2026-12-11; CVE-2026-12-11'), 'by <time>2026-12-11</time>; CVE-2026-12-11');
  assert.equal(shown('2026-13-11 or 12-11'), '2026-13-11 or 12-11');
});

test('a table is called by the heading above it', () => {
  const table = { kind: 'table', columns: [{ title: 'Name', width: 1 }], rows: [] } as const;
  assert.match(written(table), /<table><colgroup>/);
  assert.match(written({ kind: 'heading', level: 1, text: 'One' }, table), /<table aria-labelledby="heading-1">/);
});

test('a cell says where it comes from', () => {
  const cells = [
    { text: 'a', place: { file: 'soup/items/x.yaml', keyPath: ['requirements', 0, 'text'] } },
    { text: 'b', place: { file: 'package-lock.json', line: 12 } },
  ];
  const page = written({ kind: 'paragraph', cells });
  assert.match(
    page,
    /<span title="soup\/items\/x\.yaml: requirements\.0\.text">a<\/span><span title="package-lock\.json:12">b<\/span>/,
  );
});

test('every text has a contrast of at least 4.5 to its ground, by day and by night', () => {
  const style = /<style>([^]*)<\/style>/.exec(written())?.[1] ?? '';
  const palettes = [...style.matchAll(/:root \{([^}]*)\}/g)].map(
    ([, body = '']) =>
      new Map([...body.matchAll(/--([\w-]+): (#\w{6})/g)].map(([, name = '', colour = '']) => [name, colour])),
  );
  assert.equal(palettes.length, 3);
  const pairs = [
    ...['ink', 'quiet', 'accent', 'good', 'doubt', 'bad'].flatMap(
      (ink) =>
        [
          [ink, 'paper'],
          [ink, 'tint'],
        ] as const,
    ),
    ...['good', 'doubt', 'bad'].map((tone) => [tone, `${tone}-paper`] as const),
  ];
  for (const palette of palettes) {
    for (const [ink, paper] of pairs) {
      const ratio = contrast(palette.get(ink) ?? '', palette.get(paper) ?? '');
      assert.ok(ratio >= 4.5, `${ink} on ${paper}: ${ratio.toFixed(2)}`);
    }
  }
});

const voidElements = new Set(['meta', 'col', 'br', 'wbr']);

/** The tags and the text of a page; fails where an element is not closed or a sign stands bare. */
function readHtml(page: string): { readonly tags: readonly string[]; readonly text: string } {
  const open: string[] = [];
  const tags: string[] = [];
  const body = page.replace(/^<!doctype html>/, '').replace(/<style>[^]*?<\/style>/, '');
  const text = body.replace(/<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/g, (tag, close: string, name: string) => {
    tags.push(tag);
    if (close === '/') assert.equal(open.pop(), name);
    else if (!voidElements.has(name)) open.push(name);
    return '';
  });
  assert.deepEqual(open, []);
  assert.doesNotMatch(text, /[<>]|&(?!amp;|lt;|gt;|quot;|#39;)/);
  return { tags, text: unescape(text) };
}

function unescape(text: string): string {
  const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&([a-z]+|#39);/g, (_, name: string) => signs[name] ?? '');
}

/** The contrast ratio of WCAG 2.2, 1.4.3. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
