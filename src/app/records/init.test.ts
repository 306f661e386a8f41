import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { UsageError } from '../../base/errors.ts';
import { globs } from '../../base/paths/glob.ts';
import { loadRecords } from '../../records/load.ts';
import { init, openUninitialised, type InitAnswers } from './init.ts';

const lock = baseDevice['package-lock.json'] ?? '';
const status = 'Package: base-files\nStatus: install ok installed\nVersion: 12.4\nArchitecture: amd64\n';

async function initialise(files: Readonly<Record<string, string>>, answers: InitAnswers = {}) {
  const host = memoryHost(files);
  const result = await init(host, answers);
  const text = host.written.get('tureen.yaml') ?? '';
  const { device, diagnostics } = loadRecords(new Map([['tureen.yaml', text]]));
  assert.deepEqual(diagnostics, []);
  assert.deepEqual([...host.written.keys()], ['tureen.yaml']);
  return { ...result, text, device: device?.record };
}

test('without answers nothing is made up: the manufacturer is TBD, the class C and said to be undecided', async () => {
  const { device, text, open } = await initialise({ 'package-lock.json': lock });
  assert.equal(device?.device.manufacturer, 'TBD');
  assert.equal(device?.softwareItems[0]?.class, 'C');
  assert.match(text, /class: C # nobody has decided yet/);
  assert.ok(open.some((question) => question.includes('manufacturer is TBD')));
  assert.ok(open.some((question) => question.includes('nobody has decided its class')));
});

test('name and version come from the lockfile of the root, and the text says so', async () => {
  const { device, text } = await initialise({ 'package-lock.json': lock });
  assert.deepEqual([device?.device.name, device?.device.version], ['padder', '1.0.0']);
  assert.match(text, /name: padder # taken from package-lock.json:\d+\n/);
});

const manifests: readonly (readonly [Readonly<Record<string, string>>, name: string, version: string | undefined])[] = [
  [{ 'package.json': '{ "name": "scope", "version": "2.0.0" }' }, 'scope', '2.0.0'],
  [{ 'pyproject.toml': '[project]\nname = "scope"\ndynamic = ["version"]\n' }, 'scope', undefined],
  [{ 'pyproject.toml': '[tool.poetry]\nname = "scope"\nversion = "2.0.0"\n' }, 'scope', '2.0.0'],
  [{ 'Cargo.toml': '[package]\nname = "scope"\nversion = { workspace = true }\n' }, 'scope', undefined],
  [{ 'package.json': '{ "name": "scope", "version": " " }' }, 'scope', undefined],
  [{ 'package.json': '{ "name": 1, "version": ' }, 'TBD', undefined],
  [{ 'viewer/package.json': '{ "name": "scope", "version": "2.0.0" }' }, 'TBD', undefined],
  [{ 'package.json': '{ "name": "scope" }', 'composer.json': '{ "name": "acme/scope" }' }, 'TBD', undefined],
];

for (const [files, name, version] of manifests)
  test(`of ${Object.values(files).join(' and ')} in ${Object.keys(files).join(' and ')} the device is ${name} ${version}`, async () => {
    const { device, open } = await initialise(files);
    assert.deepEqual([device?.device.name, device?.device.version], [name, version]);
    const questions = open.filter((question) => question.startsWith('device.version'));
    assert.match(
      questions.join(),
      version === undefined ? /^device\.version is left out: / : / is taken from .*: compare/,
    );
  });

test('what the files in the root say is known before anybody is asked', async () => {
  const { product } = await openUninitialised(memoryHost({ 'package-lock.json': lock }));
  assert.deepEqual(product.version?.value, '1.0.0');
  assert.match(product.version?.from ?? '', /^package-lock\.json:\d+$/);
});

test('a name below the root is not the name of the device', async () => {
  const { device, open } = await initialise({ 'viewer/package-lock.json': lock });
  assert.deepEqual([device?.device.name, device?.device.version], ['TBD', undefined]);
  assert.ok(open.some((question) => question.includes('name is TBD')));
});

test('answers stand as they were given, on one line', async () => {
  const answers = { name: ' Derma\nScan: 2 ', version: '1.10', manufacturer: 'Example # GmbH', class: 'B' } as const;
  const { device, text, open } = await initialise({ 'package-lock.json': lock }, answers);
  assert.deepEqual(device?.device, { name: 'Derma Scan: 2', version: '1.10', manufacturer: 'Example # GmbH' });
  assert.equal(device?.softwareItems[0]?.class, 'B');
  assert.doesNotMatch(text, /TBD|nobody has decided/);
  assert.equal(open.length, 2);
});

test('people who are named are listed with ids to judge by; without them it is said to be open', async () => {
  const { device, open } = await initialise(
    { 'package-lock.json': lock },
    { people: ['Ada Lang', ' ', ' Grace: {Holm}\n'] },
  );
  assert.deepEqual(device?.people, [
    { id: 'ada', name: 'Ada Lang' },
    { id: 'grace', name: 'Grace: {Holm}' },
  ]);
  const asks = (question: string) => question.startsWith('people is left out');
  assert.ok(!open.some(asks));
  const unnamed = await initialise({ 'package-lock.json': lock }, { people: [''] });
  assert.deepEqual([unnamed.device?.people, unnamed.open.some(asks)], [[], true]);
});

test('a folder may have any name, even one of several lines', async () => {
  const names = ['n\nl: {a', '- x', '#c', '{{', "'q", 'true', '1.10', 'tab\t'];
  const { device } = await initialise(Object.fromEntries(names.map((name) => [`${name}/package-lock.json`, lock])));
  assert.deepEqual(
    device?.softwareItems.map(({ name }) => name).toSorted(),
    names.map((name) => name.trim()).toSorted(),
  );
  for (const name of names)
    assert.ok(
      device?.softwareItems.some(({ sources }) =>
        sources.some((one) => globs([typeof one === 'string' ? one : one.files])(`${name}/package-lock.json`)),
      ),
      name,
    );
});

test('each folder with inputs is a software item that claims them; a package database belongs to its root', async () => {
  const { device, text } = await initialise({
    'viewer/package-lock.json': lock,
    'image (arm)/var/lib/dpkg/status': status,
    'image (arm)/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
    'image arm/package-lock.json': lock,
  });
  assert.deepEqual(
    device?.softwareItems.map(({ id, name, sources }) => [id, name, sources]),
    [
      ['image-arm', 'image (arm)', ['image \\(arm\\)/var/lib/dpkg/status']],
      ['image-arm-2', 'image arm', ['image arm/package-lock.json']],
      ['viewer', 'viewer', ['viewer/package-lock.json']],
    ],
  );
  const source = device?.softwareItems[0]?.sources[0];
  assert.ok(typeof source === 'string' && globs([source])('image (arm)/var/lib/dpkg/status'));
  assert.match(text, /The file does not tell what ships.*\n +# - files: image \\\(arm\\\)\/var\/lib\/dpkg\/status\n/);
});

test('many files side by side are claimed together', async () => {
  const folder = 'rootfs/var/lib/dpkg/status.d';
  const names = ['a', 'b', 'c', 'd'];
  const { device } = await initialise(
    Object.fromEntries(names.map((name) => [`${folder}/${name}`, status.replace('base-files', name)])),
  );
  assert.deepEqual(device?.softwareItems[0]?.sources, [`${folder}/*`]);
});

test('inputs without a reader are named, and a folder without inputs is said to be one', async () => {
  const { device, text, open, softwareItems } = await initialise({ 'app/bun.lockb': '' });
  assert.deepEqual([device?.softwareItems, softwareItems], [[], 0]);
  assert.match(text, /# {3}app\/bun.lockb: no reader for the binary lockfile of bun yet/);
  assert.ok(open.some((question) => question.startsWith('softwareItems is empty')));
});

for (const path of ['tureen.yaml', 'tureen.yml']) {
  test(`a ${path} that is there is not overwritten`, async () => {
    const host = memoryHost({ [path]: 'device: {}\n', 'package-lock.json': lock });
    await assert.rejects(init(host, {}), (error) => error instanceof UsageError && error.message.includes(path));
    assert.equal(host.written.size, 0);
  });
}

test('the same folder gives the same bytes', async () => {
  const files = { 'b/package-lock.json': lock, 'a/package-lock.json': lock };
  const [one, two] = [
    await initialise(files),
    await initialise(Object.fromEntries(Object.entries(files).toReversed())),
  ];
  assert.equal(one.text, two.text);
});

test('a tureen.yaml that somebody saves meanwhile stays', async () => {
  const host = memoryHost({ 'package-lock.json': lock });
  await assert.rejects(init(savingMeanwhile(host, 'tureen.yaml', 'device: {}\n'), {}), {
    message: 'somebody has changed tureen.yaml meanwhile',
  });
  assert.equal(host.written.get('tureen.yaml'), 'device: {}\n');
});
