import { join } from 'node:path';
import type { Clock, Host, Stores, Typesetter } from '../app/host.ts';
import { UsageError } from '../base/errors.ts';
import { cacheFolder } from './cache-folder.ts';
import { filesBelow } from './files/files.ts';

/**
 * Where the host stands: the root of the repository, the folder that relative addresses start from, and where answers are
 * kept, which is that of this user when nobody says.
 */
export type Standing = { readonly root: string; readonly cwd?: string; readonly cache?: string };

/** The real world below one folder; what is heavy in it is loaded when it is first used. Throws `UsageError`. */
export function nodeHost({ root, cwd = root, cache }: Standing): Host {
  return {
    files: filesBelow(root),
    keep: async (pieces) => (await import('./files/scratch-file.ts')).keepInScratchFile(pieces),
    clock: clockOf(process.env['SOURCE_DATE_EPOCH']),
    stores,
    typesetter,
    openState: async (name) => (await import('./open-state.ts')).openState(name, root, cwd),
    openFile: async (name) => (await import('./files/open-file.ts')).openFile(name, cwd),
    openRegistries: async (trusted) => {
      const { openRegistries } = await import('./registries/open-registries.ts');
      return openRegistries(root, cache ?? cacheFolder(), process.env, undefined, trusted);
    },
    openTracker: async (place) => {
      const [{ openTracker }, { answerCache }] = await Promise.all([
        import('./network/tracker-source.ts'),
        import('./network/answer-cache.ts'),
      ]);
      const answers = answerCache(join(cache ?? cacheFolder(), 'tureen', 'trackers'));
      return openTracker(place, root, process.env, undefined, answers);
    },
    openSource: async (address, options) => {
      const [{ openSource }, { remembered }, { answerCache }] = await Promise.all([
        import('./network/feed-source.ts'),
        import('./network/remembered.ts'),
        import('./network/answer-cache.ts'),
      ]);
      const source = openSource(address, cwd, options);
      const isFolder = source.list !== undefined;
      return isFolder
        ? source
        : remembered(source, address, () => answerCache(join(cache ?? cacheFolder(), 'tureen', 'sources')));
    },
  };
}

/**
 * The clock, or the instant of SOURCE_DATE_EPOCH in seconds since 1970, before the year 10000, which RFC 3339 cannot
 * write. Throws `UsageError` for any other value.
 */
export function clockOf(epoch: string | undefined): Clock {
  if (epoch === undefined || epoch === '') return { now: () => new Date(), heldBy: undefined };
  const instant = new Date(Number(epoch) * 1000);
  if (/^\d+$/.test(epoch) && instant.getUTCFullYear() < 10_000)
    return { now: () => instant, heldBy: 'SOURCE_DATE_EPOCH' };
  throw new UsageError(
    `SOURCE_DATE_EPOCH is "${epoch}", which is no number of seconds since 1970`,
    'Set it to a whole number such as 1767225600, or unset it.',
  );
}

const stores: Stores = {
  get defaultPath() {
    return join(cacheFolder(), 'tureen', 'advisories.sqlite');
  },
  open: async (path) => (await import('./store/advisory-store.ts')).openStore(path),
  build: async (path) => (await import('./store/store-builder.ts')).buildStore(path),
  update: async (path) => (await import('./store/store-builder.ts')).updateStore(path),
  unload: async (path) => (await import('./store/store-unloading.ts')).unloadStore(path),
};

const typesetter: Typesetter = {
  pdf: async (markup, made) => (await import('./typesetting/typesetter.ts')).typesetter.pdf(markup, made),
};
