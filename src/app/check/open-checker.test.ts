import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { HostError } from '../../base/errors.ts';
import type { Host } from '../host.ts';
import { check } from './check.ts';
import { locateDiagnostics } from './locate-diagnostics.ts';
import { openChecker } from './open-checker.ts';

const item = 'soup/items/npm-left-pad.yaml';
const lock = 'package-lock.json';

/** Files with imports beside the base device, so that each kept answer has something to rest on. */
const files: Readonly<Record<string, string>> = {
  ...baseDevice,
  'src/label.js': "const pad = require('left-pad');\n",
  'native/conan.lock': '{ "version": "0.5", "requires": ["zlib/1.3.1#1"] }',
};

/** What somebody does to the files between two checks. */
const edits: readonly (readonly [path: string, content: (before: string) => string | undefined])[] = [
  [item, (before) => before.replace(/^title: .*$/m, 'title: Another')],
  [item, (before) => before.replace(/^manufacturer: .*\n/m, '')],
  [item, () => 'soup: [\n'],
  [item, () => undefined],
  [item, () => baseDevice[item]],
  ['soup/items/other.yaml', () => 'soup: pkg:npm/tap-mini\n'],
  ['soup/items/other.yaml', () => undefined],
  ['soup/risks.yaml', (before) => before.replace('RISK-1', 'RISK-2')],
  ['soup/waivers.yaml', () => 'waivers: []\n'],
  ['soup/check-baseline.json', () => '{}'],
  ['tureen.yaml', (before) => `${before}ignore: [native/**]\n`],
  ['tureen.yaml', () => baseDevice['tureen.yaml']],
  [lock, (before) => before.replaceAll('1.3.0', '1.2.0')],
  [lock, (before) => `${before} `],
  [lock, () => '{'],
  [lock, () => undefined],
  [lock, () => baseDevice[lock]],
  ['src/label.js', () => "import 'tap-mini';\n"],
  ['src/label.js', () => undefined],
  ['src/more.js', () => "import 'left-pad';\n"],
  ['native/conan.lock', () => 'broken'],
  ['native/conan.lock', () => undefined],
  ['npm-shrinkwrap.json', () => baseDevice[lock]],
  ['npm-shrinkwrap.json', () => undefined],
  ['app.tar', () => 'no image'],
];

/** A host whose files come and go. */
function hostOf(disk: Map<string, string>): Host {
  const bytes = (path: string) => {
    const text = disk.get(path);
    return text === undefined ? undefined : new TextEncoder().encode(text);
  };
  const memory = memoryHost({});
  const list = () => {
    const listed = [...disk.keys()].toSorted().map((path) => ({ path, bytes: bytes(path)?.length ?? 0 }));
    return Promise.resolve({ files: listed, unlisted: [] });
  };
  const read = (path: string) => Promise.resolve(bytes(path));
  return { ...memory, files: { ...memory.files, list, read } };
}

test('a check after edits finds what a fresh one finds, whatever was edited', async () => {
  const some = fc.array(fc.array(fc.constantFrom(...edits), { maxLength: 3 }), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(some, async (rounds) => {
      const disk = new Map(Object.entries(files));
      const host = hostOf(disk);
      const ask = openChecker(host);
      await ask();
      for (const round of rounds) {
        for (const [path, content] of round) {
          const text = content(disk.get(path) ?? '');
          if (text === undefined) disk.delete(path);
          else disk.set(path, text);
        }
        const { located, ...checked } = await ask();
        const fresh = await check(host);
        assert.deepEqual(checked, fresh);
        assert.deepEqual(located, await locateDiagnostics(host, fresh.diagnostics));
      }
    }),
    { numRuns: 60 },
  );
});

test('what an edit does not concern is kept: an edited record leaves inventory and imports, an edited source the inventory', async () => {
  const disk = new Map(Object.entries(files));
  const ask = openChecker(hostOf(disk));
  const first = (await ask()).dossier;
  disk.set(item, `${disk.get(item) ?? ''}notes: Longer than before\n`);
  const second = (await ask()).dossier;
  assert.equal(second?.items[0]?.filed.record.notes, 'Longer than before');
  assert.equal(second.usage, first?.usage);
  disk.set('src/label.js', '');
  const third = (await ask()).dossier;
  assert.notDeepEqual(third?.usage, first?.usage);
  assert.equal(third?.inventory.files, first?.inventory.files);
  disk.set(lock, `${disk.get(lock) ?? ''} `);
  assert.notEqual((await ask()).dossier?.inventory.files, first?.inventory.files);
});

test('a source that was too large to be looked through is looked through when it has become small', async () => {
  const disk = new Map(Object.entries({ ...files, 'src/more.js': `import 'tap-mini';${' '.repeat(2 ** 20)}` }));
  const ask = openChecker(hostOf(disk));
  assert.ok((await ask()).diagnostics.some(({ rule }) => rule === 'usage/too-large'));
  disk.set('src/more.js', "import 'tap-mini';");
  assert.ok((await ask()).diagnostics.every(({ rule }) => rule !== 'usage/too-large'));
});

test('a file that can no longer be read ends the check as it would a fresh one, and the next one is whole again', async () => {
  const host = hostOf(new Map(Object.entries(files)));
  let isGone = false;
  const read = (path: string) =>
    isGone && path === lock ? Promise.reject(new HostError('the disk is gone', 'Try again.')) : host.files.read(path);
  const ask = openChecker({ ...host, files: { ...host.files, read } });
  const first = await ask();
  isGone = true;
  await assert.rejects(ask(), { message: 'the disk is gone' });
  isGone = false;
  assert.deepEqual(await ask(), first);
});
