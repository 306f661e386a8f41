import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { UsageError } from '../../base/errors.ts';
import { releaseWith } from '../../rules/examples/release-with.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { check } from '../check/check.ts';
import { status } from '../check/status.ts';
import { recordReview, type RecordedReview, type ReviewOrder } from './record-review.ts';

const order: ReviewOrder = { by: ['ada'], scope: 'version 1.0.0', outcome: 'Nothing: new', releases: [] };
const file = 'soup/reviews/2026-11-15.yaml';

function hostWith(more: Readonly<Record<string, string | undefined>> = {}) {
  const { 'soup/reviews/2026-11-01.yaml': _, ...device } = baseDevice;
  const files = Object.entries({ ...device, ...more });
  return memoryHost(Object.fromEntries(files.flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))));
}

test('minutes hold what people said, the data and how many findings there are, and the check takes them', async () => {
  const host = hostWith({ ...withFinding(), ...releaseWith() });
  const recorded = await recordReview(host, { ...order, releases: ['0.9.0'] });
  assert.deepEqual([recorded.file, recorded.waiting, recorded.unnamed], [file, 1, []]);
  assert.match(
    host.written.get(file) ?? '',
    /^# .*\ndate: 2026-11-15\nby:\n {2}- ada\ndata: sha256:5c1d\nscope: version 1\.0\.0\nreleases:\n {2}- 0\.9\.0\nfindings: 1\noutcome: 'Nothing: new'\n$/,
  );
  const rules = (await check(host)).diagnostics.map(({ rule }) => rule);
  assert.deepEqual(
    rules.filter((rule) => /review|schema|syntax/.test(rule)),
    [],
  );
});

test('a release in the field that the minutes do not name is told', async () => {
  assert.deepEqual((await recordReview(hostWith(releaseWith()), order)).unnamed, ['0.9.0']);
});

test('a further review of a day has a file of its own, the last of them counts, and nothing is written over', async () => {
  const host = hostWith({ 'soup/reviews/2026-11-15-other.yaml': 'date: [' });
  const first = await recordReview(host, order);
  const kept = host.written.get(file);
  const outcomes = ['Corrected after the meeting', ...Array.from({ length: 9 }, (_, index) => `Late finding ${index}`)];
  const later: RecordedReview[] = [];
  for (const outcome of outcomes) later.push(await recordReview(host, { ...order, outcome }));
  assert.deepEqual([first.file, first.earlier], [file, []]);
  assert.deepEqual([later[0]?.file, later[0]?.earlier], ['soup/reviews/2026-11-15-2.yaml', [file]]);
  assert.deepEqual(
    [later.at(-1)?.file, later.at(-1)?.earlier.at(-1)],
    ['soup/reviews/2026-11-15-11.yaml', 'soup/reviews/2026-11-15-10.yaml'],
  );
  assert.equal(host.written.get(file), kept);
  const { evidence = [] } = (await status(host))[2] ?? {};
  assert.match(evidence[0]?.text ?? '', /^reviewed on 2026-11-15, 0 days ago, by ada: Late finding 8$/);
});

test('minutes that say what those of the day say are a slip, whichever of them', async () => {
  const host = hostWith();
  await recordReview(host, order);
  await recordReview(host, { ...order, outcome: 'Corrected' });
  const before = host.written.size;
  await assert.rejects(recordReview(host, order), {
    name: 'UsageError',
    message: 'soup/reviews/2026-11-15.yaml says the same already',
  });
  assert.equal(host.written.size, before);
});

test('what was taken away leaves no place for a later review', async () => {
  const { 'soup/reviews/2026-11-01.yaml': minutes = '' } = baseDevice;
  const third = { 'soup/reviews/2026-11-15-3.yaml': minutes.replace('2026-11-01', '2026-11-15') };
  assert.equal((await recordReview(hostWith(third), order)).file, 'soup/reviews/2026-11-15-4.yaml');
});

const refused: readonly (readonly [Partial<ReviewOrder>, Readonly<Record<string, string>>, RegExp])[] = [
  [{ by: [] }, {}, /^it is not said who held the review$/],
  [{ by: ['ada', 'eve'] }, {}, /^nobody under people has the id "eve"$/],
  [{ scope: ' ' }, {}, /^it is not said what was looked at$/],
  [{ outcome: undefined }, {}, /^it is not said what came of it$/],
  [{ outcome: 'TBD' }, {}, /^"TBD" does not say what came of it$/],
  [{ releases: ['0.8.0'] }, {}, /^no release "0\.8\.0" is recorded/],
  [{}, { 'soup/anomalies.lock.json': '{' }, /^the evaluation of published anomalies cannot be read/],
  [{}, { 'package-lock.json': '{ "lockfileVersion": 3, "packages": {} }' }, /^the evaluation is outdated: /],
];

for (const [given, files, message] of refused)
  test(`no minutes are written where ${message.source}`, async () => {
    const host = hostWith(files);
    await assert.rejects(
      recordReview(host, { ...order, ...given }),
      (error) => error instanceof UsageError && message.test(error.message),
    );
    assert.equal(host.written.size, 0);
  });
