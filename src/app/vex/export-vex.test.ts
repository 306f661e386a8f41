import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { brokenLocks } from '../../../test/broken-locks.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { vexProblems } from '../../../test/schemas/vex-problems.ts';
import { UsageError } from '../../base/errors.ts';
import { notAffected, verdictWith, withFinding } from '../../rules/examples/with-finding.ts';
import { openTriage } from '../verdicts/open-triage.ts';
import { exportVex } from './export-vex.ts';
import { listVex } from './list-vex.ts';

const device = { ...baseDevice, ...withFinding() };
const affected = `status: affected
reason: The label is cut off
by: ada
on: 2026-11-12`;
const update = 'response: { action: update, text: Take 1.3.1, due: 2026-12-24 }';

type Row = {
  readonly title: string;
  readonly files: Readonly<Record<string, string>>;
  readonly says: Readonly<Record<string, unknown>>;
};

const rows: readonly Row[] = [
  {
    title: 'a verdict not affected gives its justification, and its reason as the impact',
    files: verdictWith(notAffected),
    says: {
      status: 'not_affected',
      justification: 'vulnerable_code_not_in_execute_path',
      impact: 'Texts are never longer than the label',
      timestamp: '2026-11-12T00:00:00Z',
    },
  },
  {
    title: 'a verdict affected gives its response as the action',
    files: verdictWith(`${affected}\n${update}`),
    says: {
      status: 'affected',
      notes: 'The label is cut off',
      action: { responses: ['update'], text: 'Take 1.3.1', due: '2026-12-24' },
    },
  },
  {
    title: 'a verdict affected without a response says that nothing is decided',
    files: verdictWith(affected),
    says: { status: 'affected', action: { responses: [], text: 'What is done about it is not decided yet' } },
  },
  {
    title: 'a finding without a verdict is under investigation since its evaluation',
    files: {},
    says: {
      status: 'under_investigation',
      notes: 'Nobody has judged it yet',
      timestamp: '2026-11-14T00:00:00Z',
    },
  },
  {
    title: 'a verdict that is still investigated gives its reason',
    files: verdictWith('status: under_investigation\nreason: Measured next week\nby: ada\non: 2026-11-12'),
    says: { status: 'under_investigation', notes: 'Measured next week' },
  },
  {
    title: 'a verdict that is to be asked again is under investigation and says so',
    files: verdictWith(notAffected, { hash: 'sha256:bb02' }),
    says: {
      status: 'under_investigation',
      justification: undefined,
      notes:
        'The verdict not_affected of 2026-11-12 is to be asked again: GHSA-pad1-pad1-pad1 has changed. It said: Texts are never longer than the label',
    },
  },
  {
    title: 'a verdict that has run out is under investigation and says so',
    files: verdictWith(`${notAffected}\nuntil: 2026-11-14`),
    says: {
      status: 'under_investigation',
      notes:
        'The verdict not_affected of 2026-11-12 ran out on 2026-11-14. It said: Texts are never longer than the label',
    },
  },
];

for (const { title, files, says } of rows) {
  test(title, async () => {
    const { document } = await exportVex(memoryHost({ ...device, ...files }), 'openvex');
    assert.equal(document.statements.length, 1);
    const statement: Readonly<Record<string, unknown>> = document.statements[0] ?? {};
    const shown = Object.fromEntries(Object.keys(says).map((key) => [key, statement[key]]));
    assert.deepEqual(plain(shown), plain(says));
    assert.deepEqual(statement['aliases'], ['GHSA-pad1-pad1-pad1']);
  });
}

test('a document is the same on the same day, and it is told what waits in it', async () => {
  const [one, two] = await Promise.all([1, 2].map(() => exportVex(memoryHost(device), 'spdx3')));
  assert.equal(one?.text, two?.text);
  assert.deepEqual(one?.waiting, [
    {
      id: 'CVE-2026-0001',
      why: 'no verdict',
      components: ['pkg:npm/left-pad@1.3.0'],
      malware: false,
      exploited: false,
      severity: undefined,
    },
  ]);
  const later = await exportVex(memoryHost(device, { today: '2026-11-16' }), 'spdx3');
  assert.notEqual(later.document.id, one?.document.id);
});

const waits: readonly (readonly [string | undefined, hash?: string])[] = [
  ['no verdict'],
  ['under investigation', 'status: under_investigation\nreason: Measured next week\nby: ada\non: 2026-11-12'],
  ['verdict has run out', `${notAffected}\nuntil: 2026-11-14`],
  [undefined, notAffected],
];

for (const [why, verdict] of waits)
  test(`a vulnerability with ${verdict === undefined ? 'no verdict' : `the verdict ${verdict.split('\n')[0]}`} waits: ${why}`, async () => {
    const files = verdict === undefined ? {} : verdictWith(verdict);
    const { waiting } = await exportVex(memoryHost({ ...device, ...files }), 'openvex');
    assert.equal(waiting[0]?.why, why);
  });

