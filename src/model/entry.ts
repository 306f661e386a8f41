import type { SafetyClass } from './clause.ts';
import type { Component, Scope } from './component.ts';
import type { Filed } from './filed.ts';
import type { SoftwareItem } from './records/software-item.ts';
import type { SoupItem } from './records/soup-item.ts';

/** How a component is accounted for; `unaccounted` is the red list. */
export type Account =
  | { readonly kind: 'own'; readonly item: Filed<SoupItem> }
  | {
      readonly kind: 'covered';
      readonly item: Filed<SoupItem>;
      /** The position of what covers it among the record's `covers`. */
      readonly cover: number;
      readonly reason: string;
    }
  | { readonly kind: 'tool'; readonly evidence: string }
  | { readonly kind: 'first-party' }
  | {
      readonly kind: 'unaccounted';
      readonly reason: string;
      /** The file of the draft that would cover it, once a person confirms that. */
      readonly proposal?: string;
    };

/**
 * What was concluded about the use of a component: by the files, by a person who overruled them, or by the tool, decided on
 * by a person, that alone brings it in.
 */
export type Use = {
  readonly scope: Scope;
  readonly decidedBy: 'files' | 'person' | 'tool';
  readonly reason: string;
};

/** One component of the inventory, joined with what the records say of it. */
export type Entry = {
  readonly component: Component;
  readonly use: Use;
  readonly claimedBy: readonly SoftwareItem[];
  /** The highest class in force of the software items that claim it; `undefined` when none does, which counts as C (4.3). */
  readonly class: SafetyClass | undefined;
  readonly account: Account;
};
