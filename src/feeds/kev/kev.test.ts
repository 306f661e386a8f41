import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { ListRecord } from '../../model/plugs/feed.ts';
import { kev } from './kev.ts';

const answer = readFileSync('src/feeds/fixtures/kev/known_exploited_vulnerabilities.json');
const records = (bytes: Uint8Array) => [...kev.records('known_exploited_vulnerabilities.json', bytes)];

test('a catalogue gives its edition and its entries', () => {
  const [edition, ...entries] = records(answer);
  assert.ok(edition?.kind === 'edition');
  assert.deepEqual([edition.edition, edition.dated], ['2025.08.25', '2025-08-25T17:04:19.9796Z']);
  assert.match(edition.hash, /^[0-9a-f]{64}$/);
  assert.deepEqual(
    entries.map((record) => record.kind === 'exploited' && Object.values(record.fact).join(' ')),
    [
      'CVE-2025-48384 CISA 2025-08-25 2025-09-15 unknown',
      'CVE-2023-44487 CISA 2023-10-10 2023-10-31 unknown',
      'CVE-2021-44228 CISA 2021-12-10 2021-12-24 known',
    ],
  );
});

test('an entry that cannot be used is told, and the others stay', () => {
  const text = answer.toString().replace('"CVE-2023-44487"', '"CVE-2023-HTTP"').replace('2021-12-10', 'long ago');
  assert.deepEqual(
    records(strToU8(text)).map((record) =>
      record.kind === 'unreadable' ? `${record.name} ${record.reason}` : record.kind,
    ),
    ['edition', 'exploited', 'entry 2 "cveID": is no CVE', 'CVE-2021-44228 "dateAdded": Invalid ISO date', 'exploited'],
  );
  const [last] = records(strToU8(text)).slice(-1);
  assert.ok(last?.kind === 'exploited' && last.fact.added === undefined && last.fact.due === '2021-12-24');
});

const damaged: readonly (readonly [string, Uint8Array, RegExp])[] = [
  ['HTML', strToU8('<!doctype html><html>Sign in</html>'), /it begins with "<!doctype html><html>Sign in<\/html>"/],
  ['half a file', answer.subarray(0, 900), /it is no catalogue in JSON/],
  ['other JSON', strToU8('[]'), /it is no catalogue in JSON/],
  ['an empty catalogue', strToU8('{"catalogVersion":"1","dateReleased":"x","vulnerabilities":[]}'), /no catalogue/],
  [
    'fewer entries than it says',
    strToU8(answer.toString().replace('"count": 3', '"count": 4')),
    /4 entries, and holds 3/,
  ],
  ['nothing', new Uint8Array(), /no catalogue/],
];

for (const [what, bytes, reason] of damaged)
  test(`${what} is damaged as a whole`, () => {
    const [first, ...rest] = records(bytes);
    assert.ok(first?.kind === 'damaged' && rest.length === 0);
    assert.match(first.reason, reason);
  });

test('a catalogue in CSV, as mirrors keep it, is read by its column names', () => {
  const heading = 'cveID,vendorProject,dateAdded,dueDate,knownRansomwareCampaignUse,shortDescription';
  const rows = [
    'CVE-2021-44228,Apache,2021-12-10,2021-12-24,Known,"logs, and\nmore"',
    'CVE-2023-44487,IETF,2023-10-10,,Unknown,x',
    'no CVE,x,2023-10-10,,Unknown,x',
    'CVE-2024-0001,x,2023-02-30,2023-04-31,Unknown,x',
  ];
  const [edition, ...entries] = kev.records('kev.csv', strToU8([heading, ...rows, ''].join('\n')));
  assert.ok(edition?.kind === 'edition');
  assert.deepEqual([edition.edition, edition.dated], [undefined, '2023-10-10']);
  assert.deepEqual(
    entries.map((record) => (record.kind === 'exploited' ? record.fact : record)),
    [
      { id: 'CVE-2021-44228', by: 'KEV in CSV', added: '2021-12-10', due: '2021-12-24', ransomware: 'known' },
      { id: 'CVE-2023-44487', by: 'KEV in CSV', added: '2023-10-10', due: undefined, ransomware: 'unknown' },
      {
        kind: 'unreadable',
        name: 'line 5',
        reason: '"no CVE,2023-10-10" is not a CVE with the day on which it was added',
      },
      {
        kind: 'unreadable',
        name: 'line 6',
        reason: '"CVE-2024-0001,2023-02-30" is not a CVE with the day on which it was added',
        kept: true,
      },
      { id: 'CVE-2024-0001', by: 'KEV in CSV', added: undefined, due: undefined, ransomware: 'unknown' },
    ],
  );
  for (const text of ['<html>', heading, `${heading}\n"open`])
    assert.deepEqual(
      [...kev.records('kev.csv', strToU8(text))].map(({ kind }) => kind),
      ['damaged'],
    );
});

const entries = [
  {
    cve: ['CVE-2026-51886', 'CVE-2026-51887'],
    date_added: '2026-10-06T00:00:00Z',
    knownRansomwareCampaignUse: 'Known',
  },
  { cve: ['CVE-2026-88779'], date_added: '2026-10-04T00:00:00Z', dueDate: '2026-10-25T00:00:00Z', product: 'x' },
  { cve: [], date_added: '2026-10-04T00:00:00Z' },
  { cve: ['CVE-2026-88780'], date_added: '2026-02-30T00:00:00Z' },
];
const json = (value: unknown) => Buffer.from(JSON.stringify(value));