test('a verdict that is to be asked again is told apart from none', async () => {
  const files = verdictWith(notAffected, { hash: 'sha256:bb02' });
  const { waiting } = await exportVex(memoryHost({ ...device, ...files }), 'openvex');
  assert.deepEqual(
    waiting.map(({ why }) => why),
    ['verdict to be asked again'],
  );
});

test('CSAF is written where the publisher has an address, and refused where not', async () => {
  await assert.rejects(exportVex(memoryHost(device), 'csaf'), { name: 'UsageError', message: /the device has none/ });
  const tureen = device['tureen.yaml']?.replace(/^device:\n/m, 'device:\n  website: https://maker.example\n') ?? '';
  const { text } = await exportVex(memoryHost({ ...device, 'tureen.yaml': tureen }), 'csaf');
  assert.deepEqual(await vexProblems('csaf', JSON.parse(text)), []);
});

const [v2, v3, v4] = [
  { kind: 'CVSS_V2', value: 'AV:N/AC:L/Au:N/C:P/I:N/A:N', score: 5, rating: 'medium' },
  { kind: 'CVSS_V3', value: 'CVSS:3.1/AV:L/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N', score: 2.9, rating: 'low' },
  {
    kind: 'CVSS_V4',
    value: 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
    score: 9.3,
    rating: 'critical',
  },
] as const;

for (const [what, severities, rating, score] of [
  [
    'the vector that is used',
    [v2, { ...v3, used: true }],
    { score: 2.9, severity: 'low', method: 'CVSSv31', vector: v3.value },
    2.9,
  ],
  [
    'a vector of version 4',
    [v3, { ...v4, used: true }],
    { score: 9.3, severity: 'critical', method: 'CVSSv4', vector: v4.value },
  ],
  [
    'a vector of version 2',
    [{ ...v2, used: true }],
    { score: 5, severity: 'medium', method: 'CVSSv2', vector: v2.value },
  ],
  ['a word', [{ kind: 'rating', value: 'HIGH' }], undefined],
] as const)
  test(`${what} alone is ${rating === undefined ? 'no rating' : 'the rating'}, and of CSAF the score where it is of version 3`, async () => {
    const tureen = device['tureen.yaml']?.replace(/^device:\n/m, 'device:\n  website: https://maker.example\n') ?? '';
    const host = memoryHost({ ...device, ...withFinding('affected', { severities }), 'tureen.yaml': tureen });
    const cyclonedx = (await exportVex(host, 'cyclonedx')).text;
    assert.deepEqual(JSON.parse(cyclonedx).vulnerabilities[0].ratings, rating === undefined ? undefined : [rating]);
    const csaf = JSON.parse((await exportVex(host, 'csaf')).text);
    assert.deepEqual(await vexProblems('csaf', csaf), []);
    assert.equal(csaf.vulnerabilities[0].scores?.[0].cvss_v3.baseScore, score);
  });

test('what cannot be exported honestly is refused', async () => {
  const { 'soup/anomalies.lock.json': _, ...unevaluated } = device;
  const unread = { ...device, 'soup/verdicts/npm-left-pad.yaml': 'verdicts: [' };
  const none = { ...device, ...withFinding('not-affected') };
  await assert.rejects(exportVex(memoryHost(device), 'pdf'), { message: 'there is no format "pdf"' });
  await assert.rejects(exportVex(memoryHost(unevaluated), 'csaf'), { message: /have not been evaluated/ });
  await assert.rejects(exportVex(memoryHost(unread), 'openvex'), { message: /a verdict cannot be read/ });
  await assert.rejects(exportVex(memoryHost(none), 'openvex'), { message: /no VEX without a statement/ });
});

const lockFile = 'soup/anomalies.lock.json';

for (const [what, text, says] of brokenLocks)
  test(`nothing is stated by an evaluation whose file ${what}`, async () => {
    const host = memoryHost({ ...device, [lockFile]: text });
    await assert.rejects(exportVex(host, 'openvex'), refusalOf(says));
    await assert.rejects(openTriage(host), refusalOf(says));
    const { diagnostics } = await listVex(host);
    assert.match(diagnostics[0]?.message ?? '', says, 'statements that met nothing are no news then');
  });

/** It is not told that nobody has evaluated: what is wrong is told, and what to do. */
const refusalOf = (says: RegExp) => (error: unknown) => {
  assert.ok(error instanceof UsageError);
  const [start = '', ...fault] = error.message.split(/(?<=cannot be read: )/);
  assert.equal(start, 'the evaluation of published anomalies cannot be read: ');
  assert.match(fault.join(''), says);
  assert.equal(error.help, 'It is generated: run `tureen evaluate` to write it anew.');
  return true;
};

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
