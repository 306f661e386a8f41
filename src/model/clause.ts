/** A clause of a standard, as `<standard>:<number>`, such as `62304:8.1.2` or `62304:7.1.2 c`. */
export type ClauseId = `${Standard}:${string}`;

/** The standards and guidance documents whose clauses the registry knows. */
export type Standard = '62304' | '14971' | '81001-5-1' | 'MDR' | '13485' | 'FDA' | 'reality-check';

/** The software safety class of IEC 62304:2006+A1:2015, clause 4.3. */
export type SafetyClass = 'A' | 'B' | 'C';

/** What a clause is about, in our own words: a standard's text is never reproduced. */
export type Clause = {
  readonly id: ClauseId;
  /** The edition that the mnemonic and the classes were taken from. */
  readonly edition: string;
  readonly mnemonic: string;
  /** The safety classes it applies to; empty when classes do not matter to it. */
  readonly classes: readonly SafetyClass[];
};
