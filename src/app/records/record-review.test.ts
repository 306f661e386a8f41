import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { UsageError } from '../../base/errors.ts';
import { releaseWith } from '../../rules/examples/release-with.ts';
import { withFinding } from '../../rules/examples/with-finding.ts';
import { check } from '../check/check.ts';
import { recordReview, type ReviewOrder } from './record-review.ts';

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

const refused: readonly (readonly [Partial<ReviewOrder>, Readonly<Record<string, string>>, RegExp])[] = [
  [{ by: [] }, {}, /^it is not said who held the review$/],
  [{ by: ['ada', 'eve'] }, {}, /^nobody under people has the id "eve"$/],
  [{ scope: ' ' }, {}, /^it is not said what was looked at$/],
  [{ outcome: undefined }, {}, /^it is not said what came of it$/],
  [{ outcome: 'TBD' }, {}, /^"TBD" does not say what came of it$/],
  [{ releases: ['0.8.0'] }, {}, /^no release "0\.8\.0" is recorded/],
  [{}, { [file]: 'date: 2026-11-15\n' }, /^there is a soup\/reviews\/2026-11-15\.yaml already$/],
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
