import { isInnerHost } from '../../../base/is-inner-host.ts';
import type { Host } from '../../host.ts';
import type { FeedSource, SourceOptions } from '../../feed-source.ts';
import { proofEndings } from '../../vex/signature-of.ts';
import { documents, type SilentHosts } from './silent-hosts.ts';

/** Where documents lie with what is beside them: a folder, an address, or an archive. */
export type Shelf = {
  /** The address by which it is known; `undefined` for a folder. */
  readonly address: string | undefined;
  /** The bytes at a path; over a network no more than soon after `most`, which is that of a list when nobody says. */
  readonly get: (path: string, most?: number) => Promise<Uint8Array | undefined>;
};

/** A place on a shelf. */
export type Place = { readonly shelf: Shelf; readonly source: FeedSource; readonly path: string } & Pick<
  Parameters<FeedSource['ask']>[0],
  'query'
>;

/** The place that a list names by a path or an address, or why it cannot be reached. */
export type Reach = (at: string) => Promise<Place | { readonly reason: string }>;

/**
 * What a source may lead to: what lies below it, and from an address to others on the web, as encrypted as it is itself. A
 * folder leads nowhere else, so that what is done without a network stays so. Hosts that stay silent are left alone.
 */
export function reachOf(
  host: Host,
  from: string,
  source: FeedSource,
  { silent, ...options }: SourceOptions & { readonly silent: SilentHosts },
): Reach {
  const isFolder = source.list !== undefined || !URL.canParse(from);
  const main: Shelf = isFolder
    ? { address: undefined, get: source.get }
    : { address: source.address, get: fromNetwork(silent, source) };
  const opened = new Map<string, Promise<FeedSource>>();
  return async (at) => {
    if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(at)) return { shelf: main, source, path: at };
    if (isFolder) return { reason: 'it lies outside of the folder' };
    const url = URL.canParse(at) ? new URL(at) : undefined;
    const path = url === undefined ? undefined : pathOf(url);
    if (url === undefined || path === undefined) return { reason: 'it is no address' };
    const first = new URL(from);
    const root = pathOf(first) ?? '';
    const isBelow = url.origin === first.origin && (root === '' || path.startsWith(`${root}/`));
    if (isBelow && url.search === '')
      return { shelf: main, source, path: root === '' ? path : path.slice(root.length + 1) };
    if (url.protocol !== 'https:' && url.protocol !== first.protocol)
      return { reason: `"${url.protocol}" is not as safe as the source` };
    if (isInnerHost(url.hostname) && !isInnerHost(first.hostname))
      return { reason: `"${url.hostname}" is in a network of your own, of which ${first.host} cannot know` };
    // Name and password are meant for their own host alone.
    const place = url.origin === first.origin ? new URL('/', first).href : `${url.origin}/`;
    const other = opened.get(place) ?? host.openSource(place, { ...options, ledFrom: from });
    opened.set(place, other);
    const query = Object.fromEntries(url.searchParams);
    const there = await other;
    return { shelf: { address: url.origin, get: fromNetwork(silent, there, query) }, source: there, path, query };
  };
}

/** No list of a source is longer. */
const largestList = 2 ** 28;

function fromNetwork(silent: SilentHosts, { address, ask }: FeedSource, query: Place['query'] = {}): Shelf['get'] {
  const host = hostOf(address);
  return async (path, most = largestList) => {
    let length = 0;
    const kind = proofEndings.find((ending) => path.endsWith(ending)) ?? documents;
    const enough = (piece: Uint8Array) => (length += piece.length) > most;
    const answer = await silent.ask(host, kind, () => ask({ path, query, enough }));
    return answer.kind === 'bytes' ? answer.bytes : undefined;
  };
}

/** The host of an address, by which it is left alone. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** The path of an address without escapes; `undefined` where one is broken. */
export function pathOf({ pathname }: URL): string | undefined {
  try {
    return pathname
      .split('/')
      .filter((step) => step !== '')
      .map(decodeURIComponent)
      .join('/');
  } catch {
    return undefined;
  }
}
