import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../../test/base-device.ts';
import { brokenLocks } from '../../../test/broken-locks.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { finding } from '../../../test/sample-dossier.ts';
import { status } from '../../app/check/status.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import { withFinding as withFindingOf, withSupport } from '../../rules/examples/with-finding.ts';
import { waiverWith } from '../../rules/examples/waiver-with.ts';

/** The answers of the base device, with some of its files changed or taken away. */
async function answers(overlay: Readonly<Record<string, string | undefined>> = {}, today = baseDay) {
  const files = Object.entries({ ...baseDevice, ...overlay }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return status(memoryHost(Object.fromEntries(files), { today }));
}

const item = 'soup/items/npm-left-pad.yaml';
const record = baseDevice[item] ?? '';
const device = baseDevice['tureen.yaml'] ?? '';
const lock = baseDevice['package-lock.json'] ?? '';

const review = baseDevice['soup/reviews/2026-11-01.yaml'] ?? '';
const withFinding = sealedLock({ findings: [finding('pkg:npm/left-pad@1.3.0', 'CVE-2026-1', 'affected')] });

const judgement = (lines = '') => `verdicts:
  - judged: [{ anomaly: CVE-2026-1, package: pkg:npm/left-pad, versions: [1.3.0], scope: runtime, records: {} }]
    status: not_affected
    justification: vulnerable_code_not_present
    reason: The function is not in the bundle
    by: ada
    on: 2026-11-12
${lines}`;
const judgedFinding = { ...withFinding, 'soup/verdicts/npm-left-pad.yaml': judgement() };

test('a review that counts every finding of its data is one', async () => {
  const all = await answers({
    ...judgedFinding,
    'soup/reviews/2026-11-01.yaml': `${review}findings: 1\n`,
  });
  assert.equal(all.find(({ id }) => id === 3)?.answer, 'yes');
});

test('a device that lacks nothing is answered eight times with yes, and each yes has its evidence', async () => {
  const all = await answers();
  assert.deepEqual(
    all.map(({ id, answer }) => `${id} ${answer}`),
    ['1 yes', '2 yes', '3 yes', '4 yes', '5 yes', '6 yes', '7 yes', '8 yes'],
  );
  assert.ok(all.every(({ evidence, missing }) => evidence.length > 0 && missing.length === 0));
});

test('an answer that rests on a waiver says so', async () => {
  const bare = { [item]: record.replace(/^manufacturer:.*\n/m, '') };
  assert.equal((await answers(bare)).find(({ id }) => id === 2)?.answer, 'no');
  const second = (await answers({ ...bare, ...waiverWith() })).find(({ id }) => id === 2);
  assert.equal(second?.answer, 'yes');
  assert.deepEqual(second?.evidence.at(-1), {
    text: 'waived until 2027-02-28 (planned): pkg:npm/left-pad has no manufacturer',
    place: { file: 'soup/waivers.yaml', keyPath: ['waivers', 0] },
    line: 2,
  });
});

test('an answer that rests on a rule which the policy switches off says so, and other packs make no question easier', async () => {
  const policy = (lines: string) => `${device}policy:\n  packs: [standard]\n${lines}`;
  const off = policy('  rules: [{ rule: 62304/manufacturer, severity: off, reason: Kept in the ERP }]\n');
  const bare = { [item]: record.replace(/^manufacturer:.*\n/m, '') };
  const second = (await answers({ ...bare, 'tureen.yaml': off })).find(({ id }) => id === 2);
  assert.equal(second?.answer, 'yes');
  const last = second.evidence.at(-1);
  assert.match(last?.text ?? '', /^62304\/manufacturer is switched off \(Kept in the ERP\): .* has no manufacturer$/);
  assert.match(off.split('\n')[(last?.line ?? 0) - 1] ?? '', /rule: 62304\/manufacturer/);
  const licence = { [item]: record.replace('concluded: WTFPL', 'concluded: CC-BY-NC-4.0') };
  const fifth = (await answers({ ...licence, 'tureen.yaml': policy('') })).find(({ id }) => id === 5);
  assert.equal(fifth?.answer, 'no');
});

test('evidence tells the line on which it stands', async () => {
  const all = await answers();
  const lines = all
    .flatMap(({ evidence }) => evidence)
    .filter(({ place }) => place !== undefined && 'keyPath' in place);
  assert.ok(lines.length > 5 && lines.every(({ line }) => line !== undefined));
});

test('on the day by which a review is due it is not overdue', async () => {
  const overdueOn = async (today: string) => {
    const third = (await answers({}, today)).find(({ id }) => id === 3);
    return third?.missing.some(({ text }) => text.includes('overdue'));
  };
  assert.deepEqual([await overdueOn('2026-12-01'), await overdueOn('2026-12-02')], [false, true]);
});

type Case = {
  readonly what: string;
  readonly files: Readonly<Record<string, string | undefined>>;
  readonly today?: string;
  readonly id: number;
  readonly answer: string;
  readonly missing: RegExp;
};

const cases: readonly Case[] = [
  {
    what: 'an inventory without components',
    files: { 'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }' },
    id: 2,
    answer: 'no',
    missing: /no components were found/,
  },
  ...[5, 6, 8].map((id) => ({
    what: 'a draft',
    files: { [item]: record.replace('status: confirmed', 'status: draft') },
    id,
    answer: 'no',
    missing: /left-pad is a draft/,
  })),
  {
    what: 'a licence that nobody known has judged',
    files: { [item]: record.replace('concluded: WTFPL, by: ada', 'concluded: WTFPL, by: bob') },
    id: 5,
    answer: 'no',
    missing: /nobody under people has the id "bob"/,
  },
  {
    what: 'a licence that is judged tomorrow',
    files: { [item]: record.replace('by: ada, on: 2026-11-01 }\napproved', 'by: ada, on: 2026-11-16 }\napproved') },
    id: 5,
    answer: 'no',
    missing: /2026-11-16 is still to come/,
  },
  {
    what: 'an input that nobody can read',
    files: { 'native/conan.lock': '{}' },
    id: 1,
    answer: 'no',
    missing: /native\/conan.lock was not understood/,
  },
  {
    what: 'a package without a record',
    files: {
      'package-lock.json': lock.replace(
        '"node_modules/tap-mini"',
        '"node_modules/is-odd": { "version": "3.0.1" }, "node_modules/tap-mini"',
      ),
    },
    id: 2,
    answer: 'no',
    missing: /is-odd@3.0.1 ships \(runtime\), but no record is about it/,
  },
  { what: 'no record at all', files: { [item]: undefined }, id: 2, answer: 'not-yet', missing: /left-pad/ },
  {
    what: 'no review',
    files: { 'soup/reviews/2026-11-01.yaml': undefined },
    id: 3,
    answer: 'not-yet',
    missing: /no review is documented/,
  },
  {
    what: 'no review, while the evaluation cannot be read,',
    files: { 'soup/reviews/2026-11-01.yaml': undefined, 'soup/anomalies.lock.json': '{' },
    id: 3,
    answer: 'not-yet',
    missing: /no review is documented/,
  },
  {
    what: 'an evaluation that cannot be read, without a review,',
    files: { 'soup/reviews/2026-11-01.yaml': undefined, 'soup/anomalies.lock.json': '{' },
    id: 3,
    answer: 'not-yet',
    missing: /anomalies\.lock\.json is no JSON/,
  },
  {
    what: 'an overdue review',
    files: {},
    today: '2026-12-10',
    id: 3,
    answer: 'no',
    missing: /the review is 9 days overdue/,
  },
  {
    what: 'no evaluation',
    files: { 'soup/anomalies.lock.json': undefined },
    id: 3,
    answer: 'no',
    missing: /has not been evaluated/,
  },
  {
    what: 'a review of other data than the evaluation’s',
    files: { 'soup/reviews/2026-11-01.yaml': review.replace('sha256:5c1d', 'sha256:5c1e') },
    id: 3,
    answer: 'no',
    missing: /looked at the data sha256:5c1e, the evaluation at sha256:5c1d/,
  },
  {
    what: 'a review that does not count findings where there are some',
    files: judgedFinding,
    id: 3,
    answer: 'no',
    missing: /does not say how many findings it looked at; the evaluation has 1/,
  },
  {
    what: 'a finding without a verdict',
    files: { ...withFinding, 'soup/reviews/2026-11-01.yaml': `${review}findings: 1\n` },
    id: 3,
    answer: 'not-yet',
    missing: /^1 question about 1 finding waits for a verdict: CVE-2026-1$/,
  },
  {
    what: 'a verdict that has run out',
    files: {
      ...judgedFinding,
      'soup/verdicts/npm-left-pad.yaml': judgement('    until: 2026-11-13\n'),
      'soup/reviews/2026-11-01.yaml': `${review}findings: 1\n`,
    },
    id: 3,
    answer: 'not-yet',
    missing: /^1 question about 1 finding waits for a verdict, 1 finding with a verdict that has run out: CVE-2026-1$/,
  },
  {
    what: 'a verdict of somebody whom nobody knows',
    files: {
      ...judgedFinding,
      'soup/verdicts/npm-left-pad.yaml': judgement('    owner: grace\n'),
      'soup/reviews/2026-11-01.yaml': `${review}findings: 1\n`,
    },
    id: 3,
    answer: 'no',
    missing: /^nobody under people has the id "grace"$/,
  },
  {
    what: 'a review of fewer findings than there are',
    files: { ...judgedFinding, 'soup/reviews/2026-11-01.yaml': `${review}findings: 0\n` },
    id: 3,
    answer: 'no',
    missing: /looked at 0 findings, the evaluation has 1/,
  },
  {
    what: 'a range',
    files: { 'service/requirements.txt': 'numpy>=2.0\n' },
    id: 4,
    answer: 'no',
    missing: /pkg:pypi\/numpy is not pinned/,
  },
  {
    what: 'a licence that nobody has judged',
    files: { [item]: record.replace(/^licence:.*\n/m, '') },
    id: 5,
    answer: 'not-yet',
    missing: /has no licence judgement/,
  },
  {
    what: 'a licence that no list knows',
    files: { [item]: record.replace('concluded: WTFPL', 'concluded: free') },
    id: 5,
    answer: 'no',
    missing: /the licence "free" is no SPDX expression/,
  },
  {
    what: 'decisions on licences that cannot be read',
    files: { 'soup/licences.yaml': 'policy: [' },
    id: 5,
    answer: 'no',
    missing: /./,
  },
  {
    what: 'a licence that forbids the use',
    files: { [item]: record.replace('concluded: WTFPL', 'concluded: CC-BY-NC-4.0, declared: WTFPL') },
    id: 5,
    answer: 'no',
    missing: /CC-BY-NC-4\.0 does not permit the use/,
  },
  {
    what: 'no risk file',
    files: { 'soup/risks.yaml': undefined },
    id: 6,
    answer: 'not-yet',
    missing: /there is no risk file/,
  },
  {
    what: 'a failure mode that reaches no risk',
    files: { [item]: record.replace('risks: [RISK-1]', 'risks: []') },
    id: 6,
    answer: 'no',
    missing: /FM-PAD-1 reaches no entry/,
  },
  {
    what: 'no update process',
    files: { 'tureen.yaml': device.replace(/^updateProcess:[\s\S]*$/m, '') },
    id: 7,
    answer: 'not-yet',
    missing: /no process is named/,
  },
  {
    what: 'a record without the security side',
    files: { [item]: record.replace(/^security:.*\n/m, '') },
    id: 8,
    answer: 'not-yet',
    missing: /has no risk transfer category/,
  },
];

for (const { what, files, today, id, answer, missing } of cases) {
  test(`${what} turns the answer to question ${id} into ${answer}`, async () => {
    const found = (await answers(files, today)).find((one) => one.id === id);
    assert.equal(found?.answer, answer);
    assert.match(found?.missing.map(({ text }) => text).join('\n') ?? '', missing);
  });
}

for (const [what, text, says] of brokenLocks)
  test(`an evaluation whose file ${what} is told to be broken, and not to be missing`, async () => {
    const third = (await answers({ 'soup/anomalies.lock.json': text })).find(({ id }) => id === 3);
    const missing = third?.missing.map((one) => one.text) ?? [];
    assert.notEqual(third?.answer, 'yes');
    assert.match(missing[0] ?? '', says);
    assert.doesNotMatch(missing.join('\n'), /not been evaluated|without a verdict/);
    assert.equal(third?.next, '`tureen evaluate`');
  });

test('a malicious package stands before all else that a review misses', async () => {
  const all = await answers({ ...withFindingOf('affected', { id: 'MAL-2026-1', kind: 'malware' }) });
  const third = all.find(({ id }) => id === 3);
  assert.equal(third?.answer, 'not-yet');
  assert.match(third.missing[0]?.text ?? '', /^MAL-2026-1 is a malicious package, and is not judged/);
});

test('what is exploited is named, the end of support is undecided, and a waiver that meets nothing is told', async () => {
  const kev = [{ id: 'CVE-2026-0001', added: '2026-11-11', ransomware: 'unknown' }];
  const texts = async (id: number, overlay: Readonly<Record<string, string | undefined>>) =>
    (await answers(overlay)).find((one) => one.id === id)?.missing.map(({ text }) => text) ?? [];
  assert.match((await texts(3, withFindingOf('affected', { kev })))[0] ?? '', /^CVE-2026-0001 is exploited/);
  assert.match((await texts(7, withSupport('2026-12-15'))).join(), /ends in 30 days/);
  assert.match((await texts(7, withSupport('2026-10-15'))).join(), /ended on 2026-10-15/);
  assert.match((await texts(8, waiverWith())).join(), /finds nothing that this waiver meets/);
});

test('every answer but yes says what to do next, and a yes says nothing', async () => {
  const steps = async (overlay: Readonly<Record<string, string | undefined>>) =>
    new Map((await answers(overlay)).map(({ id, next }) => [id, next]));
  const none = Object.fromEntries(Object.keys(baseDevice).map((file) => [file, undefined]));
  const first = await steps({ ...none, 'tureen.yaml': 'device: { name: D, manufacturer: M }\nsoftwareItems: []\n' });
  assert.match(first.get(1) ?? '', /lockfiles/);
  assert.equal(first.get(2), 'answer question 1 first');
  const begun = await steps({ [item]: undefined, 'soup/anomalies.lock.json': undefined, 'soup/risks.yaml': undefined });
  assert.match(begun.get(2) ?? '', /`tureen draft`/);
  assert.match(begun.get(3) ?? '', /`tureen sync .*`tureen evaluate`/);
  assert.match(begun.get(6) ?? '', /soup\/risks\.yaml/);
  assert.equal(begun.get(1), undefined);
  assert.match((await steps(withFinding)).get(3) ?? '', /`tureen triage`/);
  const minutes = 'soup/reviews/2026-11-01.yaml';
  assert.match((await steps({ [minutes]: undefined })).get(3) ?? '', /^`tureen review` writes/);
  assert.match((await steps({ [minutes]: review.replace('5c1d', 'abcd') })).get(3) ?? '', /^`tureen review` writes/);
  const looked = { ...judgedFinding, 'soup/verdicts/npm-left-pad.yaml': judgement().replace('by: ada', 'by: eve') };
  assert.match((await steps({ ...looked, [minutes]: `${review}findings: 1\n` })).get(3) ?? '', /^`tureen check`/);
});
