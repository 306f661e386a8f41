import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { brokenLocks } from '../../../test/broken-locks.ts';
import { memoryHost, type MemoryHost } from '../../../test/memory-host.ts';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { npmStore, storesWith } from '../../../test/sample-store.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import { sealedLock } from '../../rules/examples/sealed-lock.ts';
import type { Host } from '../host.ts';
import { describeField } from './describe-field.ts';
import { openReleaseTriage } from './open-release-triage.ts';
import { recordRelease } from './record-release.ts';
import { watch, type Watched } from './watch.ts';

const fixed = (name: string, version: string) =>
  affects('npm', name, { ranges: [range('semver', { introduced: '0' }, { fixed: version })] });

const padding: Advisory = advisory('GHSA-pad1', {
  aliases: ['CVE-2026-0001'],
  modified: '2026-11-10T00:00:00Z',
  affected: [fixed('left-pad', '1.3.1')],
});

const byCommit: Advisory = advisory('OSV-1', {
  modified: '2026-11-10T00:00:00Z',
  affected: [affects('npm', 'left-pad', { ranges: [range('git', { introduced: '0' })] })],
});

/** The base device with two releases in the field: one with left-pad 1.2.0, one with 1.3.0. */
async function fieldWith(
  files: Readonly<Record<string, string | undefined>> = {},
  given: Partial<Host> = { stores: storesWith([padding], npmStore('2026-11-14')) },
): Promise<MemoryHost> {
  const lock = baseDevice['package-lock.json'] ?? '';
  const old = memoryHost({ ...baseDevice, 'package-lock.json': lock.replaceAll('1.3.0', '1.2.0') });
  const order = { by: 'ada', from: undefined, date: '2026-10-01', supportedUntil: '2028-12-31' };
  await recordRelease(old, { ...order, version: '0.8.0' });
  const young = memoryHost(baseDevice);
  await recordRelease(young, { ...order, version: '0.9.0' });
  const all = Object.entries({
    ...baseDevice,
    ...Object.fromEntries(old.written),
    ...Object.fromEntries(young.written),
    ...files,
  }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return memoryHost(Object.fromEntries(all), given);
}

const recordOf = async (version: string) =>
  (await fieldWith()).files
    .read(`soup/releases/${version}/release.yaml`)
    .then((bytes) => new TextDecoder().decode(bytes));

/** Each finding in one line: defect, component, release, result, standing, news. */
function lines({ field }: Watched): readonly string[] {
  return field.defects.flatMap(({ id, findings }) =>
    findings.map(({ finding, release, standing, news }) =>
      [id, finding.component, release, finding.result, standing.kind, news].join(' '),
    ),
  );
}

test('every supported release is told what affects it, and what of that is new for it', async () => {
  const watched = await watch(await fieldWith(), '/store');
  assert.deepEqual(lines(watched), [
    'CVE-2026-0001 pkg:npm/left-pad@1.2.0 0.8.0 affected open untold',
    'CVE-2026-0001 pkg:npm/left-pad@1.3.0 0.9.0 affected open new',
  ]);
  assert.deepEqual(
    watched.field.releases.map(({ version, components, waiting, until, reviewed }) => [
      version,
      components,
      waiting,
      until,
      reviewed,
    ]),
    [
      ['0.8.0', 2, 1, '2028-12-31', undefined],
      ['0.9.0', 2, 1, '2028-12-31', undefined],
    ],
  );
  assert.deepEqual([watched.complete, watched.ageDays, watched.diagnostics], [true, 1, []]);
});

test('nothing is written, and a component that two releases share is evaluated once', async () => {
  const stores = storesWith([padding], npmStore('2026-11-14'));
  const host = await fieldWith({}, { stores });
  const { field } = await watch(host, '/store');
  assert.equal(host.written.size, 0);
  assert.equal(field.distinct, 3);
  assert.deepEqual(
    [...stores.asked],
    [
      ['npm/left-pad', 1],
      ['npm/tap-mini', 1],
    ],
  );
});

const verdict = (version: string, more = '', scope = 'runtime') => ({
  'soup/verdicts/npm-left-pad.yaml': `verdicts:
  - judged:
      - anomaly: CVE-2026-0001
        package: pkg:npm/left-pad
        versions: [${version}]
        scope: ${scope}
        records: { GHSA-pad1: aa01 }
    status: not_affected
    justification: vulnerable_code_not_in_execute_path
    reason: Texts are never longer than the label
    by: ada
    on: 2026-11-12
${more}`,
});

const hashed = { ...padding, hash: 'aa01' };

/** What a verdict says, its file, and where it leaves 0.8.0 with left-pad 1.2.0 and 0.9.0 with 1.3.0. */
const carried: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['one version', verdict('1.3.0'), ['again', 'judged']],
  [
    'one version, with a range for more',
    verdict('1.3.0', '    validFor: vers:npm/>=1.0.0|<2.0.0\n'),
    ['judged', 'judged'],
  ],
  ['both versions', verdict('1.3.0, 1.2.0'), ['judged', 'judged']],
  ['another use', verdict('1.3.0, 1.2.0', '', 'development'), ['again', 'again']],
  ['both versions until yesterday', verdict('1.3.0, 1.2.0', '    until: 2026-11-14\n'), ['expired', 'expired']],
];