for (const [how, path, answer] of [
  ['as a list', 'x.json', json(entries)],
  ['as the one page of an interface', 'x.json', json({ _meta: { total_pages: 1 }, data: entries })],
  ['in an archive', 'x.zip', zipSync({ 'x.json': json(entries) })],
] as const)
  test(`the catalogue of VulnCheck is read ${how}`, () => {
    assert.deepEqual(
      [...kev.records(path, answer)].map((record) =>
        record.kind === 'exploited' ? Object.values(record.fact).join(' ') : record.kind,
      ),
      [
        'edition',
        'CVE-2026-51886 VulnCheck 2026-10-06  known',
        'CVE-2026-51887 VulnCheck 2026-10-06  known',
        'CVE-2026-88779 VulnCheck 2026-10-04 2026-10-25 unknown',
        'unreadable',
        'unreadable',
        'CVE-2026-88780 VulnCheck   unknown',
      ],
    );
  });

for (const [what, path, answer] of [
  ['one page of several', 'x.json', json({ _meta: { total_pages: 3 }, data: entries })],
  ['an empty list', 'x.json', json([])],
  ['an archive of two files', 'x.zip', zipSync({ 'x.json': json(entries), 'y.json': json(entries) })],
  ['HTML for an archive', 'x.zip', Buffer.from('<html>')],
] as const)
  test(`${what} is no catalogue`, () => {
    assert.deepEqual(
      [...kev.records(path, answer)].map(({ kind }) => kind),
      ['damaged'],
    );
  });

const told = (records: Iterable<ListRecord>) =>
  [...records].map((record) => {
    if (record.kind === 'exploited') return Object.values(record.fact).join(' ');
    if (record.kind === 'unreadable') return `${record.name} ${record.reason}`;
    return `${record.kind} ${record.kind === 'damaged' ? record.reason : record.kind === 'edition' ? record.dated : ''}`;
  });

for (const [file, said] of [
  [
    'eukev.json',
    [
      'edition 2026-09-22',
      'CVE-2026-93616 EU KEV 2026-09-22  unknown',
      'CVE-2017-10271 EU KEV 2026-08-10  known',
      'CVE-2022-26134 EU KEV 2026-07-31  unknown',
    ],
  ],
  [
    'eukev-before-v1.json',
    ['edition 2026-05-08', 'CVE-2026-41940 EU KEV 2026-05-08  known', 'CVE-2025-6543 EU KEV 2025-07-18  unknown'],
  ],
  [
    'euvd-dump.json',
    [
      'edition 2025-10-06',
      'CVE-2021-22555 EUVD after CISA 2025-10-06  unknown',
      'CVE-2015-7501 EUVD after EU KEV 2025-07-14  unknown',
      'CVE-2021-44228 EUVD after CISA and EU KEV 2021-12-10  unknown',
    ],
  ],
] as const)
  test(`the catalogue of ENISA in ${file}, as it is published, is read`, () => {
    assert.deepEqual(told(kev.records(file, readFileSync(`src/feeds/fixtures/kev/${file}`))), said);
  });

const reported = [
  { cveID: 'CVE-2026-20079', euvdID: 'EUVD-2026-9438', dateReported: '2026/09/09', exploitationType: ['ransomware'] },
  { cveID: 'CVE-2026-93616', euvdID: 'EUVD-2026-84375', dateReported: '2026/09/22', exploitationType: ['unknown'] },
  { cveID: 'CVE-2026-93617', euvdID: 'EUVD-2026-84376', dateReported: '22/09/26' },
  { euvdID: 'EUVD-2026-84377', dateReported: '2026/09/22' },
  { cveID: 'CVE-2026-1004', dateReported: '2026/09/22', dateAdded: '2026/09/23', exploitationType: 'Ransomware' },
  { euvdId: 'EUVD-2026-0000', dateAdded: '2026-01-01', sources: [] },
];
const items = [
  { id: 'EUVD-2026-1', aliases: 'CVE-2026-1001\nGHSA-x\nCVE-2026-1002\n', exploitedSince: 'Apr 9, 2026, 12:00:00 AM' },
  { id: 'EUVD-2026-2', aliases: 'GHSA-y\n', exploitedSince: 'Apr 9, 2026, 12:00:00 AM' },
  { id: 'EUVD-2026-3', aliases: 'CVE-2026-1003\n' },
];

for (const [what, answer, said] of [
  [
    'the EU KEV',
    reported,
    [
      'edition 2026-09-23',
      'CVE-2026-20079 EU KEV 2026-09-09  known',
      'CVE-2026-93616 EU KEV 2026-09-22  unknown',
      'entry 3 "22/09/26" is no day',
      'CVE-2026-93617 EU KEV   unknown',
      'entry 4 "EUVD-2026-84377" names no CVE',
      'CVE-2026-1004 EU KEV 2026-09-23  known',
      'entry 6 "EUVD-2026-0000" names no CVE',
    ],
  ],
  [
    'a search of the EUVD',
    { items, total: 3 },
    [
      'edition 2026-04-09',
      'CVE-2026-1001 EUVD 2026-04-09  unknown',
      'CVE-2026-1002 EUVD 2026-04-09  unknown',
      'entry 2 "EUVD-2026-2" names no CVE',
      'entry 3 "" is no day',
      'CVE-2026-1003 EUVD   unknown',
    ],
  ],
  [
    'one page of a search of the EUVD',
    { items, total: 1700 },
    [
      'damaged it has 3 of 1700 entries; name the address of the search itself, which is asked for all pages, or the one that ends in /kev/dump',
    ],
  ],
] as const)
  test(`of ENISA ${what} is read`, () => {
    assert.deepEqual(told(kev.records('eukev.json', json(answer))), said);
  });
