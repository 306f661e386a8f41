import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost, type MemoryHost } from '../../../test/memory-host.ts';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { notAffected, verdictWith } from '../../rules/examples/with-finding.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import { openTriage } from '../verdicts/open-triage.ts';
import { evaluate } from './evaluate.ts';
import type { AdvisoryStore } from '../host.ts';
import type { StoreContent } from '../store-content.ts';

/** A store that holds some advisories, or none of anything that is asked for. */
function storeOf(content: StoreContent, ...records: readonly Advisory[]): AdvisoryStore {
  return {
    path: '/store',
    content: () => content,
    candidates: ({ name }) => records.filter(({ affected }) => affected.some((one) => one.name === name)),
    facts: () => ({ exploited: new Map(), probabilities: new Map(), support: new Map() }),
    cves: () => ({ records: new Map(), byProduct: new Map() }),
    products: () => [],
    document: () => undefined,
    close: () => undefined,
  };
}

/** What a store holds that was filled on a day with records of npm as new as that day, or older. */
function fetchedOn(day: string, newest = day) {
  const source = { feed: 'osv', from: '/mirror', ecosystem: 'npm', records: 1, newest };
  return { kind: 'filled' as const, hash: 'sha256:0', fetched: `${day}T00:00:00.000Z`, newest, sources: [source] };
}

/** The base device with other files, on 15 November 2026. */
function hostWith(
  files: Readonly<Record<string, string>>,
  content: StoreContent,
  ...records: readonly Advisory[]
): MemoryHost {
  const absent = () => assert.fail('nothing is built');
  const stores = {
    defaultPath: '/store',
    open: () => Promise.resolve(storeOf(content, ...records)),
    build: absent,
    update: absent,
    unload: absent,
  };
  return memoryHost({ ...baseDevice, ...files }, { stores });
}

const fresh = fetchedOn('2026-11-14');

test('findings are frozen, and a whole inventory makes a whole evaluation', async () => {
  const host = hostWith({}, fresh);
  const { complete, ageDays, written, diagnostics } = await evaluate(host, '/store');
  assert.deepEqual(
    { complete, ageDays, written, diagnostics },
    { complete: true, ageDays: 1, written: 'soup/anomalies.lock.json', diagnostics: [] },
  );
  assert.equal(JSON.parse(host.written.get('soup/anomalies.lock.json') ?? '').evaluated, '2026-11-15');
});

test('an evaluation without what could not be read is not whole', async () => {
  const { complete, diagnostics } = await evaluate(hostWith({ 'other/package-lock.json': '{' }, fresh), '/store');
  assert.equal(complete, false);
  assert.deepEqual(
    diagnostics.map(({ rule }) => rule),
    ['reading/syntax'],
  );
});

test('without a tureen.yaml that can be used nothing is frozen', async () => {
  const host = hostWith({ 'tureen.yaml': 'device: [' }, fresh);
  const { complete, written } = await evaluate(host, '/store');
  assert.deepEqual({ complete, written }, { complete: false, written: undefined });
  assert.equal(host.written.size, 0);
});

test('a store that is empty or too old is refused, and nothing is frozen', async () => {
  for (const [content, message] of [
    [{ kind: 'missing' }, /^there is no advisory store: the file "\/store" does not exist$/],
    [{ kind: 'empty' }, /^the advisory store is empty/],
    [fetchedOn('2026-10-01'), /^the advisory data was fetched 45 days ago, more than the 30/],
  ] as const) {
    const host = hostWith({}, content);
    await assert.rejects(() => evaluate(host, '/store'), { name: 'HostError', message });
    assert.equal(host.written.size, 0);
  }
});

test('data from a later day than today is told: its age cannot be', async () => {
  const { diagnostics } = await evaluate(hostWith({}, fetchedOn('2026-11-20')), '/store');
  assert.deepEqual(
    diagnostics.map(({ rule, message }) => [rule, message]),
    [['evaluate/later-data', 'the advisory data was fetched 5 days after the day of this evaluation']],
  );
});

test('a source that has stopped is told', async () => {
  const { diagnostics } = await evaluate(hostWith({}, fetchedOn('2026-11-14', '2026-01-01')), '/store');
  assert.deepEqual(
    diagnostics.map(({ rule }) => rule),
    ['evaluate/old-records'],
  );
});

