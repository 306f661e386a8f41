import type { safetyClasses } from './risks/grading.ts';

/** A clause of a standard, as `<standard>:<number>`, such as `62304:8.1.2` or `62304:7.1.2 c`. */
export type ClauseId = `${Standard}:${string}`;

/** The standards and guidance documents whose clauses the registry knows. */
export type Standard = '62304' | '14971' | '81001-5-1' | 'MDR' | '13485' | '21 CFR 11' | 'FDA' | 'reality-check';

/** The software safety class of IEC 62304, clause 4.3, by the edition that is followed. */
export type SafetyClass = (typeof safetyClasses.grades)[number];

/** What a clause is about, in our own words: a standard's text is never reproduced. */
export type Clause = {
  readonly id: ClauseId;
  /** The edition that the mnemonic and the classes were taken from. */
  readonly edition: string;
  readonly mnemonic: string;
  /** The safety classes it applies to; empty when classes do not matter to it. */
  readonly classes: readonly SafetyClass[];
  /** The risk transfer categories of IEC 81001-5-1, 4.3, that it is for; absent where it does not tell them apart. */
  readonly categories?: readonly ('maintained' | 'supported' | 'required')[];
  /**
   * Where the row was taken from: read in the document itself, told by others, generally known, or made from a title and
   * still to be compared with a licensed copy.
   */
  readonly source: 'read' | 'secondary' | 'known' | 'unverified';
  /** Ids of rules that serve it besides those whose first clause it is. */
  readonly alsoAsked?: readonly string[];
  /** Names of reports that are evidence for it. */
  readonly documents?: readonly string[];
  /** What a person does for it, which no rule can see. */
  readonly human?: string;
};
