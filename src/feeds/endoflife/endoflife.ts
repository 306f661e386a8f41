import { hash } from 'node:crypto';
import { beginning } from '../../base/one-line.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { leadsOut } from '../../base/archives/leads-out.ts';
import { zipEntries, ZipProblem } from '../../base/archives/zip-entries.ts';
import type { ProductSupport } from '../../model/anomalies/fact.ts';
import type { ListFeed, ListRecord } from '../../model/plugs/feed.ts';
import { apiSchema, productOfApi } from './endoflife-api.ts';
import { productOfPage } from './endoflife-page.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import { unreadableEntry, type ReadPart } from '../read-flawed.ts';

/** Until when products are supported: the API of endoflife.date (version 1), or an archive of its repository. */
export const endoflife: ListFeed = {
  name: 'endoflife',
  title: 'endoflife.date',
  requests: ['products/full', 'full.json', 'all.zip'],
  records: (path, answer) => (path.endsWith('.zip') ? recordsOfArchive(answer) : recordsOfApi(answer)),
};

function* recordsOfApi(answer: Uint8Array): Iterable<ListRecord> {
  const checked = checkSchema(apiSchema, parseJsonBytes(answer));
  if (!checked.ok) {
    yield { kind: 'damaged', reason: `it is no list of products in JSON: it begins with "${beginning(answer)}"` };
    return;
  }
  const { schema_version: edition, generated_at: dated, result } = checked.value;
  yield { kind: 'edition', edition, dated, hash: hash('sha256', answer) };
  for (const [index, product] of result.entries()) yield* told(`product ${index + 1}`, productOfApi(product));
}

function* recordsOfArchive(archive: Uint8Array): Iterable<ListRecord> {
  try {
    const pages = zipEntries(archive).filter(({ path }) => /(?:^|\/)products\/[^/]+\.md$/.test(path));
    if (pages.length === 0) {
      yield { kind: 'damaged', reason: 'it holds no file products/<name>.md' };
      return;
    }
    yield { kind: 'edition', edition: undefined, dated: undefined, hash: hash('sha256', archive) };
    for (const { path, bytes, open } of pages) {
      const reason = leadsOut(path)
        ? 'its path leads out of the archive'
        : bytes > largestPage
          ? `it has ${bytes} bytes, more than any real page`
          : undefined;
      if (reason === undefined) yield* told(path, productOfPage(path, open()));
      else yield { kind: 'unreadable', name: path, reason };
    }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    yield { kind: 'damaged', reason: `${error.message}: it begins with "${beginning(archive)}"` };
  }
}

const largestPage = 4 * 1024 * 1024;

function* told(name: string, read: ReadPart<ProductSupport>): Iterable<ListRecord> {
  if (read.flaw !== undefined) yield unreadableEntry(name, read);
  if (read.value !== undefined) yield { kind: 'support', fact: read.value };
}
