import { z } from 'zod';
import { leadsOut } from '../../base/archives/leads-out.ts';
import { parseCsv } from '../../base/formats/tables/csv.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { VexFeed, VexListing } from '../../model/plugs/vex-feed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import { feedIn } from './csaf-rolie.ts';
import { placeBeside, placeOf } from './place-of.ts';

/** A provider of CSAF 2.0 (7.1): its metadata, then feeds of ROLIE or folders with changes.csv and index.txt. */
export const csafProvider: VexFeed = {
  name: 'csaf-provider',
  title: 'CSAF provider',
  entries: ['.well-known/csaf/provider-metadata.json', 'provider-metadata.json', 'changes.csv', 'index.txt'],
  listed: (at, answer) => {
    if (at.endsWith('provider-metadata.json')) return distributionsIn(at, answer);
    if (at.endsWith('changes.csv')) return changesIn(at, answer);
    return at.endsWith('index.txt') ? indexIn(at, answer) : feedIn(at, answer);
  },
};

const metadataSchema = z.object({
  canonical_url: z.string(),
  role: z.string().optional(),
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

const openLabels: ReadonlySet<string> = new Set(['WHITE', 'CLEAR', 'UNLABELED']);

function* distributionsIn(at: string, answer: Uint8Array): Iterable<VexListing> {
  const metadata = checkSchema(metadataSchema, parseJsonBytes(answer));
  if (!metadata.ok) {
    yield { kind: 'damaged', reason: 'it is no metadata of a provider' };
    return;
  }
  const { canonical_url: own, role, public_openpgp_keys: keys = [], distributions = [] } = metadata.value;
  const place = (address: string) => placeOf(address, own, at);
  if (role === 'csaf_trusted_provider') yield { kind: 'promise' };
  for (const { url, fingerprint } of keys)
    yield { kind: 'key', at: place(url), ...(fingerprint !== undefined && { fingerprint }) };
  if (distributions.length === 0)
    yield { kind: 'unusable', name: at, reason: 'it names no place where its documents lie (7.1.7)' };
  for (const { directory_url: folder, rolie } of distributions) {
    if (folder !== undefined) {
      const files = folder.replace(/\/?$/, '/');
      yield { kind: 'list', at: place(`${files}changes.csv`), otherwise: place(`${files}index.txt`) };
    }
    for (const { url, tlp_label: label = 'UNLABELED' } of rolie?.feeds ?? [])
      yield openLabels.has(label) ? { kind: 'list', at: place(url) } : { kind: 'withheld', at: place(url), label };
  }
}

/** Lines of `"<path>","<instant>"`, the newest first (7.1.13); paths are relative to the list. */
function* changesIn(at: string, answer: Uint8Array): Iterable<VexListing> {
  const table = parseCsv(new TextDecoder().decode(answer));
  if (!('rows' in table)) {
    yield { kind: 'damaged', reason: `it is no CSV: ${table.message}` };
    return;
  }
  let named = 0;
  for (const { cells } of table.rows) {
    const [file = '', changed] = cells;
    if (!file.endsWith('.json')) continue;
    named++;
    yield documentBeside(at, file, changed);
  }
  if (named === 0 && table.rows.some(({ cells }) => cells.some((cell) => cell.trim() !== '')))
    yield { kind: 'damaged', reason: 'none of its lines names a document' };
}

function* indexIn(at: string, answer: Uint8Array): Iterable<VexListing> {
  const lines = new TextDecoder()
    .decode(answer)
    .split('\n')
    .map((line) => line.trim());
  const files = lines.filter((line) => line.endsWith('.json'));
  if (files.length === 0 && lines.some((line) => line !== ''))
    yield { kind: 'damaged', reason: 'none of its lines names a document' };
  for (const file of files) yield documentBeside(at, file);
}

function documentBeside(list: string, file: string, changed?: string): VexListing {
  if (leadsOut(file)) return { kind: 'unusable', name: file, reason: 'its path leads out of the folder of the list' };
  return { kind: 'document', at: placeBeside(list, file), ...(changed !== undefined && { changed: changed.trim() }) };
}
