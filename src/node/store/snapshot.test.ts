import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { advisory } from '../../../test/sample-advisory.ts';
import { snapshotHash } from './snapshot.ts';
import { buildStore } from './store-builder.ts';
import { unloadStore } from './store-unloading.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-snapshot-'));
after(() => rmSync(folder, { recursive: true }));

test('a store of more records than are read at once hashes each of them once, whatever stands in their ids', async () => {
  const ids = Array.from({ length: 9000 }, (_, index) =>
    index % 2 === 0 ? `A-${index}` : `Ü"\u{1F372}\uFFFD-${index}`,
  );
  const path = join(folder, 'many.sqlite');
  const builder = buildStore(path);
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'whole');
  for (const id of ids) builder.add(advisory(id), deflateRawSync('{}'));
  builder.end({ fetched: '2026-11-23T08:00:00.000Z', loaded: '2026-11-23T08:00:00.000Z', unreadable: [] });
  const content = await builder.finish('2026-11-23T08:00:00.000Z');
  const lines = ids.map((id) => {
    const { feed, modified, hash } = advisory(id);
    return Buffer.from(`${JSON.stringify([feed, id, modified, hash])}\n`);
  });
  const text = Buffer.concat(lines.toSorted((a, b) => a.compare(b)));
  const unloading = unloadStore(path);
  assert.ok(unloading !== undefined && text.equals(unloading.snapshot()));
  unloading.close();
  const hash = content.kind === 'filled' ? content.hash : undefined;
  assert.equal(hash, `sha256:${createHash('sha256').update(text).digest('hex')}`);
});

test('of a store in which a faulty disk has made two lines of one no hash is made, and nobody waits for it', async () => {
  const path = join(folder, 'damaged.sqlite');
  const builder = buildStore(path);
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'whole');
  for (const id of ['A-1', 'A-2', 'A-3']) builder.add(advisory(id), deflateRawSync('{}'));
  builder.end({ fetched: '2026-11-23T08:00:00.000Z', loaded: '2026-11-23T08:00:00.000Z', unreadable: [] });
  await builder.finish('2026-11-23T08:00:00.000Z');
  const database = new DatabaseSync(path);
  database.exec("UPDATE line SET text = replace(text, ',', char(10))");
  assert.throws(() => snapshotHash(database), SyntaxError);
  database.close();
});
