import { databaseFeeds, feeds } from '../../feeds/index.ts';
import type { DatabaseRecord } from '../../model/plugs/feed.ts';

/** Reads a record of a feed anew from the bytes that were published; `undefined` for a feed that there is no more. */
export function readPublished(feed: string, path: string, bytes: Uint8Array): DatabaseRecord | undefined {
  const advisories = feeds.find(({ name }) => name === feed);
  if (advisories !== undefined) return advisories.record(bytes);
  const [record] = databaseFeeds.find(({ name }) => name === feed)?.records(path, bytes) ?? [];
  return record;
}
