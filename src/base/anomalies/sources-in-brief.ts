import { counted } from '../counted.ts';

/** What one ecosystem of a source holds, and how many of its records were read this time where not all were. */
export type HeldEcosystem = {
  readonly ecosystem: string;
  readonly records: number;
  readonly from: string;
  readonly read?: number | undefined;
};

/** What each source holds, one line a source however many ecosystems it has. */
export function sourcesInBrief(held: readonly HeldEcosystem[]): readonly string[] {
  return [...Map.groupBy(held, ({ from }) => from)].map(([from, rows]) => {
    const records = rows.reduce((sum, row) => sum + row.records, 0);
    const now = rows.reduce((sum, { read, records: all }) => sum + (read ?? all), 0);
    const read = now < records ? `, ${now} of them read now` : '';
    if (rows.length === 1) return `${rows[0]?.ecosystem}: ${counted(records, 'record')} from ${from}${read}`;
    const each = rows.map((row) => `${row.ecosystem} ${row.records}`).join(', ');
    return `${counted(records, 'record')} of ${rows.length} ecosystems from ${from}${read}: ${each}`;
  });
}
