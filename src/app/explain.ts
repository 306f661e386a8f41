import { UsageError } from '../base/errors.ts';
import type { Clause, SafetyClass } from '../model/clause.ts';
import type { Severity } from '../model/diagnostic.ts';
import type { Example, Rule } from '../model/rule.ts';
import { clauseOf, clauses } from '../rules/clauses.ts';
import { rules } from '../rules/index.ts';

/** A rule as its manual page shows it. */
export type Explanation = {
  readonly id: string;
  readonly title: string;
  readonly clause: Clause;
  readonly classes: readonly SafetyClass[];
  readonly severity: Severity;
  readonly why: string;
  readonly help: string;
  readonly examples: readonly Example[];
};

/** Explains a rule by its id, or every rule of a clause by its number; all rules when nothing is named. Throws `UsageError` for what is not known. */
export function explain(wanted: string | undefined): readonly Explanation[] {
  if (wanted === undefined) return rules.map(explanation);
  const asked = wanted.toLowerCase().replace(/^(?:iec|iso|en|mdr)(?: iec)?\s+/, '');
  const meant = rules.filter(({ id, clause }) =>
    [id, id.split('/').at(-1), clause, clause.split(':')[1], clause.replace(':', ' '), clause.split(':')[0]].some(
      (name) => name?.toLowerCase() === asked,
    ),
  );
  if (meant.length > 0) return meant.map(explanation);
  const clause = clauses.find(({ id }) => id.toLowerCase() === asked || id.split(':')[1]?.toLowerCase() === asked);
  if (clause !== undefined)
    throw new UsageError(`no rule checks ${clause.id} yet (${clause.mnemonic})`, 'Its evidence is human work so far.');
  throw new UsageError(`there is no rule or clause "${wanted}"`, 'Run `tureen explain` for the list.');
}

function explanation({ id, title, clause, classes, severity, why, help, examples }: Rule): Explanation {
  return { id, title, clause: clauseOf(clause), classes, severity, why, help, examples };
}
