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

/** A statement of others on a product that is about no finding, and why. */
export type UnmetStatement = {
  readonly vex: Filed<VexRecord>;
  readonly statement: VexSaying;
  readonly reason: string;
};

/** What others state: evidence for whoever judges, and never a verdict. */
export type VexEvidence = {
  readonly documents: readonly FiledVex[];
  /** The latest first. */
  readonly about: ReadonlyMap<Finding, readonly MetStatement[]>;
  readonly unmet: readonly UnmetStatement[];
};
