import type { VexJustification, VexResponse, VexStatus } from './vex.ts';

/** A document that says which vulnerabilities matter in which products, whatever the format that it was written in. */
export type VexDocument = {
  /** What the document calls itself; it follows from the content where the tool writes it. */
  readonly id: string;
  readonly author: string;
  /** An ISO 8601 instant: when this state of the document was issued; absent where it does not tell. */
  readonly issued?: string | undefined;
  readonly version: string;
  /** Who may read it, where it says so: a label of the Traffic Light Protocol. */
  readonly tlp?: string | undefined;
  /** The product that all of it is about; absent where it is about several, or about packages. */
  readonly product?: VexPart | undefined;
  readonly statements: readonly VexStatement[];
};

/** One statement: the status of a vulnerability in products, and why. */
export type VexStatement = {
  /** The CVE where there is one. */
  readonly vulnerability: string;
  readonly aliases: readonly string[];
  readonly products: readonly VexProduct[];
  readonly status: VexStatus;
  readonly justification?: VexJustification | undefined;
  /** Why the vulnerability does or does not matter, in words. */
  readonly impact?: string | undefined;
  readonly action?: VexAction | undefined;
  /** How the status was determined, and whatever else is said of it. */
  readonly notes?: string | undefined;
  /** An ISO 8601 instant, since which it holds. */
  readonly timestamp?: string | undefined;
  /** Words of the document for status and justification, where VEX has fewer of them. */
  readonly words?: string | undefined;
  /** Written where a format has a place for them; evidence of others is never rated by them. */
  readonly ratings?: readonly VexRating[] | undefined;
};

/** What a statement says, without of what. */
export type VexSaying = Omit<VexStatement, 'products' | 'ratings'>;

/** What is done about a vulnerability. */
export type VexAction = {
  readonly responses: readonly VexResponse[];
  readonly text: string;
  /** The day until which it is done. */
  readonly due?: string | undefined;
};

/** A severity by a vector of CVSS; it says nothing about a patient. */
export type VexRating = {
  readonly kind: string;
  readonly vector: string;
  readonly score: number;
  readonly rating: 'none' | 'low' | 'medium' | 'high' | 'critical';
};

/** A product that a statement is about, or the parts of it that it is about. */
export type VexProduct = { readonly part: VexPart; readonly subcomponents: readonly VexPart[] };

/** A product or a part of one, by the names that the document gives it. */
export type VexPart = {
  /** What the document calls it: often its package URL. */
  readonly id: string;
  readonly purl?: string | undefined;
  readonly cpe?: string | undefined;
  readonly name?: string | undefined;
  /** A version, a range as VERS, or any words. */
  readonly version?: string | undefined;
  readonly vendor?: string | undefined;
};
