import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { baseDeviceWithPlan, itemWithSources, ownChangelog, withList } from '../../rules/examples/with-anomalies.ts';
import { check } from '../check/check.ts';
import { status } from '../check/status.ts';
import type { Files } from '../host.ts';
import { report } from '../report.ts';
import { stateSample } from './state-sample.ts';
import { judgeAnomalies, type AnomalyJudgement } from './judge-anomalies.ts';

const file = 'soup/dispositions/npm-left-pad.yaml';
const judgement: AnomalyJudgement = {
  entries: ['fix 1.3.1 aa'],
  labels: [],
  words: [],
  answer: 'no-hazard',
  reason: 'The label shows no emoji',
  failureModes: [],
  risks: [],
  controls: [],
  by: 'ada',
};
const device = (more: Readonly<Record<string, string>> = {}) =>
  memoryHost({ ...baseDevice, ...itemWithSources(ownChangelog), ...withList(), ...more }, { today: '2026-11-15' });

test('a disposition holds what was judged, for which versions, by whom and when', async () => {
  const host = device();
  await judgeAnomalies(host, 'left-pad', judgement);
  assert.equal(
    host.written.get(file),
    `# What was judged about published anomalies; \`tureen anomalies\` shows ids and hashes.
soup: pkg:npm/left-pad
dispositions:
  - entries:
      fix 1.3.1 aa: aa01bb02cc03
    answer: no-hazard
    reason: The label shows no emoji
    versions:
      - 1.3.0
    by: ada
    on: 2026-11-15
`,
  );
});

test('a hazard may be told before its record is written, and what is open is told in the words of the check', async () => {
  const host = device();
  const hazard = { ...judgement, answer: 'hazard' as const };
  const { open } = await judgeAnomalies(host, 'left-pad', hazard);
  const told = 'can contribute to a hazardous situation, and the disposition names no failure mode and no risk';
  assert.deepEqual(
    open.map(({ rule, message }) => [rule, message]),
    [['records/verdict-hazard', `fix 1.3.1 aa ${told}`]],
  );
  assert.match(open[0]?.help ?? '', /under `failureModes:` of soup\/items\/npm-left-pad\.yaml, and its risk/);
  const asked = async () => (await check(host)).diagnostics.filter(({ rule }) => rule === 'records/verdict-hazard');
  assert.deepEqual(
    (await asked()).map(({ message }) => message),
    open.map(({ message }) => message),
  );
  const { content } = await report(host, 'soup-list', 'html');
  assert.match(String(content).replaceAll('<wbr>', ''), /hazard: .* \[by no failure mode or risk that is named yet\]/);
  const missing = (await status(host))[2]?.missing.map(({ text }) => text) ?? [];
  assert.ok(missing.includes(`fix 1.3.1 aa ${told}`));
  const named = await judgeAnomalies(host, 'left-pad', { ...hazard, failureModes: ['FM-PAD-1'] });
  assert.deepEqual([named.open, await asked()], [[], []]);
  const wrong = await judgeAnomalies(host, 'left-pad', { ...hazard, failureModes: ['FM-PAD-9'] });
  assert.deepEqual(
    wrong.open.map(({ message }) => message),
    ['FM-PAD-9 is no failure mode of the record'],
  );
});

