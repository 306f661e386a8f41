import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import type { StoreContent, FeedState } from '../src/app/store-content.ts';
import type { PackageKey } from '../src/base/packages/package-key.ts';
import type { Advisory } from '../src/model/anomalies/advisory.ts';
import { openStore } from '../src/node/store/advisory-store.ts';
import { buildStore } from '../src/node/store/store-builder.ts';

/** Where the stores of a test file lie, until its end. */
export const folder = mkdtempSync(join(tmpdir(), 'tureen-store-'));
after(() => rmSync(folder, { recursive: true }));

let stores = 0;

/** A place for a store in a folder that does not exist yet. */
export function newPath(): string {
  return join(folder, `${stores++}`, 'cache', 'advisories.sqlite');
}

/** When all of a store was fetched. */
export const fetched = '2026-11-23T08:00:00.000Z';

/** A record of packages of npm that tells something of everything. */
export function advisory(id: string, packages: readonly string[], part: Partial<Advisory> = {}): Advisory {
  return {
    id,
    feed: 'osv',
    modified: '2026-01-02T00:00:00Z',
    withdrawn: undefined,
    kind: 'vulnerability',
    summary: `About ${id}`,
    aliases: [`CVE-${id}`],
    upstream: ['CVE-2026-8'],
    related: [],
    severities: [{ kind: 'rating', value: 'HIGH' }],
    affected: packages.map((name) => ({
      ecosystem: 'npm',
      name,
      ranges: [{ kind: 'semver', events: [{ introduced: '0' }, { fixed: '1.0.0' }] }],
      versions: ['0.9.0'],
      functions: ['pour'],
    })),
    hash: `hash of ${id}`,
    ...part,
  };
}

/** How a source was read that has no flaw. */
export const state: FeedState = { fetched, loaded: fetched, unreadable: [] };

/** Makes a store of nothing but these records. */
export async function fill(path: string, advisories: readonly Advisory[]): Promise<StoreContent> {
  const builder = buildStore(path);
  builder.begin({ feed: 'osv', from: '/mirror', ecosystem: 'npm' }, 'whole');
  for (const each of advisories) builder.add(each, deflateRawSync(`{"id":"${each.id}"}`));
  builder.end(state);
  return await builder.finish(fetched);
}

/** The hash of what a store holds. */
export function hashOf(content: StoreContent): string {
  return content.kind === 'filled' ? content.hash : 'empty';
}

/** The key of a package of npm. */
export function npm(name: string): PackageKey {
  return { ecosystem: 'npm', name };
}

/** What lies beside a store that nobody is building. */
export function beside(path: string): readonly string[] {
  return readdirSync(join(path, '..')).filter((name) => name !== 'advisories.sqlite');
}

/** The records of the ladle in a store. */
export function ids(path: string): readonly string[] {
  const store = openStore(path);
  const found = store.candidates(npm('ladle'));
  store.close();
  return found.map(({ id }) => id);
}
