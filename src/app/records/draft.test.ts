import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { UsageError } from '../../base/errors.ts';
import { loadRecords } from '../../records/load.ts';
import { draft, type DraftOptions } from './draft.ts';

const recorded = 'soup/items/npm-left-pad.yaml';
const lock = JSON.stringify({
  name: 'padder',
  version: '1.0.0',
  lockfileVersion: 3,
  packages: {
    '': {
      name: 'padder',
      version: '1.0.0',
      dependencies: { 'left-pad': '1.3.0', wrap: '1.10.0' },
      devDependencies: { tap: '2.0.0' },
    },
    'node_modules/left-pad': { version: '1.3.0', dependencies: { inner: '1.0.0' } },
    'node_modules/wrap': { version: '1.10.0', license: 'MIT', dependencies: { deep: '1.0.0' } },
    'node_modules/deep': { version: '1.0.0', dependencies: { deeper: '1.0.0' } },
    'node_modules/deeper': { version: '1.0.0' },
    'node_modules/inner': { version: '1.0.0' },
    'node_modules/tap': { version: '2.0.0', dev: true },
  },
});
const files = { ...baseDevice, 'package-lock.json': lock };

async function run(overlay: Readonly<Record<string, string>>, options?: DraftOptions) {
  const host = memoryHost({ ...files, ...overlay });
  const drafts = await draft(host, options);
  const loaded = loadRecords(new Map(host.written));
  assert.deepEqual(loaded.diagnostics, []);
  return { host, ...drafts, items: loaded.items };
}

test('what the product asks for itself gets a draft, tools, own packages and recorded ones get none', async () => {
  const { written, items, host } = await run({});
  assert.deepEqual(written, [{ file: 'soup/items/npm-wrap.yaml', soup: 'pkg:npm/wrap' }]);
  assert.deepEqual([...host.written.keys()], ['soup/items/npm-wrap.yaml']);
  assert.equal(items[0]?.record.status, 'draft');
});

