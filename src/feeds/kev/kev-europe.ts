import { hash } from 'node:crypto';
import { z } from 'zod';
import { checkSchema } from '../../base/formats/schema.ts';
import { oneLine } from '../../base/one-line.ts';
import type { KnownExploited } from '../../model/anomalies/fact.ts';
import type { ListRecord } from '../../model/plugs/feed.ts';

const listed = z.object({ cveID: z.string().nullish(), euvdID: z.string().nullish(), dateReported: z.string() });

const found = z.object({ id: z.string(), aliases: z.string().nullish(), exploitedSince: z.string().nullish() });

const pageSchema = z.object({ items: z.array(z.unknown()).min(1), total: z.number() });

/**
 * Whether a value is a catalogue of ENISA's: the EU KEV (schema v1), which lists what the networks of the member states saw,
 * or an answer of the EUVD to a search for what is exploited.
 */
export function isEuropeanList(value: unknown): boolean {
  if (checkSchema(pageSchema, value).ok) return true;
  return Array.isArray(value) && value.some((one) => checkSchema(z.union([listed, found]), one).ok);
}

/** Reads a catalogue of ENISA's; it states no edition, and one page of several is not the catalogue. */
export function* recordsOfEurope(value: unknown, answer: Uint8Array): Iterable<ListRecord> {
  const page = checkSchema(pageSchema, value);
  const entries: readonly unknown[] = page.ok ? page.value.items : Array.isArray(value) ? value : [];
  if (page.ok && page.value.total !== entries.length) {
    const reason = `it has ${entries.length} of ${page.value.total} entries; put all pages into one list, or take the EU KEV`;
    yield { kind: 'damaged', reason };
    return;
  }
  const read = entries.map(factsOf);
  const days = read.flatMap((told) => (typeof told === 'string' ? [] : told.flatMap(({ added }) => added ?? [])));
  yield { kind: 'edition', edition: undefined, dated: days.toSorted().at(-1), hash: hash('sha256', answer) };
  for (const [index, told] of read.entries())
    if (typeof told === 'string') yield { kind: 'unreadable', name: `entry ${index + 1}`, reason: told };
    else for (const fact of told) yield { kind: 'exploited', fact };
}

const kindSchema = z.object({ exploitationType: z.union([z.string(), z.array(z.string())]).nullish() });

/** The facts of an entry, or why it has none. */
function factsOf(entry: unknown): readonly KnownExploited[] | string {
  const ofSearch = checkSchema(found, entry);
  if (ofSearch.ok) {
    const { id, aliases, exploitedSince } = ofSearch.value;
    const ids = (aliases ?? '').split('\n').filter((alias) => cve.test(alias));
    return factsFor(ids, exploitedSince ?? '', { name: id, by: 'EUVD', ransomware: 'unknown' });
  }
  const checked = checkSchema(listed, entry);
  if (!checked.ok) return 'it is no entry of a catalogue';
  const { cveID, euvdID, dateReported } = checked.value;
  const told = checkSchema(kindSchema, entry);
  const ransomware = told.ok && [told.value.exploitationType ?? []].flat().includes('ransomware') ? 'known' : 'unknown';
  const ids = cve.test(cveID ?? '') ? [cveID ?? ''] : [];
  return factsFor(ids, dateReported, { name: cveID ?? euvdID ?? '', by: 'EU KEV', ransomware });
}

type Named = Pick<KnownExploited, 'by' | 'ransomware'> & { readonly name: string };

function factsFor(ids: readonly string[], date: string, { name, by, ransomware }: Named) {
  const added = dayOf(date);
  if (ids.length === 0) return `"${oneLine(name, 40)}" names no CVE`;
  if (added === undefined) return `"${oneLine(date, 40)}" is no day`;
  return ids.map((id) => ({ id, by, added, due: undefined, ransomware }));
}

const cve = /^CVE-\d{4}-\d{4,19}$/;

/** `2026/09/22`, or `Sep 22, 2026, 12:00:00 AM` as the EUVD writes it. */
function dayOf(date: string): string | undefined {
  const [, year, month, day] = /^(20\d\d)[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\d|3[01])(?:T|$)/.exec(date) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}`;
  const [, name = '', at = '', of] = /^([A-Z][a-z]{2}) (\d{1,2}), (20\d\d),/.exec(date) ?? [];
  const number = months.indexOf(name) + 1;
  return of === undefined || number === 0 || Number(at) < 1 || Number(at) > 31
    ? undefined
    : `${of}-${String(number).padStart(2, '0')}-${at.padStart(2, '0')}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
