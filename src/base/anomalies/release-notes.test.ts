import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { growsEvenly } from '../../../test/grows-evenly.ts';
import { readChangelog } from './release-notes.ts';

const cases: readonly (readonly [name: string, text: string, fixes: readonly string[], others: number])[] = [
  [
    'Keep a Changelog',
    '# Changelog\n\n## [Unreleased]\n### Fixed\n- not yet\n## [1.1.0] - 2026-02-03\n### Added\n- A view\n### Fixed\n- The mask is\n  kept\n## [1.0.0](https://forge.example/x) - 2026-01-01\n- First\n\n[1.1.0]: https://forge.example/compare\n',
    ['1.1.0 2026-02-03 The mask is kept'],
    2,
  ],
  [
    'underlined headings of reStructuredText',
    'Changelog\n=========\n\n11.3.0 (2026-07-01)\n-------------------\n\n- Fixed reading of 16-bit images\n- Added a filter\n\n11.2.1 (2026-04-12)\n-------------------\n\n- Added reading\n',
    ['11.3.0 2026-07-01 Fixed reading of 16-bit images'],
    2,
  ],
  [
    'versions alone in a line, points with stars',
    'v2.0.1 / 2026-01-02\n  * fix: byte order\n  * docs\n\n2.0.0 / 2025-12-01\n  * new\n',
    ['2.0.1 2026-01-02 fix: byte order'],
    2,
  ],
  [
    'conventional changes with links',
    '## [3.1.2](https://forge.example/compare/v3.1.1...v3.1.2) (2026-05-05)\n\n### Bug Fixes\n\n* **core:** keep spacing ([#12](https://forge.example/12))\n',
    ['3.1.2 2026-05-05 core: keep spacing ([#12](https://forge.example/12))'],
    0,
  ],
  ['changesets', '## 4.0.1\n\n### Patch Changes\n\n- abc123: Keep order\n', ['4.0.1 - abc123: Keep order'], 0],
  ['notes in prose are one fix, not none', '## 1.2.3\n\nMends the scale.\n', ['1.2.3 - Mends the scale.'], 0],
  ['a named version', '# thing 1.4.0-rc.1 (unreleased)\n- Fixed it\n', ['1.4.0-rc.1 - Fixed it'], 0],
  ['a day is no version', '## 2026-01-01\n- Fixed it\n', [], 0],
  [
    'a day before the version, in bold',
    '## **2026-01-02, Version 21.1.0 (Current)**\n- fix x\n',
    ['21.1.0 2026-01-02 fix x'],
    0,
  ],
  [
    'a version alone between blank lines',
    '0.20.4\n\n  proxy: fix IPv6\n\n0.20.3\n\n  No changes\n',
    ['0.20.4 - proxy: fix IPv6', '0.20.3 - No changes'],
    0,
  ],
  ['no release notes at all', 'Hello\n\n- Fixed it\n', [], 0],
];

for (const [name, text, fixes, others] of cases) {
  test(`${name}: fixes are found`, () => {
    const read = readChangelog(text);
    assert.deepEqual(
      read.fixes.map(({ fixedIn, closed, title }) => `${fixedIn} ${closed ?? '-'} ${title}`),
      fixes,
    );
    assert.equal(read.others, others);
  });
}

test('Windows line ends read the same', () => {
  const [, text = ''] = cases[0] ?? [];
  assert.deepEqual(readChangelog(text.replaceAll('\n', '\r\n')), readChangelog(text));
});

test('no text throws, and every fix has a version, a bounded title and an id of its own', () => {
  const pieces = fc.constantFrom(
    '## 1.2.3',
    '1.2.3 (2026-01-01)',
    '---',
    '- fix',
    '\n',
    '\u001b[31m',
    '* ',
    '#'.repeat(9),
    'x'.repeat(500),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 60 }), (parts) => {
      const { fixes } = readChangelog(parts.join('\n'));
      assert.equal(new Set(fixes.map(({ id }) => id)).size, fixes.length);
      for (const { fixedIn, title } of fixes) assert.ok(fixedIn && title.length <= 300 && !/\p{Cc}/u.test(title));
    }),
  );
});

test('a long hostile text is read in linear time', async () => {
  for (const [before, piece] of [
    ['', '#'],
    ['- ', ' '],
    ['', '1.'],
    ['', '[('],
    ['## 1.0.0\n', '- fix '],
  ] as const)
    await growsEvenly(piece, (size) => readChangelog(before + piece.repeat(size)));
});
