import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { inFolder } from '../../../test/command-line.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { putFiles } from '../../../test/put-files.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { filesBelow } from '../../node/files/files.ts';
import { check } from '../check/check.ts';
import type { Files } from '../host.ts';
import type { Judgement } from './compose-verdict.ts';
import { judge } from './judge.ts';
import { openTriage } from './open-triage.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import { padFinding, withFinding } from '../../rules/examples/with-finding.ts';

const judgement: Judgement = {
  status: 'not_affected',
  justification: 'vulnerable_code_not_in_execute_path',
  reason: 'Texts are never longer than the label',
  by: 'ada',
};
const file = 'soup/verdicts/npm-left-pad.yaml';
const elsewhere = 'soup/verdicts/elsewhere.yaml';
const device = { ...baseDevice, ...withFinding() };

function hostWith(files: Readonly<Record<string, string>> = {}) {
  return memoryHost({ ...device, ...files });
}

test('a verdict is written with what it was judged on, and then the device passes its check', async () => {
  const host = hostWith();
  const before = await openTriage(host);
  assert.deepEqual(
    before.cases.map(({ id, isNew }) => [id, isNew]),
    [['CVE-2026-0001', true]],
  );
  const { written, triage } = await judge(host, before, { id: 'ghsa-PAD1-pad1-pad1' }, judgement);
  assert.deepEqual(written, [{ file, findings: 1 }]);
  assert.deepEqual(triage.cases, []);
  assert.equal(
    host.written.get(file),
    `# Verdicts on findings. What stands under "judged" is written by \`tureen triage\`, not by hand.
verdicts:
  - judged:
      - anomaly: CVE-2026-0001
        aliases:
          - GHSA-pad1-pad1-pad1
        package: pkg:npm/left-pad
        versions:
          - 1.3.0
        scope: runtime
        records:
          GHSA-pad1-pad1-pad1: sha256:aa01
    status: not_affected
    justification: vulnerable_code_not_in_execute_path
    reason: Texts are never longer than the label
    by: ada
    on: 2026-11-15
`,
  );
  assert.deepEqual((await check(host)).diagnostics, []);
});

const older = `# ours
verdicts:
  # why this one is odd
  - judged: # both at once
      - { anomaly: CVE-2026-0001, package: pkg:npm/left-pad, versions: [1.2.0, 1.3.0], scope: runtime, records: {} }
      - { anomaly: CVE-2026-0007, package: pkg:npm/left-pad, versions: [1.3.0], scope: runtime, records: {} }
    status: fixed
    reason: Patched by us # see the patch
    by: ada
    on: 2026-11-02
`;

test('a new verdict takes its finding out of the one before; other findings, other versions and comments stay', async () => {
  const host = hostWith({ [file]: older });
  await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
  const text = host.written.get(file) ?? '';
  assert.ok(text.startsWith(older.replace('versions: [1.2.0, 1.3.0]', "versions: ['1.2.0']")), text);
  assert.match(text, /\n {2}- judged:\n[^]*on: 2026-11-15\n$/);
});

test('of two verdicts on one defect, as a merge leaves them, both give way to a new one', async () => {
  const judged = (anomaly: string, versions: string) =>
    `      - { anomaly: ${anomaly}, aliases: [GHSA-pad1-pad1-pad1], package: pkg:npm/left-pad, versions: [${versions}], scope: runtime, records: {} }\n`;
  const lines = '    status: fixed\n    reason: Patched\n    by: ada\n    on: 2026-11-02\n';
  const both = ['CVE-2026-0001', 'GHSA-pad1-pad1-pad1'].map((id) => `  - judged:\n${judged(id, '1.3.0')}${lines}`);
  const other = `  - judged:\n${judged('GHSA-pad1-pad1-pad1', '1.2.0')}${lines}`;
  const host = hostWith({ [file]: `verdicts:\n${both[0]}${other}`, [elsewhere]: `verdicts:\n${both[1]}` });
  const twice = async () =>
    (await check(host)).diagnostics.filter(({ rule }) => rule === 'records/verdict-twice').length;
  assert.equal(await twice(), 1);
  await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
  assert.equal(await twice(), 0);
  assert.equal(host.written.get(elsewhere), 'verdicts: []\n');
  assert.match(
    host.written.get(file) ?? '',
    /GHSA-pad1-pad1-pad1,.*versions: \[1\.2\.0\][^]*reason: Texts are never longer/,
  );
});

test('a verdict that is about nothing else goes when its finding is judged anew', async () => {
  const host = hostWith();
  const { triage } = await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
  await judge(host, triage, { id: 'CVE-2026-0001' }, { ...judgement, reason: 'Measured' });
  const text = host.written.get(file) ?? '';
  assert.equal(text.match(/judged:/g)?.length, 1);
  assert.match(text, /reason: Measured/);
});

test('what somebody else has judged meanwhile is told, and not written over', async () => {
  const host = hostWith();
  const [mine, theirs] = [await openTriage(host), await openTriage(host)];
  await judge(host, theirs, { id: 'CVE-2026-0001' }, { ...judgement, reason: 'Measured' });
  await assert.rejects(judge(host, mine, { id: 'CVE-2026-0001' }, judgement), {
    name: 'UsageError',
    message: `CVE-2026-0001 was judged meanwhile: not_affected by ada on 2026-11-15, in ${file}`,
  });
  assert.match(host.written.get(file) ?? '', /reason: Measured/);
});

test('what somebody saves while a verdict is written stays, and the verdict is not written', async () => {
  const host = hostWith({ [file]: older });
  const opened = await openTriage(host);
  const theirs = older.replace('# ours', '# theirs');
  await assert.rejects(judge(savingMeanwhile(host, file, theirs), opened, { id: 'CVE-2026-0001' }, judgement), {
    name: 'UsageError',
    message: `somebody has changed ${file} meanwhile`,
  });
  assert.equal(host.written.get(file), theirs);
});

