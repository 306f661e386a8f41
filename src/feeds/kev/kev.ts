import { hash } from 'node:crypto';
import { z } from 'zod';
import { zipEntries, ZipProblem } from '../../base/archives/zip-entries.ts';
import { beginning, oneLine } from '../../base/one-line.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { KnownExploited } from '../../model/anomalies/fact.ts';
import type { ListFeed, ListRecord } from '../../model/plugs/feed.ts';
import { euvdPages } from './euvd-pages.ts';
import { recordsOfCsv } from './kev-csv.ts';
import { isEntryList, recordsOfEntries } from './kev-entries.ts';
import { isEuropeanList, recordsOfEurope } from './kev-europe.ts';
import { cveId } from '../cve/cve-id.ts';
import { readFlawed, unreadableEntry } from '../read-flawed.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';

/** A catalogue of known exploited vulnerabilities: CISA's, any other in its JSON or CSV format, VulnCheck's, or ENISA's. */
export const kev: ListFeed = {
  name: 'kev',
  title: 'KEV',
  requests: [
    'known_exploited_vulnerabilities.json',
    'known_exploited_vulnerabilities.csv',
    'vulncheck_known_exploited_vulnerabilities.json',
    'eukev.json',
  ],
  endings: ['/kev/dump'],
  pages: euvdPages,
  records: (path, answer) => {
    if (path.endsWith('.csv')) return recordsOfCsv(answer);
    const bytes = path.endsWith('.zip') ? onlyFile(answer) : answer;
    return bytes instanceof Uint8Array ? recordsOf(bytes) : [{ kind: 'damaged', reason: bytes.reason }];
  },
};

/** A catalogue may be packed as the one file of an archive. */
function onlyFile(archive: Uint8Array): Uint8Array | { readonly reason: string } {
  try {
    const [entry, ...others] = zipEntries(archive).filter(({ path }) => path.endsWith('.json'));
    if (entry === undefined || others.length > 0) return { reason: 'its archive does not hold one file of JSON' };
    return entry.bytes > largest ? { reason: `"${entry.path}" has ${entry.bytes} bytes` } : entry.open();
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error;
    return { reason: error.message };
  }
}

/** Real catalogues have a few megabytes. */
const largest = 2 ** 28;

const catalogueSchema = z.object({
  title: z.string().optional(),
  catalogVersion: z.string(),
  dateReleased: z.string(),
  count: z.number().optional(),
  vulnerabilities: z.array(z.unknown()).min(1),
});

const entrySchema = z.object({
  cveID: cveId,
  dateAdded: z.iso.date().optional(),
  dueDate: z.iso.date().optional(),
  knownRansomwareCampaignUse: z.string().optional(),
});

function* recordsOf(answer: Uint8Array): Iterable<ListRecord> {
  const value = parseJsonBytes(answer);
  if (isEuropeanList(value)) {
    yield* recordsOfEurope(value, answer);
    return;
  }
  if (isEntryList(value)) {
    yield* recordsOfEntries(value, answer);
    return;
  }
  const checked = checkSchema(catalogueSchema, value);
  if (!checked.ok) {
    yield { kind: 'damaged', reason: `it is no catalogue in JSON: it begins with "${beginning(answer)}"` };
    return;
  }
  const { title = '', catalogVersion, dateReleased, count, vulnerabilities } = checked.value;
  if (count !== undefined && count !== vulnerabilities.length) {
    yield { kind: 'damaged', reason: `it says that it holds ${count} entries, and holds ${vulnerabilities.length}` };
    return;
  }
  yield { kind: 'edition', edition: catalogVersion, dated: dateReleased, hash: hash('sha256', answer) };
  const by = /\bCISA\b/.test(title) ? 'CISA' : oneLine(title, 60) || 'KEV';
  for (const [index, entry] of vulnerabilities.entries()) {
    const read = readFlawed(entrySchema, entry);
    if (read.flaw !== undefined) yield unreadableEntry(read.value?.cveID ?? `entry ${index + 1}`, read);
    if (read.value !== undefined) yield { kind: 'exploited', fact: factOf(read.value, by) };
  }
}

function factOf(
  { cveID: id, dateAdded: added, dueDate: due, knownRansomwareCampaignUse: use }: z.infer<typeof entrySchema>,
  by: string,
): KnownExploited {
  return { id, by, added, due, ransomware: use === 'Known' ? 'known' : 'unknown' };
}
