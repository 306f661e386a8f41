import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../test/sample-component.ts';
import { dossier, entry, evaluation, finding } from '../../test/sample-dossier.ts';
import { verdictsSchema } from '../model/anomalies/verdict.ts';
import { waiversSchema } from '../model/records/waiver.ts';
import { verdictsInBrief } from './evaluation-brief.ts';
import { findingsTable } from './findings-table.ts';

const judged = (anomaly: string, versions: readonly string[]) => ({
  anomaly,
  package: 'pkg:npm/ladle',
  versions,
  scope: 'runtime',
  records: {},
});
const verdict = {
  status: 'affected',
  reason: 'It spills',
  safety: { risks: ['R-7'], reason: 'The floor is wet' },
  response: { action: 'update', text: 'Take 8.0.0', due: '2026-12-01' },
  owner: 'mk',
  by: 'mk',
  on: '2026-11-20',
};
const judgedDossier = dossier(
  {
    entries: [entry(component('pkg:npm/ladle@7.5.0', { scope: 'runtime' }), { kind: 'unaccounted', reason: '' })],
    items: [],
    evaluation: {
      kind: 'current',
      evaluation: evaluation({
        findings: [
          finding('pkg:npm/ladle@7.5.0', 'CVE-1', 'affected'),
          finding('pkg:npm/ladle@7.5.0', 'CVE-2', 'undetermined'),
          finding('pkg:npm/ladle@7.5.0', 'CVE-3', 'affected'),
          finding('pkg:npm/ladle@7.5.0', 'CVE-4', 'affected'),
          finding('pkg:npm/ladle@7.5.0', 'CVE-5', 'not-affected'),
        ],
      }),
    },
  },
  [
    {
      file: 'soup/verdicts/npm-ladle.yaml',
      record: verdictsSchema.parse({
        verdicts: [
          { judged: [judged('CVE-1', ['7.5.0'])], ...verdict, approved: { by: 'al', on: '2026-11-21' } },
          { judged: [judged('CVE-2', ['7.4.0'])], ...verdict, safety: { reason: 'The floor is wet' } },
          { judged: [judged('CVE-4', ['7.5.0'])], ...verdict, until: '2026-11-21' },
        ],
      }),
    },
  ],
);

const { findings } = judgedDossier;

test('each finding has its verdict beside it, and what does not hold says why', () => {
  const table = findingsTable(findings, judgedDossier);
  assert.ok(table.kind === 'table');
  const words = [
    'affected. It spills',
    'Safety: R-7. The floor is wet',
    'Response: Take 8.0.0, until 2026-12-01',
    'Owner: Mira Kolb',
  ];
  const unnamed = words.map((word) =>
    word.replace('R-7', 'can contribute, by no failure mode or risk that is named yet'),
  );
  assert.deepEqual(
    table.rows.map((row) => [row.at(-1)?.text.split('\n'), row.at(-1)?.tone]),
    [
      [[...words, 'By Mira Kolb on 2026-11-20; approved by al on 2026-11-21 (not bound to its words)'], 'plain'],
      [
        [
          'to be judged again: 7.5.0 is in use, judged was 7.4.0',
          ...unnamed,
          'By Mira Kolb on 2026-11-20; not approved',
        ],
        'bad',
      ],
      [['not judged yet'], 'bad'],
      [
        ['ran out on 2026-11-21', ...words, 'Valid until 2026-11-21', 'By Mira Kolb on 2026-11-20; not approved'],
        'bad',
      ],
      [['needs none'], undefined],
    ],
  );
});

test('an approval that is none of the verdict as it stands says so, and open findings tell how urgent they are', () => {
  const [first] = findings;
  assert.ok(first !== undefined);
  const ssvc = { exploitation: 'active' as const, by: ['KEV'], decision: { low: [], medium: [], high: [] } };
  const stated = { publicSafety: 'significant' as const, humanImpact: 'high' as const, reason: 'DOC-1' };
  const { device } = judgedDossier;
  const review = { owner: 'mk', everyDays: 30, approvers: ['eve'] };
  const record = { ...device.record, ssvc: stated, vulnerabilityReview: review };
  const table = findingsTable([{ ...first, finding: { ...first.finding, ssvc } }], {
    ...judgedDossier,
    device: { ...device, record },
  });
  assert.ok(table.kind === 'table');
  const [row] = table.rows;
  assert.match(row?.at(-1)?.text ?? '', /is approved by al, who may not: eve may$/);
  assert.match(
    row?.[3]?.text ?? '',
    /for the supplier of a fix: immediate; for who applies it: out-of-cycle or immediate/,
  );
});

