import type { Judgement } from '../matching/judge-entry.ts';
import { compareResults } from '../matching/judge-record.ts';

/** What a claim of a CVE record says of a component, by a product that it was confirmed to be. */
export type ProductJudgement = Judgement & {
  /** The version that ends the run that the component's own is in. */
  readonly fixed?: string;
  /** True where the record only fails to say anything about the version; any other word counts for more. */
  readonly unstated?: true;
};

/** A judgement that leaves the answer to a person. */
export function undetermined(reason: string): ProductJudgement {
  return { result: 'undetermined', reason };
}

/** The strongest of several answers, as for parts that are joined by or. */
export function strongest(told: readonly ProductJudgement[]): ProductJudgement | undefined {
  return told.toSorted((a, b) => compareResults(a.result, b.result))[0];
}

/** The weakest of several answers, as for parts that are joined by and. */
export function weakest(told: readonly ProductJudgement[]): ProductJudgement | undefined {
  return told.toSorted((a, b) => compareResults(b.result, a.result))[0];
}