test('a list that has stopped is told, but one that states no edition is as old as its latest entry alone', async () => {
  const list = { feed: 'kev', from: 'lists', records: 1, hash: '0', dated: '2026-10-01T00:00:00Z' };
  const lists = [
    { ...list, edition: '2026.10.01' },
    { ...list, from: 'other' },
    { ...list, from: 'fresh', edition: '2026.11.01', dated: '2026-11-01' },
  ];
  const { diagnostics } = await evaluate(hostWith({}, { ...fresh, lists }), '/store');
  assert.deepEqual(
    diagnostics.map(({ rule, message }) => [rule, message]),
    [['evaluate/old-list', 'the kev list from lists is of 2026-10-01, 45 days ago']],
  );
});

test('an ecosystem that the store does not hold was not looked up, and that is no whole evaluation', async () => {
  const requirements = { 'service/requirements.txt': 'numpy==2.1.3\n' };
  const { complete, diagnostics } = await evaluate(hostWith(requirements, fresh), '/store');
  assert.equal(complete, false);
  assert.deepEqual(
    diagnostics.map(({ severity, message }) => `${severity} ${message}`),
    ['error the store holds no records for PyPI: 1 component was not looked up'],
  );
});

test('a store that was filled for another device is told', async () => {
  const text = `${baseDevice['tureen.yaml']}advisories: { sources: [our-mirror] }\n`;
  const { complete, diagnostics } = await evaluate(hostWith({ 'tureen.yaml': text }, fresh), '/store');
  assert.equal(complete, false);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['the store was filled from /mirror; this device names our-mirror'],
  );
});

test('a list that the device names and the store does not hold is told: no finding is on it', async () => {
  const text = `${baseDevice['tureen.yaml']}advisories: { lists: [{ feed: epss, from: lists }, { feed: kev, from: lists }] }\n`;
  const lists = [{ feed: 'epss', from: 'lists', records: 1, hash: '0' }];
  const { complete, diagnostics } = await evaluate(hostWith({ 'tureen.yaml': text }, { ...fresh, lists }), '/store');
  assert.equal(complete, false);
  assert.deepEqual(
    diagnostics.map(({ message, place }) => [message, place]),
    [
      [
        'the store does not hold the kev list from lists that this device names',
        { file: 'tureen.yaml', keyPath: ['advisories', 'lists', 1] },
      ],
    ],
  );
});

test('what waits is what no verdict holds for, as triage counts it; a verdict that cannot be read holds for nothing, and is told', async () => {
  const facts = { ranges: [range('semver', { introduced: '0' }, { fixed: '1.3.1' })] };
  const pad = advisory('GHSA-pad1-pad1-pad1', { hash: 'sha256:aa01', affected: [affects('npm', 'left-pad', facts)] });
  const other = advisory('GHSA-pad2-pad2-pad2', { affected: [affects('npm', 'left-pad', facts)] });
  const verdict = verdictWith(notAffected, { anomaly: 'GHSA-pad1-pad1-pad1' });
  const waitsWith = async (files: Readonly<Record<string, string>>) => {
    const host = hostWith(files, fresh, pad, other);
    const { waiting, complete, diagnostics } = await evaluate(host, '/store');
    assert.ok(complete);
    const ids = waiting.map(({ finding }) => finding.id);
    if (diagnostics.length === 0) {
      const { cases } = await openTriage(host);
      assert.deepEqual(
        ids,
        cases.map(({ id }) => id),
      );
    }
    return [ids, diagnostics.map(({ rule, place }) => `${rule} ${place.file}`)];
  };
  assert.deepEqual(await waitsWith({}), [['GHSA-pad1-pad1-pad1', 'GHSA-pad2-pad2-pad2'], []]);
  assert.deepEqual(await waitsWith(verdict), [['GHSA-pad2-pad2-pad2'], []]);
  const tool = `${baseDevice['tureen.yaml']}scope: [{ packages: pkg:npm/left-pad, scope: development, by: ada, on: 2026-11-01, reason: Only in tests }]\n`;
  assert.deepEqual(await waitsWith({ ...verdict, 'tureen.yaml': tool }), [
    ['GHSA-pad1-pad1-pad1', 'GHSA-pad2-pad2-pad2'],
    [],
  ]);
  assert.deepEqual(await waitsWith({ 'soup/verdicts/npm-left-pad.yaml': 'verdicts: [' }), [
    ['GHSA-pad1-pad1-pad1', 'GHSA-pad2-pad2-pad2'],
    ['records/syntax soup/verdicts/npm-left-pad.yaml'],
  ]);
});
