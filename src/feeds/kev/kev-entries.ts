import { hash } from 'node:crypto';
import { z } from 'zod';
import { isDay } from '../../base/day.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { cveId } from '../cve/cve-id.ts';
import { readFlawed, unreadableEntry } from '../read-flawed.ts';
import type { ListRecord } from '../../model/plugs/feed.ts';

const pageSchema = z.object({
  data: z.array(z.unknown()).min(1),
  _meta: z.object({ total_pages: z.number() }).optional(),
});

const instant = z
  .string()
  .refine((text) => isDay(text.slice(0, 10)) && (text.length === 10 || text[10] === 'T'), 'is no instant');

const entrySchema = z.object({
  cve: z.array(cveId).min(1),
  date_added: instant.optional(),
  dueDate: instant.nullish(),
  knownRansomwareCampaignUse: z.string().nullish(),
});

/** Whether a value is a catalogue of exploited vulnerabilities in VulnCheck's form: entries, each of one or more CVEs. */
export function isEntryList(value: unknown): boolean {
  return checkSchema(pageSchema, pageOf(value)).ok;
}

/** Reads VulnCheck's catalogue (KEV, version 3); it states no edition, and one page of several is not the catalogue. */
export function* recordsOfEntries(value: unknown, answer: Uint8Array): Iterable<ListRecord> {
  const page = checkSchema(pageSchema, pageOf(value));
  const { data, _meta: meta } = page.ok ? page.value : { data: [] };
  if ((meta?.total_pages ?? 1) > 1) {
    yield { kind: 'damaged', reason: `it is one page of ${meta?.total_pages}; fetch the catalogue as a whole` };
    return;
  }
  const read = data.map((entry) => readFlawed(entrySchema, entry));
  const days = read.flatMap(({ value: told }) => told?.date_added?.slice(0, 10) ?? []);
  yield { kind: 'edition', edition: undefined, dated: days.toSorted().at(-1), hash: hash('sha256', answer) };
  for (const [index, entry] of read.entries()) {
    if (entry.flaw !== undefined) yield unreadableEntry(entry.value?.cve[0] ?? `entry ${index + 1}`, entry);
    if (entry.value === undefined) continue;
    const { cve, date_added: added, dueDate, knownRansomwareCampaignUse } = entry.value;
    const ransomware = knownRansomwareCampaignUse === 'Known' ? 'known' : 'unknown';
    for (const id of cve)
      yield {
        kind: 'exploited',
        fact: { id, by: 'VulnCheck', added: added?.slice(0, 10), due: dueDate?.slice(0, 10), ransomware },
      };
  }
}

function pageOf(value: unknown): unknown {
  return Array.isArray(value) ? { data: value } : value;
}
