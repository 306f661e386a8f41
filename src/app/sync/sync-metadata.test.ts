import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { savingMeanwhile } from '../../../test/saving-meanwhile.ts';
import { sideBySide } from '../../base/packages/side-by-side.ts';
import type { Metadata } from '../../model/inventory/metadata.ts';
import { openDossier } from '../open-dossier.ts';
import type { OpenedRegistries } from './registry-source.ts';
import { namedPlace, syncMetadata } from './sync-metadata.ts';

const npm = 'https://npm.example/left-pad';
const depsdev = 'https://deps.example/v3/systems/npm/packages/left-pad/versions/1.3.0';
const clearlydefined = 'https://defined.example/definitions/npm/npmjs/-/left-pad/1.3.0';
const answers: Readonly<Record<string, unknown>> = {
  [npm]: { versions: { '1.3.0': { license: 'WTFPL' } } },
  [depsdev]: { versionKey: { name: 'left-pad', version: '1.3.0' }, licenses: ['MIT'] },
  [clearlydefined]: { coordinates: { revision: '1.3.0' }, licensed: { declared: 'WTFPL' } },
};
const collections = ['depsdev=https://deps.example', 'clearlydefined=https://defined.example'];

/** Syncs left-pad and tap-mini on a day, with what was frozen before; the device afterwards, and what was asked. */
async function synced(named: readonly string[], given = answers, frozen?: string) {
  const asked: string[] = [];
  const opened: OpenedRegistries = {
    places: [{ registry: 'npm', address: 'https://npm.example', from: '.npmrc' }],
    notes: [],
    counts: () => ({ requests: asked.length, unchanged: 0, bytes: 0 }),
    ask: (base, { path }) => {
      const address = [base, ...path].join('/');
      asked.push(address);
      const text = Object.hasOwn(given, address) ? JSON.stringify(given[address]) : undefined;
      return Promise.resolve({ kind: 'answer', address, text });
    },
  };
  const before = frozen === undefined ? {} : { 'soup/metadata.lock.json': frozen };
  const host = memoryHost({ ...baseDevice, ...before }, { openRegistries: () => Promise.resolve(opened) });
  const result = await syncMetadata(host, { named: named.map(namedPlace), progress: () => undefined });
  const text = String(host.written.get('soup/metadata.lock.json'));
  const after = memoryHost({ ...baseDevice, 'soup/metadata.lock.json': text });
  const { dossier } = await openDossier(after);
  const pad = dossier?.inventory.components.find(({ name }) => name === 'left-pad');
  assert.ok(pad !== undefined);
  const packages = (JSON.parse(text) as Metadata).packages;
  return { asked: asked.filter((address) => !address.includes('tap-mini')), pad, text, packages, result };
}

const sourcesOf = ({ packages }: { readonly packages: Metadata['packages'] }) =>
  packages.find(({ purl }) => purl.includes('left-pad'))?.answers.map(({ registry }) => registry);

test('collections are told nothing unless a person names them', async () => {
  const { asked } = await synced([]);
  assert.deepEqual(asked, [npm]);
});

test('what collections say stands beside the registry’s word, and where they differ that is shown, not settled', async () => {
  const all = await synced(collections);
  assert.deepEqual(all.asked, [npm, clearlydefined, depsdev]);
  assert.deepEqual(sourcesOf(all), ['npm', 'clearlydefined', 'depsdev']);
  const licence = sideBySide(all.pad).find(({ fact }) => fact === 'licence');
  assert.deepEqual([licence?.differ, licence?.values.map(({ value }) => value)], [true, ['WTFPL', 'MIT']]);
  assert.equal(all.pad.licences[0]?.expression, 'WTFPL');
});

test('what a collection said stays with its day when it is not named again, and is asked when it is', async () => {
  const first = await synced(collections.slice(0, 1));
  const second = await synced([], answers, first.text);
  assert.deepEqual(second.asked, []);
  assert.deepEqual(sourcesOf(second), ['npm', 'depsdev']);
  const third = await synced(collections, answers, second.text);
  assert.deepEqual(third.asked, [npm, clearlydefined, depsdev]);
});

test('a collection that does not know a version is told, though the registry does', async () => {
  const { result } = await synced(collections.slice(0, 1), { [npm]: answers[npm] });
  assert.ok(result.diagnostics.some(({ message }) => message.startsWith('depsdev: the collection does not know')));
});

test('facts that somebody else freezes meanwhile stay', async () => {
  const opened: OpenedRegistries = {
    places: [{ registry: 'npm', address: 'https://npm.example', from: '.npmrc' }],
    notes: [],
    counts: () => ({ requests: 0, unchanged: 0, bytes: 0 }),
    ask: (base, { path }) => Promise.resolve({ kind: 'answer', address: [base, ...path].join('/'), text: undefined }),
  };
  const host = memoryHost(baseDevice, { openRegistries: () => Promise.resolve(opened) });
  const meanwhile = savingMeanwhile(host, 'soup/metadata.lock.json', '{"packages":[]}');
  await assert.rejects(syncMetadata(meanwhile, { named: [], progress: () => undefined }), {
    message: 'somebody has changed soup/metadata.lock.json meanwhile',
  });
  assert.equal(host.written.get('soup/metadata.lock.json'), '{"packages":[]}');
});
