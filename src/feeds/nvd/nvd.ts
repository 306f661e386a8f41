import { hash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { tooDeep } from '../../base/formats/outlandish.ts';
import { beginning } from '../../base/one-line.ts';
import type { DatabaseFeed, DatabaseRecord } from '../../model/plugs/feed.ts';
import { cveId } from '../cve/cve-id.ts';
import { foundCve } from '../cve/found-cve.ts';
import { readNvdRecord } from './nvd-record.ts';
import { nvdPages } from './nvd-pages.ts';
import { nvdPageSchema } from './nvd-schema.ts';
import { archivedRecords } from '../archived-records.ts';
import { parseJsonBytes } from '../parse-json-bytes.ts';
import { unpacked } from '../unpacked.ts';

/** The National Vulnerability Database 2.0: its feeds by year with their proofs, pages of its API, or single entries. */
export const nvd: DatabaseFeed = {
  name: 'nvd',
  title: 'NVD',
  notice: 'This product uses data from the NVD API but is not endorsed or certified by the NVD.',
  requests: (today) => [years(today).map((year) => `nvdcve-2.0-${year}.json.gz`), ['all.zip']],
  changes: ['nvdcve-2.0-modified.json.gz'],
  holds: (path) => path.endsWith('.json') || path.endsWith('.json.gz'),
  proof: { path: (path) => path.replace(/\.json(?:\.gz)?$/, '.meta'), problem: mismatch },
  pages: nvdPages,
  records: (path, answer) => {
    if (path.endsWith('.zip'))
      return archivedRecords(
        answer,
        (name) => name.endsWith('.json'),
        ({ path: name }, bytes) => recordsOf(name, bytes),
      );
    const bytes = unpacked(answer);
    return bytes instanceof Uint8Array ? recordsOf(path, bytes) : [{ kind: 'damaged', reason: bytes.reason }];
  },
};

/** The first feed holds all years before it, too. */
function years(today: string): readonly number[] {
  const last = Number(today.slice(0, 4));
  return Array.from({ length: Math.max(0, last - firstYear + 1) }, (_, index) => firstYear + index);
}

const firstYear = 2002;

/** The proof holds the sha256 of the feed as it is unpacked. */
function mismatch(answer: Uint8Array, proof: Uint8Array): string | undefined {
  const [, stated] = /^sha256:([0-9a-f]{64})\s*$/im.exec(new TextDecoder().decode(proof.subarray(0, 4096))) ?? [];
  if (stated === undefined) return `its .meta holds no sha256: it begins with "${beginning(proof)}"`;
  const bytes = unpacked(answer);
  if (!(bytes instanceof Uint8Array)) return bytes.reason;
  return hash('sha256', bytes) === stated.toLowerCase() ? undefined : 'its sha256 is not the one that its .meta states';
}

function* recordsOf(path: string, bytes: Uint8Array): Iterable<DatabaseRecord> {
  const value = parseJsonBytes(bytes);
  if (value === undefined)
    yield { kind: 'damaged', reason: `it is no JSON in UTF-8: it begins with "${beginning(bytes)}"` };
  else if (typeof value === 'object' && value !== null && 'vulnerabilities' in value)
    yield* recordsOfPage(value, bytes);
  else yield* foundCve(path, readNvdRecord(value, bytes), () => deflateRawSync(bytes));
}

function* recordsOfPage(value: object, bytes: Uint8Array): Iterable<DatabaseRecord> {
  const checked = checkSchema(nvdPageSchema, value);
  if (!checked.ok) {
    yield { kind: 'damaged', reason: `it is no page of the NVD's API 2.0: it begins with "${beginning(bytes)}"` };
    return;
  }
  const { vulnerabilities, resultsPerPage } = checked.value;
  if (vulnerabilities.length !== resultsPerPage) {
    yield {
      kind: 'damaged',
      reason: `it says that it holds ${resultsPerPage} entries, and holds ${vulnerabilities.length}`,
    };
    return;
  }
  for (const [index, entry] of vulnerabilities.entries()) {
    const name = nameOf(entry) ?? `entry ${index + 1}`;
    const refused = tooDeep(entry);
    if (refused !== undefined) {
      yield { kind: 'unreadable', name, reason: refused };
      continue;
    }
    const document = Buffer.from(JSON.stringify(entry));
    yield* foundCve(name, readNvdRecord(entry, document), () => deflateRawSync(document, { level: 1 }));
  }
}

const named = z.object({ cve: z.object({ id: cveId }) });

/** What an entry calls itself, whatever else of it cannot be read. */
function nameOf(entry: unknown): string | undefined {
  const checked = checkSchema(named, entry);
  return checked.ok ? checked.value.cve.id : undefined;
}
