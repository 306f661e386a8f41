import type { Diagnostic } from './diagnostic.ts';

/** A diagnostic whose key path has become a line, for showing. */
export type LocatedDiagnostic = Omit<Diagnostic, 'place'> & {
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
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
      readonly tool: { readonly name: string; readonly version: string };
    },
  ) => string;
};
