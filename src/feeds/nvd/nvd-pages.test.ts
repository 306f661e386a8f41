import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nvdPages } from './nvd-pages.ts';

function page(startIndex: number, count: number, totalResults: number): Uint8Array {
  const vulnerabilities = Array.from({ length: count }, () => ({ cve: {} }));
  return Buffer.from(
    JSON.stringify({ format: 'NVD_CVE', resultsPerPage: count, startIndex, totalResults, vulnerabilities }),
  );
}

const after = (start: string, bytes: Uint8Array) =>
  nvdPages.after({ startIndex: start, resultsPerPage: '2000' }, { bytes, headers: {} });

test('all is asked for from the beginning, in the largest pages', () => {
  assert.deepEqual(nvdPages.questions(undefined, '2026-11-29T00:00:00Z'), [
    { resultsPerPage: '2000', startIndex: '0' },
  ]);
});

test('changes are asked for in windows of at most 120 days, without a gap', () => {
  const asked = nvdPages.questions('2026-01-01T00:00:00Z', '2026-11-29T00:00:00Z');
  assert.deepEqual(
    asked.map(({ lastModStartDate, lastModEndDate }) => `${lastModStartDate} ${lastModEndDate}`),
    [
      '2026-01-01T00:00:00.000Z 2026-05-01T00:00:00.000Z',
      '2026-05-01T00:00:00.000Z 2026-08-29T00:00:00.000Z',
      '2026-08-29T00:00:00.000Z 2026-11-29T00:00:00.000Z',
    ],
  );
});

test('a page leads to the next, and the last one to none', () => {
  assert.deepEqual(after('0', page(0, 2, 3)), {
    kind: 'page',
    next: { startIndex: '2', resultsPerPage: '2000' },
    total: 3,
  });
  assert.deepEqual(after('2', page(2, 1, 3)), { kind: 'page', next: undefined, total: 3 });
  assert.deepEqual(after('0', page(0, 0, 0)), { kind: 'page', next: undefined, total: 0 });
});

for (const [what, bytes] of [
  ['HTML', Buffer.from('<html>Sign in</html>')],
  ['another page than the one that was asked for', page(2000, 1, 2001)],
  ['an empty page before the end', page(0, 0, 3)],
] as const)
  test(`${what} is damaged`, () => assert.equal(after('0', bytes).kind, 'damaged'));
