import type { ListSource } from '../../model/anomalies/list-source.ts';
import type { SoupListColumns } from '../../model/records/soup-list-columns.ts';
import type { YamlValue } from '../../records/editing/render-yaml.ts';
import type { ListedRow } from './list-rows.ts';

/** The file, sheet and hash of a list. */
export type ListFile = Pick<ListSource, 'file' | 'sheet' | 'sha256'>;

/**
 * The keys of a record that a row answers. What asks for a judgement, such as a licence or a class, stays a statement
 * under the title of its column.
 */
export function describeRow(
  { row, says }: ListedRow,
  columns: SoupListColumns,
  { file, sheet, sha256 }: ListFile,
  soup: string,
): Readonly<Record<string, YamlValue>> {
  const maker = says.get('manufacturer');
  const purpose = says.get('purpose');
  const requirements = linesOf(says.get('requirements'));
  const id = soup
    .slice('pkg:'.length)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const kept = [...says].flatMap(([field, text]) => (inRecord.has(field) ? [] : [[columns[field] ?? field, text]]));
  return {
    ...(maker !== undefined && { manufacturer: { name: maker, source: `${file}, row ${row}` } }),
    ...(purpose !== undefined && { purpose }),
    ...(requirements.length > 0 && {
      requirements: requirements.map((text, at) => ({ id: `REQ-${id}-${at + 1}`, kind: 'functional', text })),
    }),
    importedFrom: {
      file,
      sheet,
      row,
      sha256,
      ...(kept.length > 0 && { said: Object.fromEntries(kept) as Readonly<Record<string, string>> }),
    },
  };
}

/** The requirements of a cell: one a line, without the signs of a list. */
export function linesOf(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•–]|\d{1,3}[.)])\s+/, '').trim())
    .filter((line) => line !== '');
}

const inRecord: ReadonlySet<string> = new Set([
  'title',
  'purl',
  'ecosystem',
  'manufacturer',
  'purpose',
  'requirements',
]);
