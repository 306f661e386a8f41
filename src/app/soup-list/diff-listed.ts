import type { SoupItem } from '../../model/records/soup-item.ts';
import { linesOf } from './describe-row.ts';
import type { ListedRow } from './list-rows.ts';

/** A key of which a record and a list say different things; nothing is the empty text. */
export type ListedDifference = { readonly key: string; readonly recorded: string; readonly listed: string };

/** What a row says otherwise than the record that exists; what the row leaves open is no difference. */
export function diffListed(record: SoupItem, { says }: ListedRow): readonly ListedDifference[] {
  const requirements = record.requirements.map(({ text }) => text);
  const pairs = [
    { key: 'title', recorded: record.title, listed: says.get('title') },
    { key: 'manufacturer', recorded: record.manufacturer?.name, listed: says.get('manufacturer') },
    { key: 'purpose', recorded: record.purpose, listed: says.get('purpose') },
    ...linesOf(says.get('requirements'))
      .filter((line) => !requirements.some((one) => plain(one) === plain(line)))
      .map((line) => ({ key: 'requirements', recorded: undefined, listed: line })),
  ];
  return pairs.flatMap(({ key, recorded = '', listed }) =>
    listed === undefined || same(key, recorded, listed) ? [] : [{ key, recorded, listed }],
  );
}

/** A title that differs in capitals alone is the same one. */
function same(key: string, recorded: string, listed: string): boolean {
  const [a, b] = [plain(recorded), plain(listed)];
  return a === b || (key === 'title' && a.toLowerCase() === b.toLowerCase());
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
