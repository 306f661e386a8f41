import type { FailureControl } from './risk-control.ts';

/** A way in which components of a kind are known to fail: a suggestion for a person, never an answer. */
export type FailureSuggestion = {
  readonly mode: string;
  readonly cause: string;
  readonly effect: string;
  readonly controls: readonly Pick<FailureControl, 'kind' | 'text'>[];
};

/** A kind of component, by what it is known, and how its kind fails. */
export type ComponentKind = {
  readonly kind: string;
  /** Patterns of package URLs that are known to be of this kind. */
  readonly packages: readonly string[];
  /** Words in name or description that hint at it. */
  readonly words: readonly string[];
  readonly modes: readonly FailureSuggestion[];
};
