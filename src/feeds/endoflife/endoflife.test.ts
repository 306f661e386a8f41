import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { ListRecord } from '../../model/plugs/feed.ts';
import { endoflife } from './endoflife.ts';

const fixture = (name: string) => readFileSync(`src/feeds/fixtures/endoflife/${name}`);
const page = new Uint8Array(fixture('django.md'));
const fromApi = (bytes: Uint8Array) => [...endoflife.records('products/full', bytes)];
const fromArchive = (files: Readonly<Record<string, Uint8Array>>) => [...endoflife.records('all.zip', zipSync(files))];

function tell(record: ListRecord): string {
  if (record.kind === 'unreadable') return `${record.name}: ${record.reason}`;
  if (record.kind === 'damaged') return `damaged: ${record.reason}`;
  if (record.kind !== 'support') return record.kind;
  const { product, title, packages, cycles } = record.fact;
  const told = cycles.map(({ cycle, endOfLife, latest }) => `${cycle} ${endOfLife} ${latest}`);
  return [product, title, packages.join(' '), ...told].join('; ');
}

test('the API tells products with their packages and cycles', () => {
  const records = fromApi(fixture('full.json'));
  const [edition] = records;
  assert.ok(edition?.kind === 'edition');
  assert.deepEqual([edition.edition, edition.dated], ['1.2.0', '2026-08-22T08:52:34+00:00']);
  assert.deepEqual(records.map(tell), [
    'edition',
    'django; Django; pkg:github/django/django pkg:pypi/django; 6.0 2027-04-30 6.0.8; 1.1 true undefined',
    'product 2: "releases": Invalid input: expected array, received string',
  ]);
});

test('an archive of the repository tells the same', () => {
  const records = fromArchive({ 'endoflife.date-master/products/django.md': page, 'README.md': strToU8('# Read me') });
  assert.deepEqual(records.map(tell), [
    'edition',
    'django; Django; pkg:github/django/django pkg:pypi/django; 6.1 2027-12-31 6.1; 6.0 2027-04-30 6.0.8; 5.2 2028-04-30 5.2.17; 1.4 2015-10-01 1.4.22; 1.3 2013-02-26 1.3.7',
  ]);
});

test('an end may be no date, and a package that only some repository has is no package', () => {
  const text = [
    '---',
    'title: Ladle # for soup',
    'identifiers:',
    '  - purl: pkg:npm/%40kitchen/ladle # escaped',
    '  - purl: pkg:rpm/kitchen/ladle?repository_url=https://rpm.example',
    '  - purl: not a package',
    'releases:',
    '  - releaseCycle: "1.10"',
    '    eol: false # still',
    '    latest: "1.10.0"',
    '  - releaseCycle: "1.1"',
    '    eol: true',
    '---',
  ];
  const records = fromArchive({ 'products/ladle.md': strToU8(text.join('\n')) });
  assert.deepEqual(records.map(tell), [
    'edition',
    'ladle; Ladle; pkg:npm/%40kitchen/ladle; 1.10 false 1.10.0; 1.1 true undefined',
  ]);
  const ends = records.flatMap((one) => (one.kind === 'support' ? one.fact.cycles.map((each) => each.endOfLife) : []));
  assert.deepEqual(ends, [false, true], 'no text, which would be a day');
});

test('what cannot be used of a page is told, and the rest of it and the others stay', () => {
  const records = fromArchive({
    'products/a.md': strToU8('# no data'),
    'products/b.md': strToU8(
      '---\ntitle: B\nreleases:\n  - releaseCycle: "1"\n    eol: soon\n  - releaseCycle: "2"\n    eol: false\n---\n',
    ),
    'products/c.md': strToU8('---\ntitle: [\n---\n'),
    'products/django.md': page,
  });
  assert.deepEqual(
    records.map((record) => tell(record).slice(0, 40)),
    [
      'edition',
      'products/a.md: it does not begin with da',
      'products/b.md: "releases.0.eol": Invalid',
      'b; B; ; 2 false undefined',
      'products/c.md: Invalid input: expected o',
      'django; Django; pkg:github/django/django',
    ],
  );
});

const damaged: readonly (readonly [string, readonly ListRecord[], RegExp])[] = [
  [
    'HTML instead of JSON',
    fromApi(strToU8('<html>502</html>')),
    /no list of products in JSON: it begins with "<html>502/,
  ],
  ['half of the JSON', fromApi(fixture('full.json').subarray(0, 300)), /no list of products/],
  ['an empty list', fromApi(strToU8('{"result":[]}')), /no list of products/],
  ['half an archive', [...endoflife.records('all.zip', zipSync({ a: page }).subarray(0, 90))], /ends too early/],
  ['an archive of something else', fromArchive({ 'a.txt': page }), /holds no file products\/<name>.md/],
];

for (const [what, [first, ...rest], reason] of damaged)
  test(`${what} is damaged as a whole`, () => {
    assert.ok(first?.kind === 'damaged' && rest.length === 0);
    assert.match(first.reason, reason);
  });
