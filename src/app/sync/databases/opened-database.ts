import { HostError } from '../../../base/errors.ts';
import { databaseFeeds } from '../../../feeds/index.ts';
import type { DatabaseName } from '../../../model/anomalies/database-source.ts';
import type { DatabasePages } from '../../../model/plugs/database-pages.ts';
import type { DatabaseFeed } from '../../../model/plugs/feed.ts';
import type { Host } from '../../host.ts';
import type { FeedSource, SourceOptions } from '../../feed-source.ts';
import { interfaceAt } from '../interface-at.ts';
import { sourceFor } from '../source-for.ts';

/** A database to fetch: which one, and the folder, file or address that it lies at. */
export type NamedDatabase = {
  readonly feed: DatabaseName;
  readonly from: string;
  /** The environment variable that holds a key for its interface, where it is not the usual one. */
  readonly tokenFrom?: string | undefined;
};

/** A database whose place was opened: an interface that answers page by page, files of a known layout, or one file. */
export type OpenedDatabase = {
  readonly feed: DatabaseFeed;
  readonly from: string;
  readonly source: FeedSource;
  readonly at:
    | { readonly kind: 'pages'; readonly pages: DatabasePages; readonly path: string }
    | { readonly kind: 'files' }
    | { readonly kind: 'file'; readonly path: string };
};

/** Opens the place of a database; an address that ends as that of its interface is one. Throws `UsageError`. */
export async function openDatabase(
  host: Host,
  { feed: name, from, tokenFrom }: NamedDatabase,
  options?: SourceOptions,
): Promise<OpenedDatabase> {
  const feed = databaseFeeds.find((each) => each.name === name);
  if (feed === undefined) throw new Error(`there is no feed "${name}"`);
  const opened = async (place: string, more?: SourceOptions) =>
    sourceFor(`${feed.title} database`, await host.openSource(place, { ...options, ...more }));
  const { pages } = feed;
  const entrance = pages && interfaceAt(pages.ending, from);
  if (pages !== undefined && entrance !== undefined) {
    const { place, path } = entrance;
    const [header, prefix] = pages.token;
    const variable = tokenFrom ?? `TUREEN_TOKEN_${name.toUpperCase().replace('-', '_')}`;
    const { headers, pace } = pages;
    const source = await opened(place, { headers, pace, key: { variable, header, prefix } });
    return { feed, from, source, at: { kind: 'pages', pages, path } };
  }
  const [, folder = '', file] = /^(?:(.*)[/\\])?([^/\\]+\.(?:json|gz|zip))$/s.exec(from) ?? [];
  if (file === undefined) return { feed, from, source: await opened(from), at: { kind: 'files' } };
  const place = folder === '' ? (from.startsWith('/') ? '/' : '.') : folder;
  return { feed, from, source: await opened(place), at: { kind: 'file', path: file } };
}

/** The refusal of a database; the old store stays in use. */
export function refuseDatabase(
  { feed: { title }, from }: Pick<OpenedDatabase, 'feed' | 'from'>,
  what: string,
  help: string,
): HostError {
  return new HostError(`the ${title} database at "${from}" ${what}`, `${help} The store was not changed.`);
}
