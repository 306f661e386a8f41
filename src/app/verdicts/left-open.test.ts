import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { check } from '../check/check.ts';
import { approve } from './approve.ts';
import type { Judgement } from './compose-verdict.ts';
import { judge } from './judge.ts';
import { judgedAsJson } from './judged-as-json.ts';
import { openTriage } from './open-triage.ts';

const base = { ...baseDevice, ...withFinding() };
const approvers = {
  'tureen.yaml': (baseDevice['tureen.yaml'] ?? '').replace('everyDays: 30', 'everyDays: 30, approvers: [ada]'),
};
const kev = withFinding('affected', { kev: [{ id: 'CVE-2026-0001', added: '2026-11-11', ransomware: 'unknown' }] });
const affected: Judgement = { status: 'affected', reason: 'A long name is cut', by: 'ada' };
const whole: Judgement = {
  ...affected,
  safety: { none: 'Names are not used for anything else' },
  response: { action: 'update', text: 'Update to 1.3.1', due: '2026-12-01' },
  owner: 'ada',
};

const cases: readonly (readonly [string, Judgement, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['a verdict that says all', whole, {}, []],
  [
    'a verdict without response, owner and safety',
    affected,
    {},
    ['error 62304/verdict-safety', 'error 81001-5-1/verdict-response'],
  ],
  [
    'a response until a day that has passed',
    { ...whole, response: { action: 'update', text: 'Update', due: '2026-11-05' } },
    {},
    ['error 81001-5-1/response-overdue'],
  ],
  [
    'a hazard that nothing in the records tells of yet',
    { ...whole, safety: { failureModes: [], risks: [], reason: 'The number is cut' } },
    {},
    ['error records/verdict-hazard'],
  ],
  [
    'what is investigated',
    { status: 'under_investigation', reason: 'The supplier was asked', by: 'ada' },
    {},
    ['error 81001-5-1/finding-judged'],
  ],
  [
    'what is exploited, without a response',
    { ...affected, safety: whole.safety, owner: 'ada' },
    kev,
    ['error 81001-5-1/exploited-open', 'error 81001-5-1/verdict-response'],
  ],
  ['a device that wants approvals', whole, approvers, ['warning records/verdict-approved']],
];

for (const [what, judgement, files, expected] of cases)
  test(`${what}: what is left open is told in the words of the check`, async () => {
    const host = memoryHost({ ...base, ...files });
    const judged = await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
    assert.deepEqual(judged.open.map(({ severity, rule }) => `${severity} ${rule}`).toSorted(), expected);
    const { diagnostics } = await check(host);
    for (const { message, rule } of judged.open)
      assert.ok(diagnostics.some((one) => one.rule === rule && one.message === message));
  });

test('the gravest comes first, each with its line', async () => {
  const host = memoryHost({ ...base, ...approvers });
  const judged = await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, { ...whole, owner: undefined });
  const { open } = await judgedAsJson(host, judged, false);
  assert.deepEqual(
    judged.open.map(({ severity }) => severity),
    ['error', 'warning'],
  );
  assert.ok(open.every(({ file, line }) => file === 'soup/verdicts/npm-left-pad.yaml' && line !== undefined));
});

test('a hazard tells which record to write: the one that there is, or the one that draft begins', async () => {
  const hazard: Judgement = { ...whole, safety: { failureModes: [], risks: [], reason: 'The number is cut' } };
  const { 'soup/items/npm-left-pad.yaml': _, ...bare } = base;
  const helps = [base, bare].map(async (files) => {
    const host = memoryHost(files);
    const { open } = await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, hazard);
    return open.find(({ rule }) => rule === 'records/verdict-hazard')?.help ?? '';
  });
  const [there = '', drafted = ''] = await Promise.all(helps);
  assert.match(
    there,
    /`failureModes:` of soup\/items\/npm-left-pad\.yaml, and its risk under `risks:` of soup\/risks\.yaml/,
  );
  assert.match(drafted, /of the record that `tureen draft pkg:npm\/left-pad` begins/);
});

test('what others left open is no matter of this verdict', async () => {
  const other = { component: 'pkg:npm/tap-mini@2.0.0', id: 'CVE-2026-0002', aliases: [], kind: 'vulnerability' };
  const { findings, ...rest } = JSON.parse(withFinding()['soup/anomalies.lock.json'] ?? '') as { findings: object[] };
  const lock = sealedLock({ ...rest, findings: [...findings, { ...findings[0], ...other }] });
  const host = memoryHost({ ...base, ...lock });
  const { open, triage } = await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, whole);
  assert.deepEqual([open, triage.cases.map(({ id }) => id)], [[], ['CVE-2026-0002']]);
});

