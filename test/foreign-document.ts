import type { Cell, Document } from '../src/model/document.ts';

/** Texts that try to be markup, break a page, or hide. */
export const foreignTexts: readonly string[] = [
  '#panic("x") $x$ [a] *b* _c_ @d `e` <f> \\ "q" \'s\' // no comment /* x */ = h',
  '<script>alert(1)</script> &amp; "quoted" \'single\'',
  '漢字 日本語, שלום עולם, العربية, 🎉',
  'deadbeef'.repeat(16),
  'pkg:npm/%40cornerstonejs/dicom-image-loader@1.86.1?vcs_url=git%2Bhttps://code.example/cornerstone3D.git%23a1b2c3',
  'line one\nline two\r\nline three',
  'left\u202Eright\u0000\u200B\uFEFF',
  '#{ while true {} }',
  '") #read("/etc/passwd") #("',
  '',
];

/** A document that shows the given texts in every kind of block, as every kind of cell. */
export function documentOf(texts: readonly string[]): Document {
  const first = texts[0] ?? '';
  const cells = texts.map((text): Cell => ({ text, code: true, anchor: text, link: first }));
  return {
    title: first,
    subtitle: texts[1] ?? '',
    facts: texts.map((value) => ({ label: value, value })),
    orientation: 'portrait',
    blocks: [
      ...texts.flatMap((text) => [
        { kind: 'heading', level: 1, text, anchor: text } as const,
        { kind: 'paragraph', cells: [{ text }] } as const,
      ]),
      { kind: 'heading', level: 2, text: first, anchor: 'twice' },
      { kind: 'heading', level: 3, text: first, anchor: 'twice' },
      { kind: 'paragraph', cells },
      { kind: 'list', items: texts.map((text) => [{ text, tone: 'bad', link: 'twice' }]) },
      ...texts.map((text) => ({ kind: 'notice', tone: 'doubt', text }) as const),
      { kind: 'facts', rows: texts.map((text) => ({ label: text, cells: [{ text, tone: 'good', link: 'nowhere' }] })) },
      {
        kind: 'table',
        columns: [
          { title: first, width: 1 },
          { title: 'second', width: 2 },
        ],
        rows: texts.map((text) => [
          { text, tone: 'quiet', place: { file: text, keyPath: [text, 0] } },
          { text, anchor: `row ${text}` },
        ]),
      },
      { kind: 'table', columns: [{ title: 'no row', width: 1 }], rows: [] },
      { kind: 'list', items: [] },
      { kind: 'facts', rows: [] },
      { kind: 'paragraph', cells: [] },
    ],
  };
}
