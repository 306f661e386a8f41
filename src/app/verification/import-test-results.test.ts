import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { check } from '../check/check.ts';
import { importTestResults } from './import-test-results.ts';

const junit = (cases: string, more = '') =>
  `<testsuites><testsuite timestamp="2026-11-12T08:00:00">${more}${cases}</testsuite></testsuites>`;
const all =
  '<testcase name="test_pad_1"/><testcase name="TEST-PAD-2 pads"/><testcase classname="t.TestPad3" name="test_pad_3_x"/>';
const bare = { ...baseDevice, 'soup/verification.yaml': undefined };
const hostOf = (files: Readonly<Record<string, string | undefined>>) =>
  memoryHost(
    Object.fromEntries(Object.entries(files).filter((pair): pair is [string, string] => pair[1] !== undefined)),
  );
const messages = async (host: Parameters<typeof check>[0]) =>
  (await check(host)).diagnostics.filter(({ rule }) => /result/.test(rule)).map(({ message }) => message);

test('results verify the versions of the inventory, until the file or a version changes', async () => {
  const host = hostOf({ ...bare, 'out/junit.xml': junit(all) });
  const [run] = await importTestResults(host, ['out/junit.xml'], { by: 'ada' });
  assert.deepEqual(run?.outcomes, { passed: ['TEST-PAD-1', 'TEST-PAD-2', 'TEST-PAD-3'], failed: [], skipped: [] });
  assert.deepEqual(
    [run.on, run.tested, run.versionsFrom, run.known],
    ['2026-11-12', ['pkg:npm/left-pad@1.3.0'], 'inventory', 'new'],
  );
  assert.deepEqual(await messages(host), []);
  const [again] = await importTestResults(host, ['out/junit.xml'], { by: 'ada' });
  assert.equal(again?.known, 'unchanged');
  await host.files.write('out/junit.xml', junit(all, ' '));
  assert.match(
    (await messages(host)).join(),
    /^3 tests count no longer \(.*\): out\/junit\.xml has changed since it was imported$/,
  );
  const record = host.written.get('soup/verification.yaml') ?? '';
  const updated = (baseDevice['package-lock.json'] ?? '').replaceAll('1.3.0', '1.4.0');
  const later = hostOf({
    ...bare,
    'out/junit.xml': junit(all),
    'package-lock.json': updated,
    'soup/verification.yaml': record,
  });
  assert.match((await messages(later)).join(), /tested was pkg:npm\/left-pad 1\.3\.0, in use is 1\.4\.0/);
});

test('what somebody saves in the record meanwhile stays, and nothing is written', async () => {
  const host = hostOf({ ...bare, 'out/junit.xml': junit(all) });
  const meanwhile = savingMeanwhile(host, 'soup/verification.yaml', 'runs: []\n');
  await assert.rejects(importTestResults(meanwhile, ['out/junit.xml'], { by: 'ada' }), {
    name: 'UsageError',
    message: 'somebody has changed soup/verification.yaml meanwhile',
  });
  assert.equal(host.written.get('soup/verification.yaml'), 'runs: []\n');
});

test('the day that the results tell goes before the one that a person says', async () => {
  const host = hostOf({ ...bare, 'out/junit.xml': junit(all) });
  const [run] = await importTestResults(host, ['out/junit.xml'], { on: '2026-11-20', by: 'ada' });
  assert.equal(run?.on, '2026-11-12');
});

test('failed and skipped tests verify nothing, and the worst of several counts', async () => {
  const cases = `<testcase name="test_pad_1"/><testcase name="test_pad_1[b]"><failure/></testcase><testcase name="test_pad_1[c]"/><testcase name="test_pad_2"><skipped/></testcase>`;
  const host = hostOf({
    ...bare,
    'j.xml': junit(cases, '<properties><property name="soup" value="pkg:npm/left-pad@1.3.0"/></properties>'),
  });
  const [run] = await importTestResults(host, ['j.xml']);
  assert.deepEqual(
    [run?.outcomes.failed, run?.outcomes.skipped, run?.versionsFrom],
    [['TEST-PAD-1'], ['TEST-PAD-2'], 'results'],
  );
  assert.deepEqual(await messages(host), [
    'no result of TEST-PAD-3 is recorded; it verifies control RC-PAD-1',
    'TEST-PAD-1 failed on 2026-11-12 (j.xml); it verifies REQ-PAD-1',
    'TEST-PAD-2 was skipped on 2026-11-12 (j.xml); it verifies REQ-PAD-2',
  ]);
});

test('comments and other runs of the record stay, and the run of the same file is written anew', async () => {
  const record = `# ours\ntestIds: [TEST-*] # all\nruns:\n  # by hand\n  - { document: DOC-1, on: 2026-11-01, passed: [TEST-PAD-9] }\n`;
  const host = hostOf({ ...bare, 'soup/verification.yaml': record, 'j.xml': junit(all) });
  await importTestResults(host, ['j.xml']);
  const once = host.written.get('soup/verification.yaml') ?? '';
  assert.ok(once.startsWith(record));
  await host.files.write('j.xml', junit('<testcase name="TEST-PAD-1"/>'));
  await importTestResults(host, ['j.xml']);
  const twice = host.written.get('soup/verification.yaml') ?? '';
  assert.ok(twice.startsWith(record));
  assert.equal(twice.match(/file: j\.xml/g)?.length, 1);
  assert.doesNotMatch(twice, /TEST-PAD-2/);
});

test('what a person says is checked before it is written', async () => {
  const host = hostOf({ ...bare, 'j.xml': junit(all) });
  await assert.rejects(importTestResults(host, ['j.xml'], { on: '2026-02-30' }), /is no day/);
  await assert.rejects(importTestResults(host, ['j.xml'], { by: 'eve' }), /nobody under people has the id "eve"/);
  assert.equal(host.written.size, 0);
});

test('a folder is told as one', async () => {
  await assert.rejects(importTestResults(hostOf({ ...bare }), ['soup']), { message: 'soup is a folder' });
});

for (const [title, content, message] of [
  ['no XML', 'TEST-PAD-1 ok', /is no JUnit XML/],
  ['a file without a test', '<testsuites/>', /holds no test/],
  ['a file that tells no day', '<testsuite><testcase name="TEST-PAD-1"/></testsuite>', /does not tell when/],
  ['no file', undefined, /there is no file j\.xml/],
] as const)
  test(`${title} is refused, and nothing is written`, async () => {
    const host = hostOf({ ...bare, 'j.xml': content });
    await assert.rejects(importTestResults(host, ['j.xml']), message);
    assert.equal(host.written.size, 0);
  });
