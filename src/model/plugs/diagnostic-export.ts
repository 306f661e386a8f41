import type { Diagnostic } from '../diagnostic.ts';
import type { Waiver } from '../records/waiver.ts';

/** A diagnostic whose key path has become a line, for showing. */
export type LocatedDiagnostic = Omit<Diagnostic, 'place'> & {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
};

/** A located diagnostic that a waiver takes out, and the words of that waiver. */
export type LocatedWaived = LocatedDiagnostic & {
  readonly waiver: Pick<Waiver, 'reason' | 'text' | 'by' | 'on' | 'until'> & { readonly file: string };
};

/** What a machine format says of the rules besides what they found. */
export type RuleSummary = { readonly id: string; readonly title: string; readonly why: string; readonly help: string };

/** A plug that writes the result of `check` for a machine. */
export type DiagnosticExport = {
  /** Named as its file and as the value of `--format`. */
  readonly name: string;
  readonly title: string;
  readonly write: (
    diagnostics: readonly LocatedDiagnostic[],
    context: {
      readonly rules: readonly RuleSummary[];
      /** What a person has left undone on purpose; it counts for nothing and stays to be seen. */
      readonly waived: readonly LocatedWaived[];
      readonly tool: { readonly name: string; readonly version: string };
    },
  ) => string;
};
