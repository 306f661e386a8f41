import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { advisory, beside, fetched, fill, ids, newPath, npm } from '../../../test/stores-on-disk.ts';
import { openStore } from './advisory-store.ts';
import { buildStore } from './store-builder.ts';

test('nothing of a new store is seen before it is finished; then all of the old one is gone', async () => {
  const path = newPath();
  await fill(path, [advisory('A-1', ['ladle'])]);
  const reader = openStore(path);
  const builder = buildStore(path);
  builder.add(advisory('A-2', ['ladle']), deflateRawSync('{}'));
  assert.deepEqual(ids(path), ['A-1']);
  await builder.finish(fetched);
  assert.deepEqual(ids(path), ['A-2']);
  assert.deepEqual(
    reader.candidates(npm('ladle')).map(({ id }) => id),
    ['A-1'],
    'an open one stays',
  );
  reader.close();
});

test('an abandoned store leaves the old one and nothing else', async () => {
  const path = newPath();
  await fill(path, [advisory('A-1', ['ladle'])]);
  const builder = buildStore(path);
  builder.add(advisory('A-2', ['ladle']), deflateRawSync('{}'));
  builder.abandon();
  builder.abandon();
  assert.deepEqual(ids(path), ['A-1']);
  assert.deepEqual(beside(path), []);
});

test(
  'a store at the end of a link is made and brought up to date there, and the link stays',
  { skip: process.platform === 'win32' },
  async () => {
    const [link, target] = [newPath(), newPath()];
    for (const path of [link, target]) mkdirSync(join(path, '..'), { recursive: true });
    symlinkSync(target, link);
    await fill(link, [advisory('A-1', ['ladle'])]);
    assert.deepEqual(ids(target), ['A-1']);
    await fill(link, [advisory('A-2', ['ladle'])]);
    assert.deepEqual([ids(target), ids(link)], [['A-2'], ['A-2']]);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.deepEqual([beside(link), beside(target)], [[], []]);
  },
);

test('only one process builds at a time; the others are told which', () => {
  const path = newPath();
  const builder = buildStore(path);
  const held = { name: 'HostError', message: `another sync is running (process ${process.pid})`, help: /\.lock/ };
  assert.throws(() => buildStore(path), held);
  builder.abandon();
  const lock = `${path}.lock`;
  for (const [holder, words] of [
    [`${process.ppid}`, `another sync is running (process ${process.ppid})`],
    ['7.7.7.7.b', 'another sync is running (process 7 on another machine or in another container, "b")'],
    ['mine', 'another sync is running (process unknown)'],
  ] as const) {
    mkdirSync(join(lock, holder), { recursive: true });
    assert.throws(() => buildStore(path), { name: 'HostError', message: words });
    assert.deepEqual(readdirSync(lock), [holder], 'the lock of another stays');
    rmSync(lock, { recursive: true });
  }
});

test('the lock of a process that is gone, or of an earlier one with the same number, is taken over', async () => {
  const path = newPath();
  mkdirSync(join(path, '..'), { recursive: true });
  const { pid } = spawnSync(process.execPath, ['--version']);
  for (const gone of [pid, process.pid]) {
    mkdirSync(join(`${path}.lock`, `${gone}`), { recursive: true });
    await fill(path, [advisory('A-1', ['ladle'])]);
    assert.deepEqual(beside(path), []);
  }
});

/** Kills itself at a point of making a store of one record, `A-2`. */
const victim = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const [maker, stage, path, advisory] = process.argv.slice(1);
  const die = () => process.kill(process.pid, 'SIGKILL');
  const { renameSync } = fs;
  fs.renameSync = (from, to) => {
    if (to === path && stage === 'before the swap') die();
    renameSync(from, to);
    if (to === path && stage === 'after the swap') die();
  };
  syncBuiltinESMExports();
  const { [maker]: make } = await import(${JSON.stringify(new URL('store-builder.ts', import.meta.url).href)});
  const made = make(path);
  const starting = maker === 'updateStore' ? made.start() : made;
  if (stage === 'while it is copied') die();
  const builder = await starting;
  if (stage === 'at the start') die();
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'whole');
  builder.add(JSON.parse(advisory), new Uint8Array([3, 0]));
  if (stage === 'half-way') die();
  builder.end({ fetched: '', loaded: '', unreadable: [] });
  const finishing = builder.finish(${JSON.stringify(fetched)});
  if (stage === 'while the disk takes it') die();
  await finishing;
`;

for (const maker of ['buildStore', 'updateStore'])
  for (const [stage, kept] of [
    ['while it is copied', 'A-1'],
    ['at the start', 'A-1'],
    ['half-way', 'A-1'],
    ['while the disk takes it', 'A-1'],
    ['before the swap', 'A-1'],
    ['after the swap', 'A-2'],
    ['never', 'A-2'],
  ] as const) {
    test(`a process in ${maker} that is killed ${stage} leaves a whole store, and no trace after the next`, async () => {
      const path = newPath();
      await fill(path, [advisory('A-1', ['ladle'])]);
      const given = [maker, stage, path, JSON.stringify(advisory('A-2', ['ladle']))];
      const words = ['--input-type=module', '--eval', victim, ...given];
      const { signal, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
      assert.equal(stage === 'never' ? 'SIGKILL' : signal, 'SIGKILL', stderr);
      assert.equal(stderr, '');
      assert.equal(beside(path).length > 0, stage !== 'never');
      assert.deepEqual(ids(path), [kept]);
      await fill(path, [advisory('A-3', ['ladle'])]);
      assert.deepEqual(ids(path), ['A-3']);
      assert.deepEqual(beside(path), []);
    });
  }
