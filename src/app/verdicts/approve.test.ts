import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost, type MemoryHost } from '../../../test/memory-host.ts';
import { hashVerdict } from '../../base/anomalies/hash-verdict.ts';
import { notAffected, verdictWith, withFinding } from '../../rules/examples/with-finding.ts';
import { check } from '../check/check.ts';
import { approve, type ApprovalOrder } from './approve.ts';
import { openTriage } from './open-triage.ts';

const file = 'soup/verdicts/npm-left-pad.yaml';
const people = (approvers = '') => ({
  'tureen.yaml': baseDevice['tureen.yaml']
    ?.replace('people:', 'people:\n  - { id: grace, name: Grace Example } # second look')
    .replace('everyDays: 30 }', `everyDays: 30${approvers} }`),
});

function hostWith(lines: string, more: Readonly<Record<string, string | undefined>> = {}): MemoryHost {
  const all = { ...baseDevice, ...withFinding(), ...people(), ...verdictWith(lines), ...more };
  return memoryHost(
    Object.fromEntries(Object.entries(all).flatMap(([key, text]) => (text === undefined ? [] : [[key, text]]))),
  );
}

async function approveWith(host: MemoryHost, order: Partial<ApprovalOrder> = {}) {
  return approve(host, await openTriage(host), { id: 'CVE-2026-0001', by: 'grace', dryRun: false, ...order });
}

async function saidOfApprovals(host: MemoryHost): Promise<readonly string[]> {
  const { diagnostics } = await check(host);
  return diagnostics.filter(({ rule }) => rule.startsWith('records/verdict-app')).map(({ message }) => message);
}

test('an approval is written behind the verdict, comments and all else stay, and the check is content', async () => {
  const host = hostWith(`${notAffected} # as measured`, people(', approvers: [grace]'));
  assert.deepEqual(await saidOfApprovals(host), ['the verdict on CVE-2026-0001 waits for an approval by grace']);
  const before = verdictWith(`${notAffected} # as measured`)[file] ?? '';
  const { approved, written } = await approveWith(host, { id: 'cve-2026-0001' });
  assert.deepEqual([approved.length, written], [1, [file]]);
  const [said, approval = ''] = (host.written.get(file) ?? '').split('    approved:\n');
  assert.equal(said, before);
  assert.match(approval, /^ {6}by: grace\n {6}on: 2026-11-15\n {6}content: sha256:[0-9a-f]{64}\n$/);
  assert.deepEqual(await saidOfApprovals(host), []);
  assert.deepEqual((await approveWith(host)).before.length, 1);
});

test('whatever word of a verdict is changed, its approval is of another content', async () => {
  const host = hostWith(notAffected);
  await approveWith(host);
  const text = host.written.get(file) ?? '';
  const changes: readonly (readonly [string, string])[] = [
    ['never longer', 'no longer'],
    ['vulnerable_code_not_in_execute_path', 'component_not_present'],
    ['[1.3.0]', '[1.3.0, 1.2.0]'],
    ['sha256:aa01', 'sha256:aa02'],
    ['reason:', 'until: 2027-01-01\n    reason:'],
  ];
  for (const [from, to] of changes) {
    await host.files.write(file, text.replace(from, to));
    assert.deepEqual(
      await saidOfApprovals(host),
      ['the verdict on CVE-2026-0001 was changed since grace approved it on 2026-11-15'],
      to,
    );
  }
});

test('the hash is of what is said, whatever the order of the keys and the lists that are empty', () => {
  const reachability = { answer: 'unknown' as const, evidence: 'asked', functions: [] };
  const judged = [
    { anomaly: 'A', aliases: [], package: 'pkg:npm/a', versions: ['1'], scope: 'runtime' as const, records: {} },
  ];
  const verdict = { judged, status: 'fixed' as const, reason: 'patched', reachability, by: 'ada', on: '2026-11-01' };
  const keys = fc.shuffledSubarray(Object.keys(verdict), { minLength: Object.keys(verdict).length });
  fc.assert(
    fc.property(keys, (order) => {
      const shuffled = Object.fromEntries(order.map((key) => [key, verdict[key as keyof typeof verdict]]));
      assert.equal(hashVerdict(shuffled as typeof verdict), hashVerdict(verdict));
    }),
  );
  assert.notEqual(hashVerdict({ ...verdict, reason: 'patched.' }), hashVerdict(verdict));
});