test('what cannot be read a moment later keeps nobody from knowing what was written', async () => {
  const host = hostWith();
  const saving: Files['edit'] = async (edits) => {
    await host.files.edit(edits);
    await host.files.write('soup/verdicts/other.yaml', 'verdicts: [');
  };
  const meanwhile = { ...host, files: { ...host.files, edit: saving } };
  const { written, triage } = await judge(meanwhile, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
  assert.deepEqual([written, triage.cases], [[{ file, findings: 1 }], []]);
});

test('a verdict goes out of one file only when the new one stands in the other', async () => {
  const host = hostWith({ [elsewhere]: older });
  const order: string[] = [];
  const noted: Files['edit'] = async (edits) => void order.push(...edits.map(({ path }) => path));
  const noting = { ...host, files: { ...host.files, edit: noted } };
  await judge(noting, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
  assert.deepEqual(order, [file, elsewhere]);
});

test('where a new verdict cannot be written, the one before stays', async () => {
  await inFolder(async (root) => {
    putFiles(root, { ...device, [elsewhere]: older, [`${file}/in-the-way`]: '' });
    const host = { ...memoryHost({}), files: filesBelow(root) };
    await assert.rejects(judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, judgement), {
      name: 'HostError',
      message: /npm-left-pad\.yaml" cannot be written: /,
    });
    assert.equal(readFileSync(join(root, elsewhere), 'utf8'), older);
    assert.deepEqual(readdirSync(join(root, 'soup/verdicts')), ['elsewhere.yaml', 'npm-left-pad.yaml']);
  });
});

test('one verdict by a pattern names the pattern and each finding', async () => {
  const host = hostWith();
  await judge(host, await openTriage(host), { packages: 'pkg:npm/left-*' }, judgement);
  assert.match(host.written.get(file) ?? '', /records:\n.*\n {4}packages: pkg:npm\/left-\*\n/);
});

const refused: readonly (readonly [string, Partial<Judgement>, object, RegExp])[] = [
  ['an author whom nobody knows', { by: 'grace' }, {}, /nobody under people has the id "grace"/],
  ['an owner whom nobody knows', { owner: 'grace' }, {}, /nobody under people has the id "grace"/],
  ['not affected without a justification', { justification: undefined }, {}, /has no justification/],
  ['a justification of something else', { status: 'fixed' }, {}, /takes no justification/],
  ['a range that is none', { validFor: '>=1' }, {}, /is no range of versions/],
  ['a range of another ecosystem', { validFor: 'vers:pypi/>=1' }, {}, /is no range for pkg:npm\/left-pad/],
  ['a day that is none', { until: '2026-13-01' }, {}, /"verdicts.0.until": "2026-13-01" is no day/],
  ['a last day that has passed', { until: '2026-11-14' }, {}, /the last day of the verdict, 2026-11-14, has passed/],
  [
    'a vector of CVSS that is none',
    { security: { vector: 'CVSS:3.1/AV:L/AC:X', reason: 'x' } },
    {},
    /"CVSS:3.1\/AV:L\/AC:X" is no CVSS vector/,
  ],
  ['an anomaly that is not there', {}, { id: 'CVE-1' }, /no finding is "CVE-1"/],
  ['packages that are not there', {}, { id: undefined, packages: 'pkg:npm/x*' }, /no finding is "pkg:npm\/x\*"/],
  ['a pattern that is none', {}, { packages: 'left-pad' }, /"left-pad" is no pattern/],
];

for (const [what, keys, selection, message] of refused) {
  test(`${what} is refused, and nothing is written`, async () => {
    const host = hostWith();
    const opened = await openTriage(host);
    const given = { ...judgement, ...keys };
    await assert.rejects(judge(host, opened, { id: 'CVE-2026-0001', ...selection }, given), {
      name: 'UsageError',
      message,
    });
    assert.equal(host.written.size, 0);
  });
}

test('where nobody has evaluated, or a verdict cannot be read, there is no triage', async () => {
  const { 'soup/anomalies.lock.json': _, ...without } = device;
  await assert.rejects(openTriage(memoryHost(without)), { name: 'UsageError', message: /have not been evaluated/ });
  await assert.rejects(openTriage(hostWith({ [file]: 'verdicts: [' })), {
    name: 'UsageError',
    message: /^a verdict cannot be read: .*npm-left-pad\.yaml/,
  });
});

test('what was judged by others meanwhile is seen before anything is written', async () => {
  const host = hostWith();
  const opened = await openTriage(host);
  await judge(host, opened, { id: 'CVE-2026-0001' }, judgement);
  await assert.rejects(judge(host, opened, { packages: 'pkg:npm/*' }, judgement), {
    message: /nothing waits for a verdict/,
  });
});

test('a malicious package is first in triage, even one that is no news', async () => {
  const old = {
    ...padFinding(),
    id: 'MAL-2026-1',
    kind: 'malware',
    records: [{ id: 'MAL-2026-1', modified: '2026-01-01T00:00:00Z', hash: 'sha256:bb01' }],
  };
  const exploited = {
    ...padFinding(),
    id: 'CVE-2026-0002',
    kev: [{ id: 'CVE-2026-0002', added: '2026-11-11', ransomware: 'unknown' }],
  };
  const host = hostWith(sealedLock({ findings: [padFinding(), exploited, old] }));
  const { cases } = await openTriage(host);
  assert.deepEqual(
    cases.map(({ id, isNew }) => [id, isNew]),
    [
      ['MAL-2026-1', false],
      ['CVE-2026-0002', true],
      ['CVE-2026-0001', true],
    ],
  );
});
