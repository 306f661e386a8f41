import { UsageError } from '../../base/errors.ts';
import { soupListFields, type SoupListColumns, type SoupListField } from '../../model/records/soup-list-columns.ts';
import type { TableSheet } from '../tables/open-sheets.ts';
import { guessColumns, headWith, plainTitle, type GuessedList, type ListHead } from './guess-columns.ts';

/** Where a list is and what its columns hold; `confirmed` when a person said all of it, or yes to the guess. */
export type ChosenList = GuessedList & {
  readonly confirmed: boolean;
  /** What a person named, and what was guessed. */
  readonly guessed: ReadonlySet<SoupListField>;
};

/** What a person said about the columns of a list. */
export type ColumnWishes = {
  readonly sheet?: string | undefined;
  readonly named: SoupListColumns;
  /** The guess is right where nothing is named. */
  readonly yes: boolean;
  /** What is named is all; nothing is guessed. */
  readonly whole: boolean;
};

/** Puts together what a person named and what is guessed. Throws `UsageError` where a named sheet or column is missing. */
export function chooseColumns(file: string, all: readonly TableSheet[], wishes: ColumnWishes): ChosenList {
  const sheets = wishes.sheet === undefined ? all : all.filter(({ name }) => name === wishes.sheet);
  if (sheets.length === 0)
    throw new UsageError(
      `${file} has no sheet "${wishes.sheet ?? ''}"`,
      `Its sheets are ${all.map(({ name }) => name).join(', ')}.`,
    );
  const titles = Object.values(wishes.named).filter((title) => title !== undefined);
  const guess = guessColumns(sheets);
  const named = titles.length === 0 ? undefined : (holds(guess?.head, titles) ?? headWith(sheets, titles));
  const head = named ?? (titles.length === 0 ? guess?.head : undefined);
  if (head === undefined) throw noHead(file, guess?.head ?? firstHead(sheets), titles);
  const guessed = wishes.whole || guess === undefined || guess.head !== head ? {} : guess.columns;
  const free = Object.entries(guessed).filter(
    ([, title = '']) => !titles.some((one) => plainTitle(one) === plainTitle(title)),
  );
  const columns = Object.fromEntries([...free, ...Object.entries(wishes.named)]) as SoupListColumns;
  if (columns.title === undefined && columns.purl === undefined) throw noHead(file, head, []);
  const fromGuess = new Set(
    soupListFields.filter((field) => wishes.named[field] === undefined && columns[field] !== undefined),
  );
  return { head, columns, guessed: fromGuess, confirmed: wishes.yes || fromGuess.size === 0 };
}

function holds(head: ListHead | undefined, titles: readonly string[]): ListHead | undefined {
  return titles.every((title) => head?.titles.some((one) => plainTitle(one) === plainTitle(title))) ? head : undefined;
}

function firstHead([sheet]: readonly TableSheet[]): ListHead | undefined {
  const [row] = sheet?.rows ?? [];
  return sheet && row && { sheet, titles: row.cells, firstRow: 1, line: row.line };
}

function noHead(file: string, head: ListHead | undefined, titles: readonly string[]): UsageError {
  const seen =
    head?.titles
      .filter((title) => title.trim() !== '')
      .join(', ')
      .slice(0, 300) || 'nothing';
  return titles.length > 0
    ? new UsageError(
        `no row of ${file} has the columns ${titles.map((title) => `"${title}"`).join(', ')}`,
        `What looks most like a head has ${seen}.`,
      )
    : new UsageError(
        `${file} has no column that looks like the name of SOUP`,
        `What looks most like a head has ${seen}; name the columns, such as --column "title=Name" --column "version=Rev.".`,
      );
}