for (const [what, files, standings] of carried)
  test(`a verdict on ${what} counts in the releases where its preconditions hold`, async () => {
    const host = await fieldWith(files, { stores: storesWith([hashed], npmStore('2026-11-14')) });
    const { field } = await watch(host, '/store');
    assert.deepEqual(
      field.defects.flatMap(({ findings }) => findings.map(({ standing }) => standing.kind)),
      standings,
    );
  });

test('a verdict on a record that has changed since is asked again', async () => {
  const host = await fieldWith(verdict('1.3.0, 1.2.0'), { stores: storesWith([padding], npmStore('2026-11-14')) });
  assert.ok(lines(await watch(host, '/store')).every((line) => line.includes(' again ')));
});

const review = (date: string, releases: string) => ({
  'soup/reviews/2026-11-01.yaml': undefined,
  [`soup/reviews/${date}.yaml`]: `date: ${date}\nby: [ada]\ndata: sha256:5c1d\nscope: the field\n${releases}outcome: Nothing new\n`,
});

/** Which review there was, and what of 0.8.0, that nobody evaluated, and of 0.9.0 is news then. */
const news: readonly (readonly [string, Readonly<Record<string, string | undefined>>, readonly string[]])[] = [
  ['a review that names no release', review('2026-11-12', ''), ['untold', 'new']],
  ['a review of both after the advisory', review('2026-11-12', 'releases: [0.8.0, 0.9.0]\n'), ['known', 'known']],
  ['a review of one of them', review('2026-11-12', 'releases: [0.8.0]\n'), ['known', 'new']],
  ['a review of both before the advisory', review('2026-11-05', 'releases: [0.8.0, 0.9.0]\n'), ['new', 'new']],
  ['a review that is dated ahead', review('2026-12-24', 'releases: [0.8.0, 0.9.0]\n'), ['untold', 'new']],
];

for (const [what, files, told] of news)
  test(`after ${what} it is told what is new`, async () => {
    const { field } = await watch(await fieldWith(files), '/store');
    assert.deepEqual(
      field.defects.flatMap(({ findings }) => findings.map((one) => one.news)),
      told,
    );
  });

test('what was known when a release was frozen is no news', async () => {
  const finding = {
    component: 'pkg:npm/left-pad@1.3.0',
    id: 'GHSA-pad1',
    aliases: [],
    result: 'affected',
    why: '',
    records: [],
    kind: 'vulnerability',
    severities: [],
    fixed: [],
  };
  const evaluated = memoryHost({ ...baseDevice, ...sealedLock({ findings: [finding] }) });
  await recordRelease(evaluated, {
    by: 'ada',
    from: undefined,
    date: undefined,
    supportedUntil: undefined,
    version: '1.0.0',
  });
  const host = await fieldWith(Object.fromEntries(evaluated.written));
  assert.deepEqual(
    lines(await watch(host, '/store')).map((line) => line.split(' ').slice(2)),
    [
      ['0.8.0', 'affected', 'open', 'untold'],
      ['0.9.0', 'affected', 'open', 'new'],
      ['1.0.0', 'affected', 'open', 'known'],
    ],
  );
});

