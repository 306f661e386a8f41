import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ghsaPages } from './ghsa-pages.ts';

const asked = { type: 'malware', per_page: '100' };
const after = (link: string | undefined, text = '[]') =>
  ghsaPages.after(asked, { bytes: Buffer.from(text), headers: link === undefined ? {} : { link } });

test('what GitHub reviewed and malware is asked for, all of it or since a day', () => {
  assert.deepEqual(
    ghsaPages.questions(undefined, '').map(({ type, modified }) => [type, modified]),
    [
      ['reviewed', undefined],
      ['malware', undefined],
    ],
  );
  assert.deepEqual(
    ghsaPages.questions('2026-11-28T08:00:00.000Z', '').map(({ modified }) => modified),
    ['>=2026-11-28', '>=2026-11-28'],
  );
});

test('of the link to the next page only the cursor is taken', () => {
  const link =
    '<https://elsewhere.example/other?per_page=1&after=Y3Vyc29y%3D>; rel="next", <https://x.example>; rel="prev"';
  assert.deepEqual(after(link), { kind: 'page', next: { ...asked, after: 'Y3Vyc29y=' } });
  assert.deepEqual(after(undefined), { kind: 'page', next: undefined });
  assert.deepEqual(after('<https://x.example/?before=1>; rel="prev"'), { kind: 'page', next: undefined });
});

test('a page that is none, or that leads on without a cursor, is damaged', () => {
  assert.equal(after(undefined, '{"message":"Not Found"}').kind, 'damaged');
  assert.equal(after(undefined, '<html>').kind, 'damaged');
  assert.equal(after('<https://x.example/?page=2>; rel="next"').kind, 'damaged');
});
