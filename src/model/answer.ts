import type { Diagnostic } from './diagnostic.ts';
import type { Dossier } from './dossier.ts';
import type { Place } from './place.ts';

/** One fact that speaks for an answer or is missing for it, and where it can be opened. */
export type Evidence = { readonly text: string; readonly place?: Place };

/** What a question came to; `not-yet` says that nobody has looked, which is another thing than no. */
export type Conclusion = {
  readonly answer: 'yes' | 'no' | 'not-yet';
  readonly evidence: readonly Evidence[];
  readonly missing: readonly Evidence[];
};

/** One of the eight questions of the reality check, answered from the dossier and what the rules found in it. */
export type Question = {
  readonly id: number;
  readonly question: string;
  readonly ask: (dossier: Dossier, diagnostics: readonly Diagnostic[]) => Conclusion;
  /** What to do first where the answer is not yes: a command, or the key to write. */
  readonly next: (dossier: Dossier, conclusion: Conclusion) => string;
};

/** A question with its answer, and what to do next where that is not yes. */
export type Answer = Conclusion & { readonly id: number; readonly question: string; readonly next?: string };