test('what cannot be determined is shown, behind what is certain; the exploited comes first', async () => {
  const malware = advisory('MAL-1', { affected: [fixed('tap-mini', '3.0.0')] });
  const stores = storesWith([byCommit, padding, malware], npmStore('2026-11-14'));
  const watched = await watch(await fieldWith({}, { stores }), '/store');
  assert.deepEqual(
    watched.field.defects.map(({ id, exploited, findings }) => [id, exploited, findings[0]?.finding.result]),
    [
      ['MAL-1', true, 'affected'],
      ['CVE-2026-0001', false, 'affected'],
      ['OSV-1', false, 'undetermined'],
    ],
  );
});

test('what is asked together is one question, as `triage` counts it', async () => {
  const again: Advisory = { ...byCommit, id: 'OSV-2' };
  const host = await fieldWith({}, { stores: storesWith([byCommit, again, padding], npmStore('2026-11-14')) });
  const { field } = await watch(host, '/store');
  const { cases } = await openReleaseTriage(host, '0.9.0', '/store');
  assert.deepEqual(
    field.releases.map(({ version, waiting, questions }) => [version, waiting, questions]),
    [
      ['0.8.0', 3, 2],
      ['0.9.0', 3, cases.length],
    ],
  );
  assert.equal(cases.length, 2);
});

test('an ecosystem that the store does not hold makes the answer no whole one', async () => {
  const content = npmStore('2026-11-14');
  const other = content.kind === 'filled' ? { ...content, sources: [] } : content;
  const watched = await watch(await fieldWith({}, { stores: storesWith([], other) }), '/store');
  assert.equal(watched.complete, false);
  assert.deepEqual(
    watched.diagnostics.map(({ message }) => message),
    ['the store holds no records for npm: 3 components were not looked up'],
  );
  assert.deepEqual(
    watched.field.releases.map(({ uncovered }) => uncovered.length),
    [2, 2],
  );
});

test('a release whose support has ended is not watched, one whose end nobody has written is', async () => {
  const ended = (await recordOf('0.8.0')).replace(
    '  until: 2028-12-31',
    '  ended: { on: 2026-11-15, reason: every site has 0.9.0 }',
  );
  const overdue = (await recordOf('0.9.0')).replace('2028-12-31', '2026-11-14');
  const watched = await watch(
    await fieldWith({
      'soup/releases/0.8.0/release.yaml': ended,
      'soup/releases/0.9.0/release.yaml': overdue,
    }),
    '/store',
  );
  assert.deepEqual(watched.ended, [{ version: '0.8.0', on: '2026-11-15', reason: 'every site has 0.9.0' }]);
  assert.deepEqual(
    watched.field.releases.map(({ version }) => version),
    ['0.9.0'],
  );
  assert.deepEqual(
    watched.diagnostics.map(({ rule }) => rule),
    ['watch/support-overdue'],
  );
  assert.equal(watched.complete, true);
});

const inventory = 'soup/releases/0.8.0/inventory.json';

/** What was done to the files of a release, and what is said of it. */
const broken: readonly (readonly [string, Readonly<Record<string, string | undefined>>, RegExp])[] = [
  ['its inventory was changed', { [inventory]: '{"format":1,"components":[]}' }, /was changed after it was frozen/],
  ['its inventory is gone', { [inventory]: undefined }, /inventory\.json is missing/],
  ['its record is gone', { 'soup/releases/0.8.0/release.yaml': undefined }, /holds no release\.yaml/],
  ['its record is broken', { 'soup/releases/0.8.0/release.yaml': 'version: [' }, /is no YAML/],
];

for (const [what, files, message] of broken)
  test(`a release is told to be broken when ${what}, and the others are watched`, async () => {
    const watched = await watch(await fieldWith(files), '/store');
    assert.equal(watched.complete, false);
    assert.ok(watched.diagnostics.some((one) => one.severity === 'error' && message.test(one.message)));
    assert.deepEqual(
      watched.field.releases.map(({ version }) => version),
      ['0.9.0'],
    );
  });

for (const [what, text, says] of brokenLocks)
  test(`what was known of a release is not taken from an evaluation whose file ${what}, although its hash was written anew`, async () => {
    const folder = 'soup/releases/0.9.0';
    const hash = createHash('sha256').update(text).digest('hex');
    const record = (await recordOf('0.9.0')).replace(/(anomalies\.lock\.json\n {4}sha256: )[0-9a-f]{64}/, `$1${hash}`);
    assert.ok(record.includes(hash));
    const files = { [`${folder}/release.yaml`]: record, [`${folder}/anomalies.lock.json`]: text };
    const watched = await watch(await fieldWith(files), '/store');
    assert.equal(watched.complete, false);
    assert.ok(watched.diagnostics.some(({ message }) => says.test(message.replace(folder, 'soup'))));
    assert.match(lines(watched).at(-1) ?? '', / 0\.9\.0 affected open untold$/);
  });

