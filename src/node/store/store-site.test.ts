import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { HostError } from '../../base/errors.ts';
import { openSite } from './store-site.ts';
import { buildStore, updateStore } from './store-builder.ts';
import { advisory } from '../../../test/sample-advisory.ts';
import { deflateRawSync } from 'node:zlib';

const folder = mkdtempSync(join(tmpdir(), 'tureen-site-'));
after(() => rmSync(folder, { recursive: true }));

const fetched = '2026-11-23T08:00:00.000Z';
const source = { feed: 'osv', from: '/mirror', ecosystem: 'npm' };

test(
  'a draft that somebody removed is told in the end, and the old store stays',
  { skip: process.platform === 'win32' },
  async () => {
    const path = join(folder, 'advisories.sqlite');
    const first = buildStore(path);
    first.begin(source, 'whole');
    first.add(advisory('A-1'), deflateRawSync('{}'));
    first.end({ fetched, loaded: fetched, unreadable: [] });
    await first.finish(fetched);
    const old = readFileSync(path);
    const builder = await updateStore(path)?.start();
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.new'))) rmSync(join(folder, name));
    builder?.begin(source, 'changes');
    builder?.add(advisory('A-2'), deflateRawSync('{}'));
    builder?.end({ fetched, loaded: fetched, unreadable: [] });
    await assert.rejects(async () => builder?.finish(fetched), HostError);
    assert.deepEqual([readFileSync(path).equals(old), readdirSync(folder)], [true, ['advisories.sqlite']]);
  },
);

test('what is left of a dead process here is removed, and what one elsewhere may still write is not', () => {
  const path = join(folder, 'shared.sqlite');
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const elsewhere = `.shared.sqlite.${process.pid}.7.7.7.another.new`;
  const names = [elsewhere, `${elsewhere}-journal`];
  for (const name of [...names, `.shared.sqlite.${gone}.new`]) writeFileSync(join(folder, name), '');
  const site = openSite(path);
  assert.deepEqual(
    readdirSync(folder).filter((name) => name.startsWith('.shared')),
    names,
  );
  site.clear();
  for (const name of names) rmSync(join(folder, name));
});

test('a draft that is not there is no draft that the disk has taken', async () => {
  const site = openSite(join(folder, 'none.sqlite'));
  await assert.rejects(site.flush(), HostError);
  assert.deepEqual(readdirSync(folder), ['advisories.sqlite']);
});
