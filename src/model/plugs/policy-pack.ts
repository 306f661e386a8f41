import type { Standard } from '../clause.ts';
import type { Severity } from '../diagnostic.ts';

/** A set of answers to the question how strictly rules are asked; data, which a device extends in `tureen.yaml`. */
export type PolicyPack = {
  readonly name: string;
  readonly title: string;
  /** For whom it is, in one or two sentences. */
  readonly about: string;
  /** The standards whose rules it asks; rules about the records themselves are always asked. */
  readonly standards: readonly Standard[];
  /** Whether a rule is asked at its own classes, which may be more than its clause demands, or only at those of the clause. */
  readonly classes: 'of-rule' | 'of-clause';
  /** Rules that weigh more or less than by themselves, or are not asked, by id. */
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
};
