import { UsageError } from '../../base/errors.ts';
import { packageOf, parsePurl } from '../../base/packages/purl.ts';
import {
  soupListColumnsSchema,
  soupListFields,
  type SoupListColumns,
  type SoupListField,
} from '../../model/records/soup-list-columns.ts';
import type { Host } from '../host.ts';
import { readMapping } from '../tables/read-mapping.ts';
import type { ColumnWishes } from './choose-columns.ts';
import type { ListedRow } from './list-rows.ts';
import type { MatchDecisions } from './match-rows.ts';

/** How to import a list, as a person asks for it. */
export type SoupListOptions = {
  /** A file that says which columns hold what; then nothing is guessed. */
  readonly mapping?: string | undefined;
  readonly sheet?: string | undefined;
  /** Columns such as `title=Name`. */
  readonly columns?: readonly string[];
  /** Packages of rows such as `12=pkg:npm/left-pad`. */
  readonly matches?: readonly string[];
  readonly otherVersions?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
};

/** What a person said about columns and matches, and which of it no row has. */
export type Wishes = ColumnWishes &
  Omit<MatchDecisions, 'remembered'> & { readonly unused: (rows: readonly ListedRow[]) => readonly string[] };

/** Reads the words of a person and their mapping. Throws `UsageError` for what makes no sense. */
export async function readWishes(host: Host, options: SoupListOptions): Promise<Wishes> {
  const mapping =
    options.mapping === undefined
      ? undefined
      : await readMapping(host, options.mapping, soupListColumnsSchema, mappingHelp);
  const named = { ...mapping?.columns, ...namedColumns(options.columns ?? []) };
  const packages = new Map((options.matches ?? []).map(readMatch));
  return {
    sheet: options.sheet ?? mapping?.sheet,
    named,
    yes: options.yes === true,
    whole: mapping !== undefined || (options.yes !== true && (named.title ?? named.purl) !== undefined),
    packages,
    otherVersions: options.otherVersions === true,
    unused: (rows) =>
      [...packages.keys()]
        .filter((row) => !rows.some((one) => one.row === row))
        .map((row) => `row ${row} was matched by hand, and the list has no such row`),
  };
}

const mappingHelp = `Write \`columns:\` with any of ${soupListFields.join(', ')}, each with the title of its column.`;

function namedColumns(words: readonly string[]): SoupListColumns {
  const columns: Partial<Record<SoupListField, string>> = {};
  for (const word of words) {
    const at = word.indexOf('=');
    const field = soupListFields.find((one) => one === word.slice(0, at).trim());
    const title = word.slice(at + 1).trim();
    if (at === -1 || field === undefined || title === '')
      throw new UsageError(
        `--column "${word}" is no column`,
        `Write --column "title=Name"; what a column can hold is ${soupListFields.join(', ')}.`,
      );
    columns[field] = title;
  }
  return columns;
}

function readMatch(word: string): readonly [number, string] {
  const [, row = '', purl = ''] = /^(\d{1,7})=(pkg:.+)$/.exec(word.trim()) ?? [];
  if (parsePurl(purl) === undefined)
    throw new UsageError(`--match "${word}" is no row with its package`, 'Write --match 12=pkg:npm/left-pad.');
  return [Number(row), packageOf(purl)];
}
