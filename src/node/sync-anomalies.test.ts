import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { baseDevice } from '../../test/base-device.ts';
import { savingMeanwhile } from '../../test/saving-meanwhile.ts';
import { syncAnomalies } from '../app/sync/sync-anomalies.ts';
import { plain } from '../cli/show/look.ts';
import { showAnomalySync } from '../cli/show/findings/show-anomaly-sync.ts';
import { listAnomalies } from '../app/anomalies/list-anomalies.ts';
import type { AnomalyList } from '../model/anomalies/anomaly-list.ts';
import { nodeHost } from './host.ts';

type Issue = { number: number; title: string; state: string; labels: { name: string }[]; body?: string };

const issue = (number: number, given: Partial<Issue> = {}): Issue => ({
  number,
  title: `Issue ${number}`,
  state: 'open',
  labels: [{ name: 'bug' }],
  ...given,
});

let issues: Issue[] = [];
let status = 200;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? '');
  const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? '1');
  response.statusCode = page > 1 && status !== 200 ? status : 200;
  response.end(JSON.stringify(issues.slice((page - 1) * 100, page * 100)));
});
const root = mkdtempSync(join(tmpdir(), 'anomalies-'));
const cache = mkdtempSync(join(tmpdir(), 'anomalies-cache-'));
const record = 'soup/items/npm-left-pad.yaml';
const frozen = 'soup/anomalies/npm-left-pad.json';
let sources = '';
before(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  sources = `anomalySources:\n  - { kind: github, at: here, project: a/pad, lists: [issues] }\n`;
  const device = `${baseDevice['tureen.yaml']}anomalyLists:\n  trackers: [{ id: here, address: 'http://127.0.0.1:${port}' }]\n`;
  for (const [path, text] of Object.entries({ ...baseDevice, 'tureen.yaml': device })) write(path, text);
});
after(() => {
  server.close();
  rmSync(root, { recursive: true });
  rmSync(cache, { recursive: true });
});
beforeEach(() => {
  rmSync(join(root, 'soup/anomalies'), { recursive: true, force: true });
  rmSync(join(root, 'soup/dispositions'), { recursive: true, force: true });
  write(record, `${baseDevice[record]?.split('anomalySources')[0]}${sources}`);
  status = 200;
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

const at = (day: string) => ({
  ...nodeHost({ root, cache }),
  clock: { now: () => new Date(`${day}T10:00:00Z`), heldBy: undefined },
});
const sync = (day: string, items: readonly string[] = []) => syncAnomalies(at(day), items, () => undefined);
const read = () => JSON.parse(readFileSync(join(root, frozen), 'utf8')) as AnomalyList;
const standings = async (day: string) =>
  (await listAnomalies(at(day), ['left-pad']))[0]?.entries.map(
    ({ anomaly, standing }) => `${anomaly.id} ${standing.kind}`,
  );

test('every page is fetched, and the list says what was asked', async () => {
  issues = Array.from({ length: 150 }, (_, index) => issue(index + 1));
  asked.length = 0;
  const { failed, frozen: written } = await sync('2026-11-10');
  assert.deepEqual([failed, written.length, asked.length], [[], 1, 2]);
  const { entries, sources: told, versions, delta } = read();
  assert.equal(entries.length, 150);
  assert.deepEqual([versions, delta], [['1.3.0'], undefined]);
  assert.match(told[0]?.asked[1]?.address ?? '', /127\.0\.0\.1:\d+\/repos\/a\/pad\/issues\?state=all&.*page=2$/);
});

test('a server that fails on the second page leaves the list as it was', async () => {
  issues = [issue(1)];
  await sync('2026-11-10');
  const before = readFileSync(join(root, frozen), 'utf8');
  issues = Array.from({ length: 150 }, (_, index) => issue(index + 1));
  status = 410;
  const { failed, diagnostics } = await sync('2026-11-11');
  assert.deepEqual(failed, ['pkg:npm/left-pad']);
  assert.match(diagnostics[0]?.message ?? '', /410 .*the list before stays as it was/);
  assert.equal(readFileSync(join(root, frozen), 'utf8'), before);
});

test('a list that somebody saves while it is asked for stays', async () => {
  issues = [issue(1)];
  await sync('2026-11-10');
  const meanwhile = savingMeanwhile(at('2026-11-11'), frozen, '{}');
  await assert.rejects(
    syncAnomalies(meanwhile, [], () => undefined),
    { message: `somebody has changed ${frozen} meanwhile` },
  );
  assert.equal(readFileSync(join(root, frozen), 'utf8'), '{}');
});

test('a later list tells what is new, changed, closed and gone; the same answers give the same bytes', async () => {
  issues = [issue(1), issue(2), issue(3), issue(4)];
  await sync('2026-11-10');
  issues = [issue(1), issue(2, { body: 'More is known' }), issue(3, { state: 'closed' }), issue(5)];
  await sync('2026-11-12');
  const delta = {
    since: '2026-11-10',
    new: ['issue 5'],
    changed: ['issue 2', 'issue 3'],
    closed: ['issue 3'],
    gone: ['issue 4'],
  };
  assert.deepEqual(read().delta, delta);
  assert.deepEqual(
    read().entries.map(({ id, asOf }) => `${id} ${asOf}`),
    ['issue 1 2026-11-10', 'issue 2 2026-11-12', 'issue 3 2026-11-12', 'issue 5 2026-11-12'],
  );
  const text = readFileSync(join(root, frozen), 'utf8');
  await sync('2026-11-12');
  assert.equal(readFileSync(join(root, frozen), 'utf8'), text);
});

test('a list of the same day tells what is otherwise since the day before, however often it is fetched', async () => {
  const shown = async (day: string) =>
    showAnomalySync(await sync(day), plain)
      .split('\n')
      .slice(1)
      .join('|');
  issues = [issue(1), issue(2), issue(3)];
  assert.equal(await shown('2026-11-10'), '  the first list of this item|');
  assert.equal(await shown('2026-11-10'), '  unchanged since the first list, of 2026-11-10|');
  assert.equal(read().delta, undefined);
  issues = [issue(1), issue(3), issue(4), issue(5)];
  await sync('2026-11-12');
  issues = [issue(1, { state: 'closed' }), issue(2), issue(4), issue(6)];
  const since =
    '  since 2026-11-10:|  new: issue 4, issue 6|  changed: issue 1, issue 2|  closed: issue 1|  gone: issue 3|';
  assert.equal(await shown('2026-11-12'), since);
  assert.equal(await shown('2026-11-12'), since);
  assert.equal(await shown('2026-11-13'), '  unchanged since 2026-11-12|');
});

test('dispositions are kept by id and hash, and a changed entry is open again', async () => {
  issues = [issue(1), issue(2)];
  await sync('2026-11-10');
  const [first, second] = read().entries;
  const lines = [first, second].map((entry) => `      ${entry?.id}: '${entry?.hash.slice(0, 12)}'`).join('\n');
  write(
    'soup/dispositions/npm-left-pad.yaml',
    `soup: pkg:npm/left-pad\ndispositions:\n  - entries:\n${lines}\n    answer: no-hazard\n    reason: Seen\n    versions: [1.3.0]\n    by: ada\n    on: 2026-11-10\n`,
  );
  assert.deepEqual(await standings('2026-11-10'), ['issue 1 judged', 'issue 2 judged']);
  issues = [issue(1, { state: 'closed' }), issue(2), issue(3)];
  await sync('2026-11-12');
  assert.deepEqual(await standings('2026-11-12'), ['issue 1 again', 'issue 2 judged', 'issue 3 open']);
});

test('an item that is none, and records without sources, are wrong use', async () => {
  await assert.rejects(sync('2026-11-10', ['right-pad']), /no SOUP item here is "right-pad"/);
  write(record, baseDevice[record] ?? '');
  await assert.rejects(sync('2026-11-10'), /no SOUP item names a source/);
});
