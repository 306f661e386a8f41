import type { Filed } from './filed.ts';
import type { Inheritable } from './records/inheritance.ts';
import type { SoupItem } from './records/soup-item.ts';

/** A judgement that holds for a SOUP item by the record of another, and the position of what says so among `inherits`. */
export type HeldJudgement = { readonly holder: Filed<SoupItem>; readonly reason: string; readonly index: number };

/**
 * Why a judgement cannot be taken from another record: there is none about that package, it goes round in a circle, it is a
 * draft, it does not state the judgement itself, or the record that inherits states it as well.
 */
export type InheritanceFault = {
  readonly index: number;
  readonly position: number;
  readonly judgement: Inheritable;
  readonly kind: 'no-record' | 'circle' | 'draft' | 'not-stated' | 'stated-too';
  /** The packages from the record that inherits to where it ends. */
  readonly way: readonly string[];
};

/** What a SOUP item takes from the records of others, and what of it leads nowhere. */
export type ItemInheritance = {
  readonly held: ReadonlyMap<Inheritable, HeldJudgement>;
  readonly faults: readonly InheritanceFault[];
};