test('what a drafted package brings in is proposed as covered, for a person to confirm', async () => {
  const { items, host } = await run({});
  assert.deepEqual(
    items[0]?.record.covers.map((cover) => 'dependencies' in cover && cover.reason.startsWith('TBD')),
    [true],
  );
  assert.match(host.written.get('soup/items/npm-wrap.yaml') ?? '', /# {3}brings in deep, and what they need\n/);
});

test('what the product’s own code loads gets a draft, even if only another package asks for it', async () => {
  const { written } = await run({
    'src/label.js': "import deep from 'deep';\n",
    'src/label.test.js': "import deeper from 'deeper';\n",
  });
  assert.deepEqual(
    written.map(({ soup }) => soup),
    ['pkg:npm/deep', 'pkg:npm/wrap'],
  );
});

test('what needs nothing that ships proposes to cover nothing', async () => {
  const { packages, ...rest } = JSON.parse(lock) as { packages: Record<string, object> };
  const needsTool = { ...packages, 'node_modules/wrap': { version: '1.10.0', dependencies: { tap: '2.0.0' } } };
  const { items } = await run({ 'package-lock.json': JSON.stringify({ ...rest, packages: needsTool }) });
  assert.deepEqual(items.find(({ record }) => record.soup === 'pkg:npm/wrap')?.record.covers, []);
});

test('what a finished record brings in without covering it is left, with the reason', async () => {
  const { left } = await run({});
  assert.deepEqual(left, [
    {
      soup: 'pkg:npm/inner',
      reason: `only left-pad brings it in: run \`tureen draft pkg:npm/inner\`, unless ${recorded} shall cover it, with a reason`,
    },
  ]);
});

test('a second run writes nothing, and existing records keep every byte', async () => {
  const { host, left } = await run({});
  const before = new Map(host.written);
  const again = await draft(host);
  assert.deepEqual(again, { written: [], left, diagnostics: [] });
  assert.deepEqual(host.written, before);
});

test('facts stand in the draft with their places, and judgement does not', async () => {
  const { host, items } = await run({});
  const text = host.written.get('soup/items/npm-wrap.yaml') ?? '';
  assert.match(text, /# {3}1\.10\.0, relation direct, use runtime, package-lock\.json:\d+\n/);
  assert.match(text, /# {3}licence as stated: MIT \(package-lock\.json:\d+\)\n/);
  assert.match(text, /Asked for at class B \(software item viewer\)/);
  assert.deepEqual(
    [items[0]?.record.licence, items[0]?.record.manufacturer, items[0]?.record.approved],
    [undefined, undefined, []],
  );
});

test('a class that is asked for decides how much the draft asks', async () => {
  const { host } = await run({}, { class: 'A' });
  assert.doesNotMatch(host.written.get('soup/items/npm-wrap.yaml') ?? '', /# requirements:/);
});

test('a source that no software item claims counts as class C', async () => {
  const device = (baseDevice['tureen.yaml'] ?? '').replace('[package-lock.json]', '[other.json]');
  const { host } = await run({ 'tureen.yaml': device });
  assert.match(
    host.written.get('soup/items/npm-wrap.yaml') ?? '',
    /class C \(no software item claims it, which counts as C\)/,
  );
});

test('a package that a person names gets its record, transitive or tool; versions in the name do not count', async () => {
  const { written, left } = await run(
    {},
    { packages: ['pkg:npm/deeper@1.0.0', 'pkg:npm/tap', 'pkg:npm/left-pad', 'pkg:npm/padder'] },
  );
  assert.deepEqual(
    written.map(({ soup }) => soup),
    ['pkg:npm/deeper', 'pkg:npm/tap'],
  );
  assert.deepEqual(left, [
    { soup: 'pkg:npm/left-pad', reason: `it has a record, ${recorded}` },
    { soup: 'pkg:npm/padder', reason: 'it is the product’s own, and no SOUP' },
  ]);
});

test('a package that is not there is wrong use, with the nearest that is', async () => {
  await assert.rejects(
    run({}, { packages: ['pkg:pypi/wrap'] }),
    (error) => error instanceof UsageError && error.help === 'Did you mean pkg:npm/wrap?',
  );
});

const database = ['base-files', 'libc6', 'adduser']
  .map(
    (name) =>
      `Package: ${name}\nStatus: install ok installed\nVersion: 12.4\nArchitecture: amd64\nMaintainer: M <m@debian.example>\n`,
  )
  .join('\n');
const system = { 'image/var/lib/dpkg/status': database, 'image/etc/os-release': 'ID=debian\nVERSION_ID="12"\n' };

test('a package database gets one record, keyed by the package that carries the point release', async () => {
  const { written, items, left, host } = await run({ ...system });
  assert.deepEqual(
    written.filter(({ soup }) => soup.startsWith('pkg:deb')),
    [{ file: 'soup/items/deb-base-files.yaml', soup: 'pkg:deb/debian/base-files' }],
  );
  const cover = items.find(({ file }) => file.includes('deb'))?.record.covers[0];
  assert.ok(cover !== undefined && 'packages' in cover && cover.packages === 'pkg:deb/debian/*');
  assert.ok(!left.some(({ soup }) => soup.startsWith('pkg:deb')));
  assert.deepEqual((await draft(host)).written, []);
});

test('when the base of a system has a record already, the rest is left to it', async () => {
  const record = 'soup: pkg:deb/debian/base-files\nstatus: confirmed\n';
  const { written, left } = await run({ ...system, 'soup/items/debian.yaml': record });
  assert.ok(!written.some(({ soup }) => soup.startsWith('pkg:deb')));
  assert.deepEqual(
    left.flatMap(({ soup, reason }) => (reason.includes('pkg:deb/debian/*') ? [soup] : [])),
    ['pkg:deb/debian/adduser', 'pkg:deb/debian/libc6'],
  );
});

test('a name that another record has taken is not overwritten', async () => {
  const { written } = await run({ 'soup/items/NPM-wrap.yaml': 'soup: pkg:npm/other\nstatus: confirmed\n' });
  assert.match(written[0]?.file ?? '', /^soup\/items\/npm-wrap-[0-9a-f]{6}\.yaml$/);
});

test('with a record that cannot be read nothing is drafted: it may be about the same package', async () => {
  for (const text of ['soup: pkg:npm/wrap\n\tstatus: draft\n', 'soup: pkg:npm/wrap\nstatus: drft\n']) {
    const host = memoryHost({ ...files, 'soup/items/wrapper.yaml': text });
    await assert.rejects(
      draft(host),
      (error) => error instanceof UsageError && error.help.includes('soup/items/wrapper.yaml'),
    );
    assert.equal(host.written.size, 0);
  }
});

test('without a device there is nothing to draft for', async () => {
  for (const device of [undefined, 'device: [\n']) {
    const host = memoryHost({ 'package-lock.json': lock, ...(device !== undefined && { 'tureen.yaml': device }) });
    await assert.rejects(draft(host), UsageError);
  }
});

const covering = `soup: pkg:npm/wrap
status: confirmed
safetyPath: { on: true, reason: It wraps the patient's name }
covers: [{ dependencies: true, reason: small, safetyPath: { on: ON, reason: said so } }]
`;
const imported = { 'src/label.js': "import deep from 'deep';\n" };

const promotions: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  ['nothing speaks for it', { 'soup/items/npm-wrap.yaml': covering.replace('ON', 'false') }, []],
  [
    'the product imports it itself',
    { 'soup/items/npm-wrap.yaml': covering.replace('ON', 'false'), ...imported },
    ['pkg:npm/deep'],
  ],
  [
    'a person named it',
    {
      'soup/items/npm-wrap.yaml': covering
        .replace('ON', 'false')
        .replace('covers: [', 'covers: [{ packages: pkg:npm/deep, reason: small },'),
      ...imported,
    },
    [],
  ],
  [
    'it is said to be on the safety path',
    { 'soup/items/npm-wrap.yaml': covering.replace('ON', 'true') },
    ['pkg:npm/deep', 'pkg:npm/deeper'],
  ],
  [
    'everything is of class A',
    {
      'soup/items/npm-wrap.yaml': covering.replace('ON', 'true'),
      'tureen.yaml': (baseDevice['tureen.yaml'] ?? '').replace('class: B', 'class: A'),
    },
    [],
  ],
];

for (const [when, overlay, drafted] of promotions)
  test(`of what is covered, so much gets a draft of its own when ${when}: ${drafted.length}`, async () => {
    const { written, host } = await run(overlay);
    assert.deepEqual(
      written.map(({ soup }) => soup),
      drafted,
    );
    for (const { file } of written)
      assert.match(host.written.get(file) ?? '', /covered by soup\/items\/npm-wrap.yaml until now, but/);
  });

test('a record that somebody saves meanwhile stays, and no draft is written', async () => {
  const host = memoryHost(files);
  const meanwhile = savingMeanwhile(host, 'soup/items/npm-wrap.yaml', 'soup: pkg:npm/wrap\n');
  await assert.rejects(draft(meanwhile, { packages: ['deep', 'pkg:npm/wrap'] }), {
    name: 'UsageError',
    message: 'somebody has changed soup/items/npm-wrap.yaml meanwhile',
  });
  assert.deepEqual([...host.written], [['soup/items/npm-wrap.yaml', 'soup: pkg:npm/wrap\n']]);
});