test('another one is added below, and comments stay', async () => {
  const host = device({ [file]: '# ours\nsoup: pkg:npm/left-pad # by hand\ndispositions: []\n' });
  await judgeAnomalies(host, 'left-pad', { ...judgement, entries: [], labels: ['Fixed'] });
  assert.match(host.written.get(file) ?? '', /^# ours\nsoup: pkg:npm\/left-pad # by hand\ndispositions:[\s\S]*labels:/);
});

for (const moment of ['read', 'edit'] as const) {
  test(`what somebody saves just before a ${moment} stays, and nothing is written`, async () => {
    const theirs = '# theirs\nsoup: pkg:npm/left-pad\ndispositions: []\n';
    const host = device();
    const changed: Partial<Files> = {
      [moment]: async (given: never) => {
        await host.files.write(file, theirs);
        return host.files[moment](given);
      },
    };
    await assert.rejects(judgeAnomalies({ ...host, files: { ...host.files, ...changed } }, 'left-pad', judgement), {
      name: 'UsageError',
      message: `somebody has changed ${file} meanwhile`,
    });
    assert.equal(host.written.get(file), theirs);
  });
}

const wrong: readonly (readonly [name: string, given: Partial<AnomalyJudgement>, expected: RegExp])[] = [
  ['an entry that is not in the list', { entries: ['issue 9'] }, /holds no "issue 9"/],
  ['somebody unknown', { by: 'eve' }, /nobody under people has the id "eve"/],
  ['entries and a class of them', { labels: ['Fixed'] }, /: entries and a class of them are named at the same time$/],
  ['no entry at all', { entries: [] }, /is about no entry/],
  ['a class of nothing', { entries: [], labels: ['fixed'] }, /no entry of the list .* is of the class "fixed"/],
  ['a range that is none', { entries: [], fixedIn: '>=1' }, /">=1" is no range of versions/],
  ['a range in which nothing is mended', { entries: [], fixedIn: 'vers:npm/>=2.0.0' }, /is of the class "vers:npm/],
  ['a class in which nothing waits', { entries: [], words: ['1.2.0'] }, /nothing of the class "1.2.0" waits/],
];
for (const [name, given, expected] of wrong) {
  test(`${name} is refused, and nothing is written`, async () => {
    const host = device();
    await assert.rejects(judgeAnomalies(host, 'left-pad', { ...judgement, ...given }), expected);
    assert.equal(host.written.size, 0);
  });
}

test('a part of an id or of a title is no id, and the ids that it may mean are told', async () => {
  const said = judgeAnomalies(device(), 'left-pad', { ...judgement, entries: ['fix 1.3.1'] });
  await assert.rejects(said, { help: 'Write an id in full, up to the colon: "fix 1.3.1 aa".' });
});

test('the sample of the plan is stated; without a rule there is none', async () => {
  const told = ['1', '2', '3', '4'].map((last) => ({ id: `fix 1.3.${last} aa`, fixedIn: `1.3.${last}` }));
  const long = { ...withList({ told }), 'tureen.yaml': baseDeviceWithPlan['tureen.yaml'] ?? '' };
  const host = device(long);
  await stateSample(host, 'left-pad', 'ada');
  assert.match(
    host.written.get(file) ?? '',
    /above: 3\n {2}take: 2\n {2}of: 4\n[\s\S]*- fix 1\.3\.3 aa\n {4}- fix 1\.3\.4 aa/,
  );
  await assert.rejects(stateSample(device(), 'left-pad', 'ada'), /the plan allows no sample/);
});

test('a class is bound to the entries that wait, with hashes, and to the list', async () => {
  const host = device();
  const { entries } = await judgeAnomalies(host, 'left-pad', { ...judgement, entries: [], labels: ['Fixed'] });
  assert.equal(entries, 1);
  assert.match(
    host.written.get(file) ?? '',
    /- entries:\n {6}fix 1\.3\.1 aa: aa01bb02cc03\n {4}matching:\n {6}labels:\n {8}- Fixed\n {4}list: sha256:[0-9a-f]{64}\n/,
  );
});

test('a class may be what a range of versions mends', async () => {
  const host = device();
  await judgeAnomalies(host, 'left-pad', { ...judgement, entries: [], fixedIn: 'vers:npm/>=1.3.0|<1.4.0' });
  assert.match(
    host.written.get(file) ?? '',
    /fix 1\.3\.1 aa: aa01bb02cc03\n {4}matching:\n {6}fixedIn: vers:npm\/>=1\.3\.0\|<1\.4\.0\n/,
  );
});
