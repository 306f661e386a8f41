import { z } from 'zod';
import { parseCsv } from '../../base/formats/tables/csv.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { VexFeed, VexListing } from '../../model/plugs/vex-feed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** A provider of CSAF 2.0 (7.1): its metadata, then feeds of ROLIE or folders with changes.csv and index.txt. */
export const csafProvider: VexFeed = {
  name: 'csaf-provider',
  title: 'CSAF provider',
  entries: ['.well-known/csaf/provider-metadata.json', 'provider-metadata.json', 'changes.csv', 'index.txt'],
  listed: (path, answer) => {
    if (path.endsWith('provider-metadata.json')) return distributionsIn(path, answer);
    if (path.endsWith('changes.csv')) return changesIn(path, answer);
    return path.endsWith('index.txt') ? indexIn(path, answer) : feedIn(path, answer);
  },
};

const metadataSchema = z.object({
  canonical_url: z.string(),
  public_openpgp_keys: z.array(z.object({ url: z.string(), fingerprint: z.string().optional() })).optional(),
  distributions: z
    .array(
      z.object({
        directory_url: z.string().optional(),
        rolie: z.object({ feeds: z.array(z.object({ url: z.string(), tlp_label: z.string().optional() })) }).optional(),
      }),
    )
    .optional(),
});

const openLabels: ReadonlySet<string | undefined> = new Set([undefined, 'WHITE', 'CLEAR', 'UNLABELED']);

function* distributionsIn(path: string, answer: Uint8Array): Iterable<VexListing> {
  const metadata = checkSchema(metadataSchema, parseJsonBytes(answer));
  if (!metadata.ok) {
    yield { kind: 'damaged', reason: 'it is no metadata of a provider' };
    return;
  }
  const { canonical_url: own, public_openpgp_keys: keys = [], distributions = [] } = metadata.value;
  for (const { url, fingerprint } of keys) {
    const found = relative(url, own, path);
    if (found === undefined) yield { kind: 'elsewhere', address: url };
    else yield { kind: 'key', path: found, ...(fingerprint !== undefined && { fingerprint }) };
  }
  for (const { directory_url: folder, rolie } of distributions) {
    if (folder !== undefined) yield listAt(`${folder.replace(/\/?$/, '/')}changes.csv`, own, path);
    for (const { url, tlp_label: label } of rolie?.feeds ?? []) if (openLabels.has(label)) yield listAt(url, own, path);
  }
}

/** The root of a source is what remains of a canonical address without the path at which it was asked for. */
function listAt(address: string, own: string, path: string): VexListing {
  const found = relative(address, own, path);
  return found === undefined ? { kind: 'elsewhere', address } : { kind: 'list', path: found };
}

function relative(address: string, own: string, path: string): string | undefined {
  const root = own.endsWith(path) ? own.slice(0, own.length - path.length) : undefined;
  return root !== undefined && root !== '' && address.startsWith(root) ? address.slice(root.length) : undefined;
}

/** Lines of `"<path>","<instant>"`, the newest first (7.1.13); paths are relative to the list. */
function* changesIn(path: string, answer: Uint8Array): Iterable<VexListing> {
  const table = parseCsv(new TextDecoder().decode(answer));
  if (!('rows' in table)) {
    yield { kind: 'damaged', reason: `it is no CSV: ${table.message}` };
    return;
  }
  for (const { cells } of table.rows) {
    const [file = '', changed] = cells;
    if (file.endsWith('.json'))
      yield { kind: 'document', path: beside(path, file), ...(changed !== undefined && { changed }) };
  }
}

function* indexIn(path: string, answer: Uint8Array): Iterable<VexListing> {
  for (const line of new TextDecoder().decode(answer).split('\n')) {
    const file = line.trim();
    if (file.endsWith('.json')) yield { kind: 'document', path: beside(path, file) };
  }
}

function beside(list: string, file: string): string {
  return `${list.slice(0, list.lastIndexOf('/') + 1)}${file}`;
}

const linkSchema = z.object({ rel: z.string().optional(), href: z.string() });

const feedSchema = z.object({
  feed: z.object({
    link: z.array(linkSchema),
    entry: z.array(z.object({ updated: z.string().optional(), link: z.array(linkSchema) })),
  }),
});

/** A feed of ROLIE (7.1.15): its link to itself tells where its root is. */
function* feedIn(path: string, answer: Uint8Array): Iterable<VexListing> {
  const feed = checkSchema(feedSchema, parseJsonBytes(answer));
  if (!feed.ok) {
    yield { kind: 'damaged', reason: 'it is no feed of ROLIE' };
    return;
  }
  const { link: links, entry: entries } = feed.value.feed;
  const own = links.find(({ rel }) => rel === 'self')?.href ?? '';
  for (const { updated, link } of entries) {
    const address = link.find(({ rel }) => rel === 'self')?.href;
    if (address === undefined) continue;
    const found = relative(address, own, path);
    if (found === undefined) yield { kind: 'elsewhere', address };
    else yield { kind: 'document', path: found, ...(updated !== undefined && { changed: updated }) };
  }
}
