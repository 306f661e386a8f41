import { hash } from 'node:crypto';
import { isCve } from '../../base/anomalies/is-cve.ts';
import { isDay } from '../../base/day.ts';
import { parseCsv } from '../../base/formats/tables/csv.ts';
import { beginning, oneLine } from '../../base/one-line.ts';
import type { ListRecord } from '../../model/plugs/feed.ts';

/** Reads a catalogue of exploited vulnerabilities in CSV, as mirrors of CISA's keep it; it states no edition of its own. */
export function* recordsOfCsv(answer: Uint8Array): Iterable<ListRecord> {
  const csv = parseCsv(new TextDecoder().decode(answer));
  const [heading, ...rows] = 'rows' in csv ? csv.rows : [];
  const names = heading?.cells.map((cell) => cell.trim()) ?? [];
  const column = (name: string) => names.indexOf(name);
  if (!('rows' in csv) || column('cveID') === -1 || column('dateAdded') === -1 || rows.length === 0) {
    const why = 'rows' in csv ? '' : ` (line ${csv.at.line}: ${csv.message})`;
    yield { kind: 'damaged', reason: `it is no catalogue in CSV${why}: it begins with "${beginning(answer)}"` };
    return;
  }
  const days = rows.flatMap(({ cells }) => cells[column('dateAdded')] ?? []).filter(isDay);
  yield { kind: 'edition', edition: undefined, dated: days.toSorted().at(-1), hash: hash('sha256', answer) };
  for (const { cells, line } of rows) {
    const cell = (name: string) => cells[column(name)]?.trim() ?? '';
    const [id, added, due] = [cell('cveID'), cell('dateAdded'), cell('dueDate')];
    const isKept = isCve(id);
    if (!isKept || !isDay(added))
      yield {
        kind: 'unreadable',
        name: `line ${line}`,
        reason: `"${oneLine(`${id},${added}`, 60)}" is not a CVE with the day on which it was added`,
        ...(isKept && { kept: true }),
      };
    if (!isKept) continue;
    const ransomware = cell('knownRansomwareCampaignUse') === 'Known' ? 'known' : 'unknown';
    yield {
      kind: 'exploited',
      fact: {
        id,
        by: 'KEV in CSV',
        added: isDay(added) ? added : undefined,
        due: isDay(due) ? due : undefined,
        ransomware,
      },
    };
  }
}
