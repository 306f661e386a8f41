import { hash } from 'node:crypto';
import { z } from 'zod';
import { beginning } from '../base/one-line.ts';
import { checkSchema } from '../base/formats/schema.ts';
import type { ListFeed, ListRecord } from '../model/plugs/feed.ts';
import { recordsOfCsv } from './kev-csv.ts';
import { parseJsonBytes } from './parse-json-bytes.ts';

/** The catalogue of known exploited vulnerabilities (CISA), or any other in its JSON or CSV format. */
export const kev: ListFeed = {
  name: 'kev',
  title: 'KEV',
  requests: ['known_exploited_vulnerabilities.json', 'known_exploited_vulnerabilities.csv'],
  records: (path, answer) => (path.endsWith('.csv') ? recordsOfCsv(answer) : recordsOf(answer)),
};

const catalogueSchema = z.object({
  catalogVersion: z.string(),
  dateReleased: z.string(),
  count: z.number().optional(),
  vulnerabilities: z.array(z.unknown()).min(1),
});

const entrySchema = z.object({
  cveID: z.string().regex(/^CVE-\d{4}-\d{4,19}$/, 'is no CVE'),
  dateAdded: z.iso.date(),
  dueDate: z.iso.date().optional(),
  knownRansomwareCampaignUse: z.string().optional(),
});

function* recordsOf(answer: Uint8Array): Iterable<ListRecord> {
  const checked = checkSchema(catalogueSchema, parseJsonBytes(answer));
  if (!checked.ok) {
    yield { kind: 'damaged', reason: `it is no catalogue in JSON: it begins with "${beginning(answer)}"` };
    return;
  }
  const { catalogVersion, dateReleased, count, vulnerabilities } = checked.value;
  if (count !== undefined && count !== vulnerabilities.length) {
    yield { kind: 'damaged', reason: `it says that it holds ${count} entries, and holds ${vulnerabilities.length}` };
    return;
  }
  yield { kind: 'edition', edition: catalogVersion, dated: dateReleased, hash: hash('sha256', answer) };
  for (const [index, entry] of vulnerabilities.entries()) yield recordOf(index, entry);
}

function recordOf(index: number, entry: unknown): ListRecord {
  const checked = checkSchema(entrySchema, entry);
  if (!checked.ok) {
    const [{ keyPath, message } = { keyPath: [], message: 'no entry' }] = checked.problems;
    return { kind: 'unreadable', name: `entry ${index + 1}`, reason: `"${keyPath.join('.')}": ${message}` };
  }
  const { cveID, dateAdded, dueDate, knownRansomwareCampaignUse } = checked.value;
  const ransomware = knownRansomwareCampaignUse === 'Known' ? 'known' : 'unknown';
  return { kind: 'exploited', fact: { id: cveID, added: dateAdded, due: dueDate, ransomware } };
}
