import type { Account } from './entry.ts';

/** One component and how it is accounted for, with the record or the evidence that does it. */
export type CoveredLine = {
  readonly component: string;
  readonly account: Account['kind'];
  readonly record?: string;
  readonly because: string;
  readonly foundAt: string | undefined;
};

/** How much of the inventory is accounted for, with the list that the number counts. */
export type Coverage = {
  readonly components: number;
  readonly explained: number;
  /** In percent with one digit, rounded down: 100 means all. */
  readonly percent: number;
  readonly records: number;
  /** Of those, how many wait for a person to confirm them. */
  readonly drafts: number;
  readonly byAccount: Readonly<Record<Account['kind'], number>>;
  readonly list: readonly CoveredLine[];
  readonly redList: RedList;
  /** Packages that ship in several versions, which one record judges together. */
  readonly severalVersions: readonly { readonly package: string; readonly versions: readonly string[] }[];
};

/** What keeps a list from being complete and exact. */
export type RedList = {
  /** Components that nobody has accounted for, and why. */
  readonly unaccounted: readonly CoveredLine[];
  /** Components that no software item claims, so that they belong to no part of the device. */
  readonly orphans: readonly string[];
  /** Records about something that is not in the inventory. */
  readonly phantoms: readonly { readonly record: string; readonly soup: string }[];
  /** Components whose version is no exact one, with what was asked for. */
  readonly ranges: readonly { readonly component: string; readonly asked: string }[];
  /** Packages with more than one record. */
  readonly duplicates: readonly { readonly soup: string; readonly records: readonly string[] }[];
  /** Files that look like inputs and that nobody could read: what stands in them is not counted. */
  readonly unread: readonly { readonly file: string; readonly reason: string }[];
};
