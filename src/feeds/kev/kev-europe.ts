import { hash } from 'node:crypto';
import { z } from 'zod';
import { isCve } from '../../base/anomalies/is-cve.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import { oneLine } from '../../base/one-line.ts';
import type { KnownExploited } from '../../model/anomalies/fact.ts';
import type { ListRecord } from '../../model/plugs/feed.ts';
import { europeanDay } from './european-day.ts';

const optional = z.string().nullish();

/** An entry of the EU KEV (its schema v1), of the EUVD's dump of what CISA and the EU list, and of a search of the EUVD. */
const listed = z.object({ cveID: optional, euvdID: optional, dateReported: z.string(), dateAdded: optional });
const dumped = z.object({ cveId: optional, euvdId: optional, dateAdded: z.string(), sources: z.array(z.string()) });
const found = z.object({ id: z.string(), aliases: optional, exploitedSince: optional });

const pageSchema = z.object({ items: z.array(z.unknown()).min(1), total: z.number() });

/**
 * Whether a value is a catalogue of ENISA's: the EU KEV, which lists what the networks of the member states saw, the dump of
 * the EUVD, which adds that of CISA, or an answer of the EUVD to a search for what is exploited.
 */
export function isEuropeanList(value: unknown): boolean {
  if (checkSchema(pageSchema, value).ok) return true;
  return Array.isArray(value) && value.some((one) => checkSchema(z.union([listed, dumped, found]), one).ok);
}

/** Reads a catalogue of ENISA's; it states no edition, and one page of several is not the catalogue. */
export function* recordsOfEurope(value: unknown, answer: Uint8Array): Iterable<ListRecord> {
  const page = checkSchema(pageSchema, value);
  const entries: readonly unknown[] = page.ok ? page.value.items : Array.isArray(value) ? value : [];
  if (page.ok && page.value.total !== entries.length) {
    const reason = `it has ${entries.length} of ${page.value.total} entries; name the address of the search itself, which is asked for all pages, or the one that ends in /kev/dump`;
    yield { kind: 'damaged', reason };
    return;
  }
  const read = entries.map(factsOf);
  const days = read.flatMap(({ facts }) => facts.flatMap(({ added }) => added ?? []));
  yield { kind: 'edition', edition: undefined, dated: days.toSorted().at(-1), hash: hash('sha256', answer) };
  for (const [index, { facts, flaw }] of read.entries()) {
    if (flaw !== undefined)
      yield { kind: 'unreadable', name: `entry ${index + 1}`, reason: flaw, ...(facts.length > 0 && { kept: true }) };
    for (const fact of facts) yield { kind: 'exploited', fact };
  }
}

/** The facts of an entry, and what is wrong with it; a vulnerability that is exploited is so on whatever day it was listed. */
type ReadEntry = { readonly facts: readonly KnownExploited[]; readonly flaw?: string };

function factsOf(entry: unknown): ReadEntry {
  const ofSearch = checkSchema(found, entry);
  if (ofSearch.ok) {
    const { id, aliases, exploitedSince } = ofSearch.value;
    const ids = (aliases ?? '').split('\n').filter(isCve);
    return factsFor(ids, exploitedSince ?? '', { name: id, by: 'EUVD', ransomware: 'unknown' });
  }
  const ofDump = checkSchema(dumped, entry);
  if (ofDump.ok) {
    const { cveId, euvdId, dateAdded, sources } = ofDump.value;
    const by = oneLine(`EUVD${sources.length === 0 ? '' : ` after ${sources.map(catalogueOf).join(' and ')}`}`, 80);
    return factsFor(cvesIn(cveId), dateAdded, { name: cveId ?? euvdId ?? '', by, ransomware: 'unknown' });
  }
  const checked = checkSchema(listed, entry);
  if (!checked.ok) return { facts: [], flaw: 'it is no entry of a catalogue' };
  const { cveID, euvdID, dateReported, dateAdded } = checked.value;
  const date = dateAdded ?? dateReported;
  return factsFor(cvesIn(cveID), date, { name: cveID ?? euvdID ?? '', by: 'EU KEV', ransomware: ransomwareIn(entry) });
}

/** What the dump calls the catalogues that it is made of. */
function catalogueOf(source: string): string {
  if (source === 'cisa_kev') return 'CISA';
  return /^eu_?kev(?:_kev)?$/.test(source) ? 'EU KEV' : source;
}

const kindSchema = z.object({ exploitationType: z.union([z.string(), z.array(z.string())]).nullish() });

/** A list of kinds, of which the earlier form of the catalogue has one, in any case. */
function ransomwareIn(entry: unknown): KnownExploited['ransomware'] {
  const told = checkSchema(kindSchema, entry);
  const kinds = told.ok ? [told.value.exploitationType ?? []].flat() : [];
  return kinds.some((kind) => kind.toLowerCase() === 'ransomware') ? 'known' : 'unknown';
}

type Named = Pick<KnownExploited, 'by' | 'ransomware'> & { readonly name: string };

function factsFor(ids: readonly string[], date: string, { name, by, ransomware }: Named): ReadEntry {
  const added = europeanDay(date);
  if (ids.length === 0) return { facts: [], flaw: `"${oneLine(name, 40)}" names no CVE` };
  const facts = ids.map((id) => ({ id, by, added, due: undefined, ransomware }));
  return { facts, ...(added === undefined && { flaw: `"${oneLine(date, 40)}" is no day` }) };
}

function cvesIn(id: string | null | undefined): readonly string[] {
  return id !== undefined && id !== null && isCve(id) ? [id] : [];
}
