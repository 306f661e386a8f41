import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { entry, soupItem } from '../../../test/sample-dossier.ts';
import type { ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { SamplingRule } from '../../model/anomalies/anomaly-plan.ts';
import type { Usage } from '../../model/inventory/usage.ts';
import { drawSample } from './draw-sample.ts';
import { relevanceIn } from './relevance-of.ts';

const anomaly = (given: Partial<ListedAnomaly> = {}): ListedAnomaly => ({
  id: 'issue 1',
  source: 0,
  kind: 'issue',
  title: 'ndimage: zoom is shifted',
  state: 'open',
  labels: [],
  hash: 'aa',
  asOf: '2026-01-01',
  ...given,
});

const own = (purl: string) =>
  entry(component(purl), { kind: 'own', item: soupItem('a', { soup: purl.split('@')[0] ?? '' }) });
const inUse = (purl: string, usage: Usage = { kind: 'not-looked' }) => ({
  own: [own(purl)],
  entries: [own(purl)],
  usage,
});

const versions: readonly (readonly [purl: string, fixedIn: string | undefined, kind: string, reason: RegExp])[] = [
  ['pkg:pypi/scipy@1.11.0', '1.11.1', 'fixed-later', /1.11.1; 1.11.0 is in use/],
  ['pkg:pypi/scipy@1.11.0', '1.11', 'out', /fixed in 1.11, and 1.11.0/],
  ['pkg:pypi/scipy@1.9.0', '1.10.0', 'fixed-later', /1.10.0/],
  ['pkg:pypi/scipy@1.11.0', '1.11.0rc1', 'out', /rc1/],
  ['pkg:pypi/scipy@1.11.0', undefined, 'candidate', /no version is told/],
  ['pkg:pypi/scipy@1.11.0', 'next', 'candidate', /"next", which cannot be compared/],
  ['pkg:deb/debian/openssl@1:3.0.17-1~deb12u2', '3.0.18', 'fixed-later', /3.0.18/],
  ['pkg:deb/debian/openssl@1:3.0.17-1~deb12u2', '3.0.17', 'out', /3.0.17/],
  ['pkg:generic/vendor@2.4.1', '2.10.0', 'fixed-later', /2.10.0/],
];
for (const [purl, fixedIn, kind, reason] of versions) {
  test(`a fix in ${fixedIn ?? 'no version'} is ${kind} for ${purl}`, () => {
    const told = relevanceIn(inUse(purl), {})(anomaly(fixedIn === undefined ? {} : { fixedIn }));
    assert.equal(told.kind, kind);
    assert.match(told.reason, reason);
  });
}

const scipy = 'pkg:pypi/scipy@1.11.0';
const looked = (module: string, names?: readonly string[]): Usage => ({
  kind: 'looked',
  languages: [{ title: 'Python', files: 1, types: ['pypi'] }],
  importedAt: new Map([
    [
      scipy,
      [
        {
          file: 'a.py',
          line: 1,
          module,
          role: 'product',
          typesOnly: false,
          certainty: 'exact',
          ...(names === undefined ? {} : { names }),
        },
      ],
    ],
  ]),
});
const parts = { modules: ['ndimage', 'signal'] };
const users: readonly (readonly [name: string, usage: Usage, title: string, kind: string])[] = [
  ['a part that is imported', looked('scipy.ndimage'), 'ndimage: zoom', 'candidate'],
  ['a part that is not imported', looked('scipy.ndimage'), 'signal: filter', 'out'],
  ['two parts, one of them imported', looked('scipy.ndimage'), 'signal and ndimage', 'candidate'],
  ['no part at all', looked('scipy.ndimage'), 'Build fails', 'candidate'],
  ['a word that only holds the name of a part', looked('scipy.ndimage'), 'signaling', 'candidate'],
  ['a part, where the whole is imported', looked('scipy'), 'signal: filter', 'candidate'],
  ['a part, where another part is taken by name', looked('scipy', ['ndimage']), 'signal: filter', 'out'],
  [
    'a part, where something else is taken by name',
    looked('scipy', ['ndimage', 'show']),
    'signal: filter',
    'candidate',
  ],
  ['a part, where nobody looked', { kind: 'not-looked' }, 'signal: filter', 'candidate'],
];
for (const [name, usage, title, kind] of users) {
  test(`an entry that names ${name} is ${kind}`, () => {
    assert.equal(relevanceIn(inUse(scipy, usage), parts)(anomaly({ title })).kind, kind);
  });
}

test('where another package uses it, too, its parts exclude nothing', () => {
  const other = entry({ ...component('pkg:pypi/torch@1'), dependsOn: [scipy] }, { kind: 'unaccounted', reason: '' });
  const both = { ...inUse(scipy, looked('scipy.ndimage')), entries: [own(scipy), other] };
  assert.equal(relevanceIn(both, parts)(anomaly({ title: 'signal: filter' })).kind, 'candidate');
});

test('words and the first version of interest exclude, and say so', () => {
  const decide = relevanceIn(inUse(scipy), { words: ['Zoom'], sinceVersion: '1.12.0' });
  assert.equal(decide(anomaly({ fixedIn: '1.13.0' })).kind, 'fixed-later');
  assert.match(decide(anomaly({ fixedIn: '1.11.9' })).reason, /before 1.12.0, from which on the record asks/);
  assert.match(decide(anomaly({ title: 'Other' })).reason, /none of the words Zoom/);
});

const rules: readonly SamplingRule[] = [
  { classes: ['B'], above: 10, take: 4, reason: 'x' },
  { classes: ['B'], above: 100, take: 8, reason: 'x' },
];
const many = (count: number) =>
  Array.from({ length: count }, (_, at) => anomaly({ id: `issue ${at}`, hash: `h${at}` }));

test('a sample is drawn by class and size; below the size every entry is judged', () => {
  assert.equal(drawSample('pkg:pypi/a', 'B', many(10), rules), undefined);
  assert.equal(drawSample('pkg:pypi/a', 'B', many(11), rules)?.drawn.length, 4);
  assert.equal(drawSample('pkg:pypi/a', 'B', many(101), rules)?.drawn.length, 8);
  assert.equal(drawSample('pkg:pypi/a', 'C', many(101), rules), undefined);
  assert.equal(drawSample('pkg:pypi/a', undefined, many(101), rules), undefined);
});

test('the content draws the sample, not the order, and new entries push out few', () => {
  const drawn = (of: readonly ListedAnomaly[], soup = 'pkg:pypi/a') => drawSample(soup, 'B', of, rules)?.drawn ?? [];
  assert.deepEqual(drawn(many(50).toReversed()), drawn(many(50)));
  assert.notDeepEqual(drawn(many(50), 'pkg:pypi/b'), drawn(many(50)));
  const kept = drawn(many(52)).filter((id) => drawn(many(50)).includes(id));
  assert.ok(kept.length >= 2, String(kept));
});
