import { HostError } from '../../base/errors.ts';
import { loadRecords } from '../../records/load.ts';
import type { Host } from '../host.ts';
import type { NamedDatabase } from './databases/opened-database.ts';
import type { NamedList } from './sync-lists.ts';
import { sync, type SyncRequest, type SyncResult } from './sync.ts';

/** What a person asks `sync` for; what is not said is taken from the device. */
export type DeviceSyncRequest = {
  readonly from: readonly string[];
  readonly ecosystems: readonly string[];
  readonly lists: readonly NamedList[];
  readonly databases?: readonly NamedDatabase[];
  readonly storePath: string;
  readonly full?: boolean;
  readonly progress: NonNullable<SyncRequest['progress']>;
  readonly arrived?: SyncRequest['arrived'];
};

/**
 * Syncs from the sources that the person or `tureen.yaml` names. A folder is loaded whole; over a network only the
 * ecosystems of the inventory are asked for, and those that the store already holds for other devices. What the person names
 * is brought up to date, and the rest of the store stays; without a word the store becomes what `tureen.yaml` names.
 */
export async function syncDevice(host: Host, request: DeviceSyncRequest): Promise<SyncResult> {
  const text = await host.files.read('tureen.yaml');
  const device = text && loadRecords(new Map([['tureen.yaml', text]])).device?.record;
  const from = request.from.length > 0 ? request.from : (device?.advisories.sources ?? []);
  const remote = from.some((address) => /^https?:/i.test(address));
  const needed =
    request.ecosystems.length > 0 || !remote || text === undefined ? request.ecosystems : await ecosystemsOf(host);
  const wanted =
    needed.length === 0 || request.ecosystems.length > 0
      ? needed
      : [...needed, ...(await heldBy(host, request.storePath))];
  return sync(host, {
    from,
    ecosystems: wanted.length === 0 ? undefined : [...new Set(wanted)].toSorted(),
    lists: request.lists.length > 0 ? request.lists : (device?.advisories.lists ?? []),
    databases: request.databases?.length ? request.databases : (device?.advisories.databases ?? []),
    storePath: request.storePath,
    full: request.full === true,
    rest: namesParts(request) ? 'stays' : 'goes',
    progress: request.progress,
    ...(request.arrived !== undefined && { arrived: request.arrived }),
  });
}

/** Whether a person names what is fetched; else that is all that the device wants, and nothing else is to be held. */
function namesParts({ from, ecosystems, lists, databases = [] }: DeviceSyncRequest): boolean {
  return from.length + ecosystems.length + lists.length + databases.length > 0;
}

/**
 * The ecosystems of the inventory, which is taken for those alone who are sparing with a network. OSS-Fuzz speaks of source
 * repositories, too.
 */
async function ecosystemsOf(host: Host): Promise<readonly string[]> {
  const [{ scan }, { packageKeysOf }] = await Promise.all([
    import('../scan.ts'),
    import('../../dossier/evaluation/matching/package-key-of.ts'),
  ]);
  const { components } = (await scan(host)).inventory;
  const keys = components.filter(({ firstParty }) => !firstParty).flatMap(packageKeysOf);
  const named = [...new Set(keys.map(({ ecosystem }) => ecosystem))].toSorted();
  return named.includes('GIT') ? [...named, 'OSS-Fuzz'] : named;
}

/** What the store holds so far; one that cannot be read holds nothing, for `sync` is what mends it. */
async function heldBy(host: Host, storePath: string): Promise<readonly string[]> {
  try {
    const store = await host.stores.open(storePath);
    const content = store.content();
    store.close();
    return content.kind === 'filled' ? content.sources.map(({ ecosystem }) => ecosystem) : [];
  } catch (error) {
    if (error instanceof HostError) return [];
    throw error;
  }
}