const kept: readonly (readonly [string, string, Partial<ApprovalOrder>, RegExp])[] = [
  ['by its author', notAffected, { by: 'ada' }, /^ada is its author/],
  [
    'that is still investigated',
    'status: under_investigation\nreason: Asked\nby: ada\non: 2026-11-12',
    {},
    /^it is under investigation/,
  ],
  ['that has run out', `${notAffected}\nuntil: 2026-11-14`, {}, /^it ran out on 2026-11-14/],
];
for (const [what, lines, order, reason] of kept) {
  test(`a verdict ${what} is not approved, and nothing is written`, async () => {
    const host = hostWith(lines);
    const { approved, refused } = await approveWith(host, order);
    assert.equal(approved.length, 0);
    assert.match(refused[0]?.reason ?? '', reason);
    assert.equal(host.written.size, 0);
  });
}

test('a verdict whose grounds have changed is judged again before anybody approves it', async () => {
  const host = hostWith('', verdictWith(notAffected, { hash: 'sha256:bb02' }));
  const { refused } = await approveWith(host);
  assert.match(
    refused[0]?.reason ?? '',
    /^it is to be judged again \(CVE-2026-0001: GHSA-pad1-pad1-pad1 has changed\)/,
  );
});

const judgedTwo = (hash = 'sha256:aa01') => ({
  [file]: `verdicts:
  - judged:
      - { anomaly: CVE-2026-0001, package: pkg:npm/left-pad, versions: [1.2.0], scope: runtime, records: { GHSA-pad1-pad1-pad1: '${hash}' } }
      - { anomaly: CVE-2026-0007, package: pkg:npm/left-pad, versions: [1.2.0], scope: runtime, records: {} }
${notAffected.replace(/^/gm, '    ')}
`,
});

test('a version that it does not name keeps nobody from approving what was said of others, and is told', async () => {
  const { approved, refused } = await approveWith(hostWith('', judgedTwo()));
  assert.deepEqual([approved.length, refused.length], [1, 0]);
  assert.equal(
    approved[0]?.beside,
    '1 finding of which it says nothing waits for a verdict (CVE-2026-0001: 1.3.0 is in use, judged was 1.2.0): see `tureen triage --list`',
  );
});

test('of a verdict on many it is told which is to be judged again, and that the rest can be approved then', async () => {
  const host = hostWith('', judgedTwo('sha256:bb02'));
  assert.equal(
    (await approveWith(host)).refused[0]?.reason,
    'it is to be judged again (CVE-2026-0001: GHSA-pad1-pad1-pad1 has changed; 1.3.0 is in use, judged was 1.2.0): do that first with `tureen triage CVE-2026-0001`; the rest of it can be approved then',
  );
});

test('findings that are older than a verdict, as on a release, are evaluated anew before they speak against it', async () => {
  const later = notAffected.replace('2026-11-12', '2026-11-15');
  const { refused } = await approveWith(hostWith('', verdictWith(later, { hash: 'sha256:bb02' })));
  assert.equal(
    refused[0]?.reason,
    'the evaluation of 2026-11-14 is older than it, and tells otherwise (CVE-2026-0001: GHSA-pad1-pad1-pad1 has changed): run `tureen evaluate` first',
  );
});

test('a verdict that is dated ahead is not approved', async () => {
  const { refused } = await approveWith(hostWith(notAffected.replace('2026', '2027')));
  assert.match(refused[0]?.reason ?? '', /is dated 2027-11-12, which is still to come\): do that first/);
});

const refusedOrders: readonly (readonly [string, Partial<ApprovalOrder>, RegExp])[] = [
  ['somebody unknown', { by: 'mia' }, /nobody under people has the id "mia"/],
  ['one who may not', { by: 'grace' }, /"grace" may not approve verdicts/],
  ['an anomaly without a verdict', { by: 'ada', id: 'CVE-1' }, /there is no verdict on "CVE-1"/],
  ['a pattern that is none', { by: 'ada', packages: 'left*' }, /"left\*" is no pattern/],
  ['packages without a verdict', { by: 'ada', id: undefined, packages: 'pkg:pypi/*' }, /about "pkg:pypi\/\*" alone/],
];
for (const [what, order, message] of refusedOrders) {
  test(`${what} is refused`, async () => {
    const host = hostWith(notAffected, people(', approvers: [ada]'));
    await assert.rejects(approveWith(host, order), { name: 'UsageError', message });
    assert.equal(host.written.size, 0);
  });
}

test('a dry run tells what would be approved by a pattern, and writes nothing', async () => {
  const host = hostWith(notAffected);
  const { approved, written } = await approveWith(host, { id: undefined, packages: 'pkg:npm/*', dryRun: true });
  assert.deepEqual([approved.length, written.length, host.written.size], [1, 0, 0]);
});