test('what is waived stays to be seen, with the waivers that are in force beside it', () => {
  const waiver = {
    rule: '81001-5-1/finding-judged',
    packages: 'pkg:npm/ladle',
    anomalies: ['CVE-3'],
    reason: 'planned',
    text: 'The next release has another ladle',
    by: 'mk',
    on: '2026-11-20',
    until: '2027-02-28',
  };
  const given = [
    waiver,
    { ...waiver, until: '2026-11-01' },
    { ...waiver, rule: '62304/manufacturer' },
    { ...waiver, rule: '81001-5-1/verdict-again' },
    { ...waiver, files: 'soup/verdicts/*' },
  ];
  const waivers = { file: 'soup/waivers.yaml', record: waiversSchema.parse({ waivers: given }) };
  const table = findingsTable(findings, { ...judgedDossier, waivers });
  assert.ok(table.kind === 'table');
  const waived = table.rows.map((row) =>
    row
      .at(-1)
      ?.text.split('\n')
      .filter((line) => line.startsWith('Waived')),
  );
  const said =
    'Waived until 2027-02-28 by Mira Kolb, planned: The next release has another ladle (81001-5-1/finding-judged)';
  assert.deepEqual(waived, [[], [], [said], [], []]);
  assert.deepEqual(table.rows[2]?.at(-1)?.place, { file: 'soup/waivers.yaml', keyPath: ['waivers', 0] });
});

test('the verdicts are counted by how they stand', () => {
  assert.deepEqual(verdictsInBrief(findings), {
    text: '1 judged, 1 open, 1 to be judged again, 1 run out; 3 questions about 3 findings wait for a verdict',
    tone: 'bad',
  });
  const asked = findings
    .slice(1, 3)
    .map((one) => ({ ...one, finding: { ...one.finding, onlyByGraph: true as const } }));
  assert.match(verdictsInBrief(asked).text, /; 1 question about 2 findings waits for a verdict$/);
  assert.deepEqual(verdictsInBrief([]), { text: 'none is needed', tone: 'plain' });
});

test('findings of a component that only commits could tell share a row that names each; a verdict parts them', () => {
  const [first, second] = findings;
  assert.ok(first !== undefined && second !== undefined);
  const of = (id: string, from: typeof first) => ({
    ...from,
    finding: { ...from.finding, id, aliases: [], onlyByGraph: true as const },
  });
  const table = findingsTable([of('OSV-1', second), of('OSV-2', second), of('OSV-3', first)], judgedDossier);
  assert.ok(table.kind === 'table');
  assert.deepEqual(
    table.rows.map(([cell]) => cell?.text),
    ['OSV-1, OSV-2', 'OSV-3'],
  );
});

test('an anomaly is called by all its names but those of records that the reason beside them names', () => {
  const source = { feed: 'osv', modified: '2026-01-01T00:00:00Z', hash: '0' };
  const [one] = findings;
  assert.ok(one !== undefined);
  const told = {
    ...one.finding,
    aliases: ['GHSA-aaaa', 'MIRROR-GHSA-aaaa-7', 'MIRROR-GHSA-bbbb-8'],
    records: ['GHSA-aaaa', 'MIRROR-GHSA-aaaa-7'].map((id) => ({ ...source, id })),
    why: 'MIRROR-GHSA-aaaa-7: 7.5.0 is in <8 (semver); MIRROR-GHSA-bbbb-8 was not read',
  };
  const table = findingsTable([{ ...one, finding: told }], judgedDossier);
  assert.ok(table.kind === 'table');
  assert.deepEqual(table.rows[0]?.[0]?.text.split('\n'), ['CVE-1', 'GHSA-aaaa', 'MIRROR-GHSA-bbbb-8']);
});
