import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { affects } from '../../../test/sample-advisory.ts';
import { advisory, beside, fetched, fill, ids, newPath, state } from '../../../test/stores-on-disk.ts';
import { openStore } from './advisory-store.ts';
import { updateStore } from './store-builder.ts';

test('a store that is updated keeps the rest, and is not there for who has none that can be read', async () => {
  const path = newPath();
  assert.equal(updateStore(path), undefined);
  await fill(path, [advisory('A-1', ['ladle']), advisory('A-2', ['ladle'])]);
  const builder = await updateStore(path)?.start();
  assert.ok(builder !== undefined);
  assert.deepEqual(
    builder.held.sources.map(({ ecosystem, records }) => [ecosystem, records]),
    [['npm', 2]],
  );
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'changes');
  builder.add(advisory('A-2', ['spoon'], { hash: 'another' }), deflateRawSync('{}'));
  assert.deepEqual(ids(path), ['A-1', 'A-2'], 'who reads meanwhile sees the old one');
  assert.equal(builder.end(state).records, 2);
  await builder.finish(fetched);
  assert.deepEqual(ids(path), ['A-1']);
  for (const damage of ['PRAGMA user_version = 2', 'DROP TABLE source']) {
    const database = new DatabaseSync(path);
    database.exec(damage);
    database.close();
    assert.equal(updateStore(path), undefined, damage);
    assert.deepEqual(beside(path), []);
    await fill(path, [advisory('A-1', ['ladle'])]);
  }
});

for (const [what, before, after] of [
  ['another package', [affects('npm', 'ladle')], [affects('npm', 'bowl')]],
  ['the package of that name in another ecosystem', [affects('npm', 'ladle')], [affects('Hex', 'ladle')]],
  ['another release', [affects('Debian:11', 'ladle')], [affects('Debian:12', 'ladle')]],
  ['one package more', [affects('npm', 'ladle')], [affects('npm', 'ladle'), affects('npm', 'bowl')]],
  ['one package less', [affects('npm', 'ladle'), affects('npm', 'bowl')], [affects('npm', 'ladle')]],
  ['no package any more', [affects('npm', 'ladle')], []],
] as const) {
  test(`a record that comes to name ${what} is found by what it names now, and by nothing else`, async () => {
    const path = newPath();
    await fill(path, [advisory('A-1', [], { affected: before })]);
    const builder = await updateStore(path)?.start();
    builder?.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'changes');
    const late = advisory('A-1', [], { affected: after, modified: '2026-01-03T00:00:00Z', hash: 'another' });
    builder?.add(late, deflateRawSync('{}'));
    builder?.end(state);
    await builder?.finish(fetched);
    const store = openStore(path);
    for (const ecosystem of ['npm', 'Hex', 'Debian'])
      for (const name of ['ladle', 'bowl']) {
        const affected = after.filter((entry) => entry.name === name && entry.ecosystem.startsWith(ecosystem));
        const found = affected.length === 0 ? [] : [{ ...late, affected }];
        assert.deepEqual(store.candidates({ ecosystem, name }), found, `${ecosystem} ${name}`);
      }
    store.close();
  });
}

test('how many records a source has and which is its latest is known after each change, as if all were counted', async () => {
  const path = newPath();
  const at = (id: string, day: number) =>
    advisory(id, ['ladle'], { modified: `2026-01-${day}T00:00:00Z`, hash: `${id} of ${day}` });
  await fill(path, [at('A-1', 12), at('A-2', 11)]);
  for (const [given, records, newest] of [
    [at('A-3', 13), 3, 13],
    [at('A-3', 14), 3, 14],
    [at('A-3', 10), 3, 12],
    [at('A-1', 12), 3, 12],
  ] as const) {
    const builder = await updateStore(path)?.start();
    builder?.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'changes');
    builder?.add(given, deflateRawSync('{}'));
    const source = builder?.end(state);
    assert.deepEqual([source?.records, source?.newest], [records, `2026-01-${newest}T00:00:00Z`]);
    await builder?.finish(fetched);
  }
});
