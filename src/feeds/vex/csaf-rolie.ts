import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import type { VexListing } from '../../model/plugs/vex-feed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import { placeOf } from './place-of.ts';

const linkSchema = z.object({ rel: z.string().optional(), href: z.string() });

const feedSchema = z.object({
  feed: z.object({
    link: z.array(linkSchema).optional(),
    entry: z.array(
      z.object({
        id: z.string().optional(),
        updated: z.string().optional(),
        link: z.array(linkSchema).optional(),
        content: z.object({ src: z.string() }).optional(),
      }),
    ),
  }),
});

/** What a feed of ROLIE names (7.1.15), and where it goes on (RFC 5005, 3 and 4); its link to itself tells where its root is. */
export function* feedIn(at: string, answer: Uint8Array): Iterable<VexListing> {
  const feed = checkSchema(feedSchema, parseJsonBytes(answer));
  if (!feed.ok) {
    yield { kind: 'damaged', reason: 'it is no feed of ROLIE' };
    return;
  }
  const { link: links = [], entry: entries } = feed.value.feed;
  const own = links.find(({ rel }) => rel === 'self')?.href ?? '';
  for (const [index, { id, updated, link = [], content }] of entries.entries()) {
    const address = link.find(({ rel }) => rel === 'self')?.href ?? content?.src;
    if (address === undefined)
      yield { kind: 'unusable', name: `entry ${id ?? index + 1} of ${at}`, reason: 'it has no link to its document' };
    else yield { kind: 'document', at: placeOf(address, own, at), ...(updated !== undefined && { changed: updated }) };
  }
  for (const { rel = '', href } of links)
    if (/^(?:next|prev-archive)$/.test(rel)) yield { kind: 'list', at: placeOf(href, own, at) };
}
