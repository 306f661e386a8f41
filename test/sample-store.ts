import type { Advisory } from '../src/model/anomalies/advisory.ts';
import type { AdvisoryStore, Stores } from '../src/app/host.ts';
import type { StoreContent } from '../src/app/store-content.ts';

/** What a store holds that was filled with records of npm on a day. */
export function npmStore(day: string): StoreContent {
  const newest = `${day}T00:00:00Z`;
  const source = { feed: 'osv', from: '/mirror', ecosystem: 'npm', records: 1, newest };
  return { kind: 'filled', hash: 'sha256:0', fetched: newest, newest, sources: [source] };
}

/** Stores of which each holds the given records, and counts how often a package was asked for. */
export function storesWith(
  records: readonly Advisory[],
  content: StoreContent,
): Stores & { readonly asked: Map<string, number> } {
  const asked = new Map<string, number>();
  const absent = () => {
    throw new Error('nothing is built');
  };
  const store: AdvisoryStore = {
    path: '/store',
    content: () => content,
    candidates: ({ ecosystem, name }) => {
      const key = `${ecosystem}/${name}`;
      asked.set(key, (asked.get(key) ?? 0) + 1);
      return records.filter(({ affected }) => affected.some((one) => one.name === name));
    },
    facts: () => ({ exploited: new Map(), probabilities: new Map(), support: new Map() }),
    cves: () => ({ records: new Map(), byProduct: new Map() }),
    products: () => [],
    document: () => undefined,
    close: () => undefined,
  };
  return {
    defaultPath: '/store',
    open: () => Promise.resolve(store),
    build: absent,
    update: absent,
    unload: absent,
    asked,
  };
}
