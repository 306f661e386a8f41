import type { AnomalyList, ListedAnomaly } from './anomaly-list.ts';
import type { Disposition, Dispositions } from './disposition.ts';
import type { Filed } from '../filed.ts';
import type { SamplingRule } from './anomaly-plan.ts';

/** Whether an anomaly concerns the version and the parts in use; what cannot be told concerns them until a person says no. */
export type AnomalyRelevance =
  | { readonly kind: 'fixed-later'; readonly reason: string }
  | { readonly kind: 'candidate'; readonly reason: string }
  | { readonly kind: 'out'; readonly reason: string };

/** A disposition, and its position in its file. */
export type MetDisposition = { readonly index: number; readonly disposition: Disposition };

/** Where an anomaly stands: no answer is asked for, none was given, one holds, it has changed since, or the sample left it out. */
export type AnomalyStanding =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'open' }
  | { readonly kind: 'judged'; readonly met: MetDisposition }
  /** `unseen` where nobody who judged can have seen what the entry says now. */
  | { readonly kind: 'again'; readonly met: MetDisposition; readonly changed: string; readonly unseen?: true }
  | { readonly kind: 'not-drawn' };

/** An anomaly of a frozen list, joined with what people judged. */
export type AnomalyEntry = {
  readonly anomaly: ListedAnomaly;
  readonly relevance: AnomalyRelevance;
  readonly standing: AnomalyStanding;
};

/** What a sample has to be: the rule that holds, and the entries that it draws. */
export type AnomalySample = { readonly rule: SamplingRule; readonly of: number; readonly drawn: readonly string[] };

/** A file that a record names as its proof: gone, or the hash of what it holds. */
export type AttachedFile = { readonly file: string; readonly sha256: string | undefined };

/** Everything about published anomalies of one SOUP item. */
export type ItemAnomalies = {
  readonly list: Filed<AnomalyList> | undefined;
  /** What the list says of itself, and what its content is. */
  readonly intact: boolean;
  readonly entries: readonly AnomalyEntry[];
  readonly dispositions: Filed<Dispositions> | undefined;
  /** Entries that a disposition names and the list does not hold. */
  readonly unknown: readonly { readonly index: number; readonly id: string }[];
  /** `undefined` where every entry has to be judged. */
  readonly sample: AnomalySample | undefined;
  readonly attached: readonly AttachedFile[];
};