test('a release that git ignores, or that is a link, is told and not passed over', async () => {
  const host = await fieldWith();
  const list: typeof host.files.list = async () => ({
    ...(await host.files.list()),
    unlisted: [{ path: 'soup/releases/0.7.0/', kind: 'ignored', reason: 'ignored by .gitignore' }],
  });
  const watched = await watch({ ...host, files: { ...host.files, list } }, '/store');
  assert.equal(watched.complete, false);
  assert.deepEqual(
    watched.diagnostics.map(({ message }) => message),
    ['soup/releases/0.7.0/ was not read: ignored by .gitignore'],
  );
});

test('a doubt that was frozen is told, and the answer is no whole one', async () => {
  const doubtful = `${await recordOf('0.8.0')}doubts: [west.yml was not understood]\n`;
  const watched = await watch(await fieldWith({ 'soup/releases/0.8.0/release.yaml': doubtful }), '/store');
  assert.equal(watched.complete, false);
  assert.match(watched.diagnostics[0]?.message ?? '', /0\.8\.0 was not whole when it was frozen: west\.yml/);
});

test('no release, none that is supported, none that can be read: no answer, and never 0 findings', async () => {
  const gone = (path: string) => ({
    [`soup/releases/0.8.0/${path}`]: undefined,
    [`soup/releases/0.9.0/${path}`]: undefined,
  });
  const end = 'support: { ended: { on: 2026-11-01, reason: replaced } }\n';
  const ended = async (version: string) => (await recordOf(version)).replace('support:\n  until: 2028-12-31\n', end);
  const bare = memoryHost(baseDevice, { stores: storesWith([], npmStore('2026-11-14')) });
  const without = await fieldWith({
    'soup/releases/0.8.0/release.yaml': await ended('0.8.0'),
    'soup/releases/0.9.0/release.yaml': await ended('0.9.0'),
  });
  for (const [host, message] of [
    [bare, /^no release is recorded under soup\/releases/],
    [without, /^no release is supported any more, of 0\.8\.0, 0\.9\.0/],
    [
      await fieldWith(gone('inventory.json')),
      /^no release can be watched: soup\/releases\/0\.8\.0\/inventory\.json is missing/,
    ],
    [
      await fieldWith(gone('release.yaml')),
      /^no release can be watched: soup\/releases\/0\.8\.0 holds no release\.yaml/,
    ],
    [await fieldWith({ 'tureen.yaml': undefined }), /^there is no tureen\.yaml here/],
  ] as const)
    await assert.rejects(() => watch(host, '/store'), { name: 'UsageError', message });
});

test('a store that is empty or too old is refused', async () => {
  for (const [content, message] of [
    [{ kind: 'empty' }, /^the advisory store is empty/],
    [npmStore('2026-10-01'), /^the advisory data was fetched 45 days ago/],
  ] as const)
    await assert.rejects(async () => watch(await fieldWith({}, { stores: storesWith([], content) }), '/store'), {
      name: 'HostError',
      message,
    });
});

test('foreign text cannot leave its cell in Markdown, and JSON tells each place once', async () => {
  const evil = { ...padding, affected: [fixed('left-pad', '1.3.1')], aliases: ['CVE-2026-0001', '`|<b>\n# x'] };
  const watched = await watch(await fieldWith({}, { stores: storesWith([evil], npmStore('2026-11-14')) }), '/store');
  const page = describeField(watched, 'markdown');
  assert.ok(!page.includes('\n# x'));
  assert.match(page, /\| `CVE-2026-0001` \| `pkg:npm\/left-pad@1\.2\.0` \| `0\.8\.0` \| affected \| `no verdict` \|/);
  const { defects, releases, data } = JSON.parse(describeField(watched, 'json'));
  assert.deepEqual(
    defects[0].findings.map(({ releases: where }: { releases: unknown }) => where),
    [[{ version: '0.8.0', news: 'untold' }], [{ version: '0.9.0', news: 'new' }]],
  );
  assert.equal(releases.length, 2);
  assert.equal(data.ageDays, 1);
  assert.equal(data.kind, undefined);
});