const twice: readonly (readonly [string, Judgement, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['what has no owner', { ...whole, owner: undefined }, base, ['81001-5-1/verdict-response']],
  [
    'what is exploited, without a response',
    { ...whole, response: undefined },
    { ...base, ...kev },
    ['81001-5-1/exploited-open', '81001-5-1/verdict-response'],
  ],
];

for (const [what, judgement, files, expected] of twice)
  test(`${what}: who judges anew and leaves the same open is told again`, async () => {
    const host = memoryHost(files);
    const ids = { id: 'CVE-2026-0001' };
    const { triage } = await judge(host, await openTriage(host), ids, judgement);
    const { open } = await judge(host, triage, ids, { ...judgement, reason: 'Measured' });
    assert.deepEqual(open.map(({ rule }) => rule).toSorted(), expected);
  });

test('an approval that was of more than what is left of its verdict is told', async () => {
  const approved = `verdicts:
  - judged:
      - { anomaly: CVE-2026-0001, package: pkg:npm/left-pad, versions: [1.3.0], scope: runtime, records: { GHSA-pad1-pad1-pad1: sha256:aa01 } }
      - { anomaly: CVE-2026-0007, package: pkg:npm/left-pad, versions: [1.3.0], scope: runtime, records: {} }
    status: fixed
    reason: Patched by us
    by: grace
    on: 2026-11-02
`;
  const host = memoryHost({ ...base, 'soup/verdicts/npm-left-pad.yaml': approved });
  await approve(host, await openTriage(host), { id: 'CVE-2026-0007', by: 'ada', dryRun: false });
  const { open } = await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, whole);
  assert.deepEqual(
    open.map(({ message }) => message),
    ['the verdict on CVE-2026-0007 was changed since ada approved it on 2026-11-15'],
  );
});

const sources: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[] | undefined])[] = [
  ['no line imports it', { 'src/label.ts': 'export const label = 1;\n' }, []],
  ['a line imports it', { 'src/label.ts': "import leftPad from 'left-pad';\n" }, ['src/label.ts:1']],
  ['a line takes types alone from it', { 'src/label.ts': "import type { Pad } from 'left-pad';\n" }, []],
  ['nobody looked through its language', { 'src/label.py': 'import os\n' }, undefined],
];

const grounds: readonly (readonly [string, Partial<Judgement>, boolean])[] = [
  ['an answer that it cannot be reached', { reachability: reached('not-reachable') }, true],
  ['a justification alone', {}, true],
  ['mitigations', { justification: 'inline_mitigations_already_exist' }, false],
  ['an answer that it can be reached', { reachability: reached('reachable') }, false],
  ['the status affected', { status: 'affected', justification: undefined }, false],
];

function reached(answer: 'reachable' | 'not-reachable') {
  return { answer, evidence: 'Looked for imports', functions: [] };
}

for (const [what, given, told] of grounds) {
  const judgement: Judgement = {
    ...whole,
    status: 'not_affected',
    justification: 'vulnerable_code_not_in_execute_path',
    ...given,
  };
  const writtenIn = async (files: Readonly<Record<string, string>>) => {
    const host = memoryHost({ ...base, ...files });
    const { triage } = await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, judgement);
    const verdict = triage.dossier.verdicts[0]?.verdict;
    return { host, importedAt: verdict?.reachability?.importedAt ?? verdict?.importedAt };
  };

  if (told)
    for (const [when, files, importedAt] of sources)
      test(`a verdict by ${what} keeps what imported its package: ${when}`, async () => {
        assert.deepEqual((await writtenIn(files)).importedAt, importedAt);
      });

  test(`of a verdict by ${what} the first import afterwards is ${told ? '' : 'not '}told`, async () => {
    const { host } = await writtenIn({ 'src/label.ts': 'export const label = 1;\n' });
    await host.files.write('src/label.ts', "import leftPad from 'left-pad';\n");
    const { diagnostics } = await check(host);
    assert.equal(
      diagnostics.some(({ rule }) => rule === 'records/verdict-imports'),
      told,
    );
  });
}
