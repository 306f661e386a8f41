import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { waiverWith, withoutManufacturer } from '../../rules/examples/waiver-with.ts';
import { measureAgainstBaseline, writeBaseline } from './check-baseline.ts';
import { check } from './check.ts';

function hostOf(overlay: Readonly<Record<string, string | undefined>>) {
  const files = Object.entries({ ...baseDevice, ...overlay }).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, text] as const],
  );
  return memoryHost(Object.fromEntries(files), { today: baseDay });
}

const rulesOf = (diagnostics: readonly { readonly rule: string }[]) => diagnostics.map(({ rule }) => rule);

test('what a waiver meets counts no more, and is told with the waiver', async () => {
  const { diagnostics, waived } = await check(hostOf({ ...withoutManufacturer, ...waiverWith() }));
  assert.ok(!rulesOf(diagnostics).includes('62304/manufacturer'));
  assert.deepEqual(
    waived.map(({ diagnostic, by }) => [diagnostic.rule, by.file, by.meets]),
    [['62304/manufacturer', 'soup/waivers.yaml', 1]],
  );
});

test('when a waiver is over, what it met counts again', async () => {
  const over = waiverWith({ until: '2026-11-01' });
  const { diagnostics, waived } = await check(hostOf({ ...withoutManufacturer, ...over }));
  assert.deepEqual(waived, []);
  assert.deepEqual(
    rulesOf(diagnostics).filter((rule) => /manufacturer|waiver/.test(rule)),
    ['62304/manufacturer', 'records/waiver-expired'],
  );
});

test('a baseline takes in all that is wrong once, and then only shrinks', async () => {
  const host = hostOf(withoutManufacturer);
  const checked = await check(host);
  const { diagnostics } = checked;
  const problems = diagnostics.filter(({ severity }) => severity !== 'note').length;
  assert.deepEqual(await writeBaseline(host, checked), {
    file: 'soup/check-baseline.json',
    known: problems,
    before: undefined,
  });
  const measured = await measureAgainstBaseline(host, await check(host));
  assert.deepEqual(measured.fresh, []);
  assert.deepEqual(measured.solved, []);

  const better = diagnostics.filter(({ rule }) => rule !== '62304/manufacturer');
  const more = [...better, ...better.map((diagnostic) => ({ ...diagnostic, rule: 'another/rule' }))];
  assert.deepEqual(await writeBaseline(host, { ...checked, diagnostics: more }), {
    file: 'soup/check-baseline.json',
    known: problems - 1,
    before: problems,
  });
  const { fresh } = await measureAgainstBaseline(host, { ...checked, diagnostics: more });
  assert.deepEqual(new Set(rulesOf(fresh)), new Set(['another/rule']));
});

const broken: readonly (readonly [text: string | undefined, message: RegExp])[] = [
  [undefined, /there is no soup\/check-baseline\.json/],
  ['{', /^soup\/check-baseline\.json:1:2: soup\/check-baseline\.json is no JSON/],
  ['{"made":"2026-11-12","known":[{"rule":"a","file":"b","count":0}]}', /^soup\/check-baseline\.json:1:54: .*count/],
];

for (const [text, message] of broken) {
  test(`a baseline ${text === undefined ? 'that is not there' : `of ${text}`} is wrong use, and nothing is measured`, async () => {
    const host = hostOf({ 'soup/check-baseline.json': text });
    await assert.rejects(measureAgainstBaseline(host, await check(host)), { message });
  });
}

test('while a file cannot be read nothing counts as solved, and no baseline is written', async () => {
  const whole = hostOf(withoutManufacturer);
  await writeBaseline(whole, await check(whole));
  const baseline = whole.written.get('soup/check-baseline.json');
  for (const [path, text] of [
    ['soup/risks.yaml', 'risks: [\n'],
    ['soup/items/npm-left-pad.yaml', '<<<<<<< ours\n'],
    ['package-lock.json', '{'],
    ['tureen.yaml', 'device: [\n'],
  ] as const) {
    const host = hostOf({ ...withoutManufacturer, 'soup/check-baseline.json': baseline, [path]: text });
    const checked = await check(host);
    await assert.rejects(writeBaseline(host, checked), {
      message: `${path} is not read whole, so nobody knows what is wrong in it, or solved`,
    });
    assert.deepEqual((await measureAgainstBaseline(host, checked)).solved, []);
    assert.equal(host.written.size, 0);
  }
});

test('what another pack asks stays in the baseline, and is not solved, while one pack is asked', async () => {
  const host = hostOf({ ...withoutManufacturer, ...waiverWith({ rule: '81001-5-1/support' }) });
  const { known } = await writeBaseline(host, await check(host));
  const standard = await check(host, 'standard');
  assert.deepEqual(
    standard.diagnostics.filter(({ rule }) => rule === 'records/waiver-unused'),
    [],
  );
  assert.ok(known > standard.diagnostics.length);
  assert.deepEqual((await measureAgainstBaseline(host, standard)).solved, []);
  assert.equal((await writeBaseline(host, standard)).known, known);
});

test('a baseline that somebody saves meanwhile stays', async () => {
  const host = hostOf(withoutManufacturer);
  const theirs = '{"made":"2026-11-12","known":[]}';
  const meanwhile = savingMeanwhile(host, 'soup/check-baseline.json', theirs);
  await assert.rejects(writeBaseline(meanwhile, await check(host)), { message: /^somebody has changed .* meanwhile$/ });
  assert.equal(host.written.get('soup/check-baseline.json'), theirs);
});
