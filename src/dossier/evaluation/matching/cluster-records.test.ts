import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisory } from '../../../../test/sample-advisory.ts';
import { clusterRecords } from './cluster-records.ts';

/** Records, each as its id and aliases, and the clusters, each as `id = records [aliases]`. */
const cases: readonly (readonly [string, readonly (readonly string[])[], readonly string[]])[] = [
  ['a record alone is known by its id', [['GHSA-1']], ['GHSA-1 = GHSA-1 []']],
  [
    'the aliases of a record alone are sorted, and its own id is none where no CVE stands for it',
    [['PYSEC-2', 'X-1', 'GHSA-3', 'PYSEC-2']],
    ['PYSEC-2 = PYSEC-2 [GHSA-3,X-1]'],
  ],
  ['a CVE goes before the id', [['GHSA-1', 'CVE-2024-0001']], ['CVE-2024-0001 = GHSA-1 [GHSA-1]']],
  ['a record may itself be the CVE', [['CVE-2024-0001', 'GHSA-1']], ['CVE-2024-0001 = CVE-2024-0001 [GHSA-1]']],
  [
    'records of one CVE are joined',
    [
      ['PYSEC-1', 'CVE-2024-0001'],
      ['GHSA-1', 'CVE-2024-0001'],
    ],
    ['CVE-2024-0001 = GHSA-1 PYSEC-1 [GHSA-1,PYSEC-1]'],
  ],
  [
    'a record of several CVEs stands in the cluster of each, and joins none of them',
    [['RUSTSEC-1', 'CVE-2020-0002', 'CVE-2020-0001']],
    ['CVE-2020-0001 = RUSTSEC-1 [RUSTSEC-1]', 'CVE-2020-0002 = RUSTSEC-1 [RUSTSEC-1]'],
  ],
  [
    'two CVEs stay apart although a third record names both',
    [
      ['GHSA-1', 'CVE-2020-0001'],
      ['GHSA-2', 'CVE-2020-0002'],
      ['RUSTSEC-1', 'CVE-2020-0001', 'CVE-2020-0002'],
    ],
    ['CVE-2020-0001 = GHSA-1 RUSTSEC-1 [GHSA-1,RUSTSEC-1]', 'CVE-2020-0002 = GHSA-2 RUSTSEC-1 [GHSA-2,RUSTSEC-1]'],
  ],
  [
    'without CVEs, aliases join over several steps',
    [['C-1', 'B-1'], ['A-1', 'X-1'], ['B-1', 'X-1'], ['D-1']],
    ['A-1 = A-1 B-1 C-1 [B-1,C-1,X-1]', 'D-1 = D-1 []'],
  ],
  [
    'a record without CVE follows its aliases to a CVE',
    [
      ['GHSA-1', 'PYSEC-1'],
      ['PYSEC-1', 'CVE-2024-0001'],
    ],
    ['CVE-2024-0001 = GHSA-1 PYSEC-1 [GHSA-1,PYSEC-1]'],
  ],
  [
    'it follows the aliases of no record that has a CVE',
    [
      ['GHSA-0', 'X-1'],
      ['GHSA-1', 'X-1', 'Y-1', 'CVE-2024-0001'],
      ['GHSA-2', 'Y-1', 'CVE-2024-0002'],
    ],
    ['CVE-2024-0001 = GHSA-0 GHSA-1 [GHSA-0,GHSA-1,X-1,Y-1]', 'CVE-2024-0002 = GHSA-2 [GHSA-2,Y-1]'],
  ],
  [
    'it may lead to two CVEs, which stay apart',
    [
      ['GHSA-0', 'GHSA-1', 'GHSA-2'],
      ['GHSA-1', 'CVE-2024-0001'],
      ['GHSA-2', 'CVE-2024-0002'],
    ],
    ['CVE-2024-0001 = GHSA-0 GHSA-1 [GHSA-0,GHSA-1,GHSA-2]', 'CVE-2024-0002 = GHSA-0 GHSA-2 [GHSA-0,GHSA-1,GHSA-2]'],
  ],
  [
    'an id of a distribution that holds a CVE is none',
    [['DEBIAN-CVE-2024-0001'], ['CVE-2024-0001']],
    ['CVE-2024-0001 = CVE-2024-0001 []', 'DEBIAN-CVE-2024-0001 = DEBIAN-CVE-2024-0001 []'],
  ],
];

for (const [title, records, expected] of cases) {
  test(title, () => {
    const members = records.map(([id = '', ...aliases]) => ({ record: advisory(id, { aliases }) }));
    for (const given of [members, members.toReversed()]) {
      const clusters = clusterRecords(given);
      assert.deepEqual(
        clusters.map(
          ({ id, aliases, members }) =>
            `${id} = ${members.map(({ record }) => record.id).join(' ')} [${aliases.join(',')}]`,
        ),
        expected,
      );
    }
  });
}

test('upstream and related records are other defects', () => {
  const clusters = clusterRecords([
    { record: advisory('DSA-1', { upstream: ['CVE-2024-0001'], related: ['GHSA-1'] }) },
    { record: advisory('GHSA-1', { aliases: ['CVE-2024-0001'] }) },
  ]);
  assert.deepEqual(
    clusters.map(({ id }) => id),
    ['CVE-2024-0001', 'DSA-1'],
  );
});
