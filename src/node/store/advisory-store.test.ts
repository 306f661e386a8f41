import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { affects } from '../../../test/sample-advisory.ts';
import { advisory, beside, fetched, fill, folder, hashOf, newPath, npm } from '../../../test/stores-on-disk.ts';
import { openStore } from './advisory-store.ts';

test('a store gives back what was put into it, and tells where it came from', async () => {
  const path = newPath();
  const ladle = advisory('A-1', ['ladle']);
  const content = await fill(path, [ladle, advisory('A-2', ['bowl'], { upstream: [], summary: undefined })]);
  const store = openStore(path);
  assert.deepEqual(store.content(), content);
  assert.deepEqual(content, {
    kind: 'filled',
    hash: hashOf(content),
    fetched,
    newest: '2026-01-02T00:00:00Z',
    sources: [{ feed: 'osv', from: '/mirror', ecosystem: 'npm', records: 2, newest: '2026-01-02T00:00:00Z' }],
  });
  assert.deepEqual(store.candidates(npm('ladle')), [ladle]);
  assert.deepEqual(store.candidates(npm('spoon')), []);
  const [bowl] = store.candidates(npm('bowl'));
  assert.deepEqual([bowl?.id, bowl?.upstream, bowl?.summary], ['A-2', [], undefined]);
  assert.equal(store.document('osv', 'A-2'), '{"id":"A-2"}');
  assert.equal(store.document('osv', 'A-3'), undefined);
  store.close();
  assert.deepEqual(beside(path), []);
});

test('what a record says of a package under several spellings and releases comes back whole, in its order', async () => {
  const path = newPath();
  const entry = (ecosystem: string, name: string, version: string) => affects(ecosystem, name, { versions: [version] });
  const bare = { summary: undefined, aliases: [], upstream: [], severities: [] };
  const spelt = [entry('PyPI', 'Ladle_Soup', '3'), entry('PyPI', 'ladle-soup', '1'), entry('PyPI', 'ladle.soup', '2')];
  const released = [entry('Debian:12', 'ladle', '1'), entry('Debian', 'ladle', '2'), entry('Debian:11', 'ladle', '1')];
  const given = advisory('A-1', [], {
    ...bare,
    kind: 'malware',
    related: ['CVE-2026-9'],
    affected: [...spelt, ...released],
  });
  const withdrawn = advisory('A-2', [], { ...bare, withdrawn: '2026-01-03T00:00:00Z', affected: spelt });
  await fill(path, [given, withdrawn]);
  const store = openStore(path);
  assert.deepEqual(store.candidates({ ecosystem: 'PyPI', name: 'ladle-soup' }), [
    { ...given, affected: spelt },
    withdrawn,
  ]);
  assert.deepEqual(store.candidates({ ecosystem: 'Debian', name: 'ladle' }), [{ ...given, affected: released }]);
  store.close();
});

test('candidates are sorted by id and hold just the entries of the package that was asked for', async () => {
  const path = newPath();
  await fill(path, [advisory('A-2', ['ladle', 'bowl', 'ladle']), advisory('A-1', ['bowl'])]);
  const store = openStore(path);
  const found = (name: string) => store.candidates(npm(name)).map(({ id, affected }) => [id, affected.length]);
  assert.deepEqual(found('bowl'), [
    ['A-1', 1],
    ['A-2', 1],
  ]);
  assert.deepEqual(found('ladle'), [['A-2', 2]]);
  store.close();
});

test('a package is found under the key of its ecosystem, whatever release and spelling an advisory uses', async () => {
  const path = newPath();
  const entry = { ranges: [], versions: [], functions: [] };
  await fill(path, [
    advisory('A-1', [], { affected: [{ ...entry, ecosystem: 'Debian:12', name: 'curl' }] }),
    advisory('A-2', [], { affected: [{ ...entry, ecosystem: 'PyPI', name: 'Ladle_Soup' }] }),
  ]);
  const store = openStore(path);
  const [curl] = store.candidates({ ecosystem: 'Debian', name: 'curl' });
  assert.equal(curl?.affected[0]?.ecosystem, 'Debian:12');
  assert.equal(store.candidates({ ecosystem: 'PyPI', name: 'ladle-soup' })[0]?.id, 'A-2');
  store.close();
});

test('the hash is the same in whatever order the records came, and another when one differs', async () => {
  const records = ['A-1', 'A-2', 'B-1'].map((id) => advisory(id, ['ladle']));
  const hash = hashOf(await fill(newPath(), records));
  assert.match(hash, /^sha256:[0-9a-f]{64}$/);
  assert.equal(hashOf(await fill(newPath(), records.toReversed())), hash);
  assert.equal(hashOf(await fill(newPath(), [...records, ...records])), hash);
  assert.notEqual(hashOf(await fill(newPath(), records.slice(1))), hash);
  assert.notEqual(
    hashOf(await fill(newPath(), [...records.slice(1), advisory('A-1', ['ladle'], { hash: 'x' })])),
    hash,
  );
});

test('of a record that comes twice the later one stays, with its packages, in whatever order they come', async () => {
  const early = advisory('A-1', ['ladle', 'bowl'], { modified: '2026-01-02T00:00:00Z', hash: 'z' });
  const late = advisory('A-1', ['spoon'], { modified: '2026-01-02T00:00:00.5Z', hash: 'a' });
  const same = advisory('A-1', ['fork'], { modified: '2026-01-02T00:00:00.500Z', hash: 'b' });
  const orders = [
    [early, late, same],
    [same, late, early],
    [late, early, same],
    [same, early, late],
  ];
  const hashes = new Set<string>();
  for (const order of orders) {
    const path = newPath();
    hashes.add(hashOf(await fill(path, order)));
    const store = openStore(path);
    const named = ['ladle', 'bowl', 'spoon', 'fork'].filter((name) => store.candidates(npm(name)).length > 0);
    assert.deepEqual(named, ['fork']);
    store.close();
  }
  assert.equal(hashes.size, 1);
});

test('records of two feeds with the same id stay side by side', async () => {
  const path = newPath();
  await fill(path, [advisory('A-1', ['ladle'], { feed: 'other' }), advisory('A-1', ['ladle'])]);
  const store = openStore(path);
  assert.deepEqual(
    store.candidates(npm('ladle')).map(({ feed }) => feed),
    ['osv', 'other'],
  );
  store.close();
});

test('a copy of a store is the store', async () => {
  const [path, copy] = [newPath(), join(folder, 'copy.sqlite')];
  const content = await fill(path, [advisory('A-1', ['ladle'])]);
  copyFileSync(path, copy);
  const store = openStore(copy);
  assert.deepEqual(store.content(), content);
  store.close();
});
