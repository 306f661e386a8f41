import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { dossier, entry, itemEntry, sampleDossier, soupItem } from '../../../test/sample-dossier.ts';
import { measureCoverage } from './measure-coverage.ts';

test('every component stands in the list once, and the number counts it', () => {
  const { list, byAccount, ...measured } = measureCoverage(sampleDossier());
  assert.deepEqual(
    list.map(({ component: purl, account, record }) => [purl.split('/').at(-1), account, record].join(' ')),
    [
      'react@18.3.1 own soup/items/react.yaml',
      'numpy@2.1.3 own soup/items/numpy.yaml',
      'scheduler@0.23.2 covered soup/items/react.yaml',
      'vitest@2.1.4 tool ',
      'viewer@2.4.0 first-party ',
      'left-pad@1.3.0 unaccounted ',
      'floating unaccounted ',
    ],
  );
  assert.deepEqual(byAccount, { own: 2, covered: 1, tool: 1, 'first-party': 1, unaccounted: 2 });
  assert.deepEqual(
    [measured.components, measured.explained, measured.percent, measured.records, measured.drafts],
    [7, 5, 71.4, 2, 1],
  );
});

test('the red list names each thing that keeps the list from being complete and exact', () => {
  const { redList } = measureCoverage(sampleDossier());
  assert.deepEqual(
    { ...redList, unaccounted: redList.unaccounted.map(({ component: purl, because }) => `${purl}: ${because}`) },
    {
      unaccounted: [
        'pkg:npm/left-pad@1.3.0: nobody knows yet whether it ships',
        'pkg:npm/floating: no record is about it and none covers it',
      ],
      orphans: ['pkg:npm/left-pad@1.3.0'],
      phantoms: [],
      ranges: [{ component: 'pkg:npm/floating', asked: '^2.0.0' }],
      duplicates: [],
      unread: [{ file: 'old/yarn.lock', reason: 'no reader knows yarn.lock of Yarn 1' }],
    },
  );
});

test('a record about nothing, two records about one package and versions side by side are named', () => {
  const [first, second] = [soupItem('react', { soup: 'pkg:npm/react' }), soupItem('again', { soup: 'pkg:npm/react' })];
  const entries = ['18.3.1', '19.0.0'].map((version) =>
    entry(component(`pkg:npm/react@${version}`, { scope: 'runtime' }), { kind: 'own', item: first }),
  );
  const measured = measureCoverage(dossier({ entries, items: [itemEntry(first, entries), itemEntry(second, [])] }));
  assert.deepEqual(measured.redList.phantoms, [{ record: 'soup/items/again.yaml', soup: 'pkg:npm/react' }]);
  assert.deepEqual(measured.redList.duplicates, [
    { soup: 'pkg:npm/react', records: ['soup/items/react.yaml', 'soup/items/again.yaml'] },
  ]);
  assert.deepEqual(measured.severalVersions, [{ package: 'pkg:npm/react', versions: ['18.3.1', '19.0.0'] }]);
});

test('of nothing nothing is explained, and one short of all is not 100 percent', () => {
  assert.equal(measureCoverage(dossier({ entries: [], items: [] })).percent, 0);
  const item = soupItem('react', { soup: 'pkg:npm/react' });
  const entries = Array.from({ length: 3000 }, (_, index) =>
    entry(
      component(`pkg:npm/p${index}@1.0.0`),
      index === 0 ? { kind: 'unaccounted', reason: 'nobody' } : { kind: 'own', item },
    ),
  );
  assert.equal(measureCoverage(dossier({ entries, items: [] })).percent, 99.9);
});
