import { UsageError } from '../../base/errors.ts';
import { parsePurl, packageOf } from '../../base/packages/purl.ts';
import type { SoupListColumns } from '../../model/records/soup-list-columns.ts';
import { itemFile } from '../../records/scaffolds/file-name.ts';
import { loadRecords } from '../../records/load.ts';
import { scaffoldItem } from '../../records/scaffolds/scaffold-item.ts';
import { sha256 } from '../hash-sources.ts';
import type { Host } from '../host.ts';
import { describeItem } from '../records/describe-item.ts';
import { readNamedFile } from '../read-named-file.ts';
import { openWhole } from '../records/open-whole.ts';
import { openCsv, openWorkbook } from '../tables/open-sheets.ts';
import { chooseColumns } from './choose-columns.ts';
import { describeRow } from './describe-row.ts';
import { diffListed, type ListedDifference } from './diff-listed.ts';
import { listedRows } from './list-rows.ts';
import { matchRows, plainVersion, versionsOf, type MatchedRow, type UnmatchedRow } from './match-rows.ts';
import { readWishes, type SoupListOptions } from './read-wishes.ts';
import { withoutRow, type PackageWithoutRow } from './without-row.ts';

/** A row whose package has a record, and what the two say differently. */
export type RecordedRow = {
  readonly row: number;
  readonly soup: string;
  readonly file: string;
  /** Whether nobody has confirmed the record yet, so that the list may know more. */
  readonly draft: boolean;
  readonly differences: readonly ListedDifference[];
};

/** What an import of a SOUP list came to. */
export type ImportedSoupList = {
  readonly file: string;
  readonly sha256: string;
  readonly sheet: string | undefined;
  readonly headRow: number;
  readonly columns: SoupListColumns;
  /** What of the columns nobody named. */
  readonly guessed: readonly string[];
  /** Titles of columns that nothing is known of; they were not read. */
  readonly unread: readonly string[];
  readonly rows: number;
  readonly drafts: readonly { readonly row: number; readonly soup: string; readonly file: string }[];
  readonly recorded: readonly RecordedRow[];
  readonly rowsWithoutComponent: readonly {
    readonly row: number;
    readonly title: string;
    readonly version: string | undefined;
    readonly near: UnmatchedRow['near'];
  }[];
  readonly componentsWithoutRow: readonly PackageWithoutRow[];
  /** Rows that say something that was not taken: placeholders, other versions, a second row for one package. */
  readonly remarks: readonly string[];
  readonly confirmed: boolean;
  readonly written: boolean;
};

/**
 * Makes drafts of the rows of a SOUP list that people kept in Excel or CSV, for packages that the inventory has. A record
 * that exists stays as it is; what differs is told. Nothing is written before the columns are confirmed. Throws `UsageError`.
 */
export async function importSoupList(host: Host, file: string, options: SoupListOptions): Promise<ImportedSoupList> {
  const { dossier } = await openWhole(host);
  const bytes = await readNamedFile(
    host,
    file,
    'Check the name, and put the list into the repository: records point at it.',
  );
  const wishes = await readWishes(host, options);
  const chosen = chooseColumns(file, await openList(file, bytes), wishes);
  const { head, columns, guessed, confirmed } = chosen;
  const rows = listedRows(head, columns);
  const remembered = new Map(
    dossier.items.flatMap(({ filed: { record } }) =>
      record.importedFrom?.file === file && record.title !== undefined
        ? [[record.title.toLowerCase(), record.soup] as const]
        : [],
    ),
  );
  const { matched, unmatched } = matchRows(rows, dossier, { ...wishes, remembered });
  const source = { file, sheet: head.sheet.name, sha256: sha256(bytes) };
  const records = new Map(dossier.items.map(({ filed }) => [filed.record.soup, filed]));
  const bySoup = Map.groupBy(matched, ({ soup }) => soup);
  const { files } = await host.files.list();
  const taken = new Set(files.map(({ path }) => path.toLowerCase()));
  const drafts: { row: number; soup: string; file: string; text: string }[] = [];
  const recorded: RecordedRow[] = [];
  const remarks = [...rows.flatMap(saidOfRow), ...matched.flatMap(otherVersion), ...wishes.unused(rows)];
  for (const [soup, [first, ...more]] of bySoup) {
    if (first === undefined) continue;
    const { row } = first.listed;
    for (const { listed } of more)
      remarks.push(`row ${listed.row} speaks of ${soup} again, as row ${row} does; its words were not taken`);
    const record = records.get(soup);
    if (record !== undefined) {
      const differences = diffListed(record.record, first.listed);
      recorded.push({ row, soup, file: record.file, draft: record.record.status === 'draft', differences });
      continue;
    }
    const path = itemFile(soup, (one) => taken.has(one));
    const text = draftOf(first);
    const [fault] = loadRecords(new Map([[path, text]])).diagnostics;
    if (fault !== undefined) {
      remarks.push(`row ${row} cannot become a record: ${fault.message}`);
      continue;
    }
    taken.add(path);
    drafts.push({ row, soup, file: path, text });
  }
  const written = confirmed && options.dryRun !== true && drafts.length > 0;
  if (written) await host.files.edit(drafts.map(({ file: path, text }) => ({ path, text, before: undefined })));
  return {
    file,
    sha256: source.sha256,
    sheet: source.sheet,
    headRow: head.line,
    columns,
    guessed: [...guessed],
    unread: head.titles.filter((title) => title !== '' && !Object.values(columns).includes(title)),
    rows: rows.length,
    drafts: drafts.map(({ row, soup, file: path }) => ({ row, soup, file: path })),
    recorded,
    rowsWithoutComponent: unmatched.map(({ listed, near }) => ({
      row: listed.row,
      title: listed.says.get('title') ?? listed.says.get('purl') ?? '',
      version: listed.says.get('version'),
      near,
    })),
    componentsWithoutRow: withoutRow(dossier, new Set(bySoup.keys())),
    remarks,
    confirmed,
    written,
  };

  function draftOf({ listed, soup, entries }: MatchedRow): string {
    const facts = describeItem({ soup, entries, covers: { dependencies: true } }, dossier, undefined);
    const title = listed.says.get('title') ?? facts.title;
    return scaffoldItem({ ...facts, title, covers: [], stated: describeRow(listed, columns, source, soup) });
  }
}

async function openList(file: string, bytes: Uint8Array) {
  if (/\.xls[xm]$/i.test(file)) return openWorkbook(file, bytes);
  if (/\.csv$/i.test(file)) return [openCsv(file, bytes)];
  throw new UsageError(`nothing is known of lists such as ${file}`, 'Save it as .xlsx or .csv.');
}

function saidOfRow({ row, placeholders }: ReturnType<typeof listedRows>[number]): readonly string[] {
  return placeholders.map(({ field, text }) => `row ${row} has a placeholder as ${field}, "${text}"; it was not taken`);
}

function otherVersion({ listed, soup, entries }: MatchedRow): readonly string[] {
  const version = plainVersion(listed.says.get('version') ?? parsePurl(listed.says.get('purl') ?? '')?.version);
  const has = versionsOf(entries);
  if (entries.length === 0) return [`row ${listed.row}: nothing in the inventory is ${packageOf(soup)}`];
  if (version === undefined) return [`row ${listed.row} gives no version of ${soup}`];
  return has.map(plainVersion).includes(version)
    ? []
    : [
        `row ${listed.row} lists ${soup} in version ${version}; the inventory has ${has.join(', ') || 'no exact version'}`,
      ];
}
