import type { Finding } from '../anomalies/evaluation.ts';
import type { Filed } from '../filed.ts';
import type { VexDocument, VexSaying } from './vex-document.ts';
import type { VexRecord } from './vex-record.ts';

/** A document of others with its record. */
export type FiledVex = Filed<VexRecord> & { readonly document: VexDocument };

/** A statement of others that is about a finding. */
export type MetStatement = {
  readonly vex: Filed<VexRecord>;
  readonly statement: VexSaying;
  /** What it calls the component. */
  readonly named: string;
  /** The product in which it speaks of the component; absent where it speaks of the component itself. */
  readonly within?: string;
  /** Why it may be about another state of the component. */
  readonly doubt?: string;
  /** Whether the same author said something later. */
  readonly superseded: boolean;
};

/**
 * Why a statement of others is about no finding, the furthest away first: what it speaks of is not named, not here, or not open; or
 * nobody knows what is open, for nothing was evaluated, or the evaluation cannot be read.
 */
export const unmetKinds = [
  'no-product',
  'unnamed',
  'absent',
  'other-version',
  'no-finding',
  'unevaluated',
  'unread',
] as const;

/** One of these reasons. */
export type UnmetKind = (typeof unmetKinds)[number];

/** A statement of others on a product that is about no finding, and why. */
export type UnmetStatement = {
  readonly vex: Filed<VexRecord>;
  readonly statement: VexSaying;
  readonly kind: UnmetKind;
  /** What it speaks of, in as many words as tell it from others of the kind. */
  readonly subject: string;
  readonly reason: string;
};

/** What others state: evidence for whoever judges, and never a verdict. */
export type VexEvidence = {
  readonly documents: readonly FiledVex[];
  /** The latest first. */
  readonly about: ReadonlyMap<Finding, readonly MetStatement[]>;
  readonly unmet: readonly UnmetStatement[];
};
