import { UsageError } from '../../base/errors.ts';
import { nearestKey } from '../../base/nearest-key.ts';
import type { Clause, SafetyClass } from '../../model/clause.ts';
import type { Severity } from '../../model/diagnostic.ts';
import type { Example, Rule, RuleSetting } from '../../model/plugs/rule.ts';
import { clauseOf, clauses } from '../../rules/clauses.ts';
import { rules } from '../../rules/index.ts';

/** A rule as its manual page shows it. */
export type RuleExplanation = {
  readonly id: string;
  readonly title: string;
  readonly clause: Clause;
  readonly classes: readonly SafetyClass[];
  readonly severity: Severity;
  readonly why: string;
  readonly help: string;
  readonly settings: readonly RuleSetting[];
  readonly examples: readonly Example[];
};

/** A clause with all that sees to it; one that nothing sees to is human work alone, and says which. */
export type ClauseExplanation = Clause & { readonly rules: readonly string[] };

/** What was asked for: clauses by number or standard, and the rules that were named or that first serve those clauses. */
export type Explanation = {
  readonly clauses: readonly ClauseExplanation[];
  readonly rules: readonly RuleExplanation[];
};

/** Explains a rule by its id, a clause by its number, or a whole standard; all rules when nothing is named. Throws `UsageError` for what is not known. */
export function explain(wanted: string | undefined): Explanation {
  if (wanted === undefined) return { clauses: [], rules: rules.map(explainRule) };
  const asked = wanted.toLowerCase().replace(/^(?:(?:iec|iso|en|mdr)\s+)+/, '');
  const named = rules.filter(({ id }) => [id, id.split('/').at(-1)].some((name) => name?.toLowerCase() === asked));
  if (named.length > 0) return { clauses: [], rules: named.map(explainRule) };
  const meant = clauses.filter(({ id }) => namesOf(id).includes(asked));
  const ids = new Set(meant.map(({ id }) => id));
  if (meant.length > 0) {
    const serving = rules.filter(({ clause }) => ids.has(clause));
    return { clauses: meant.map(explainClause), rules: serving.map(explainRule) };
  }
  const guess = nearestRule(asked);
  throw new UsageError(
    `there is no rule or clause "${wanted}"`,
    `${guess === undefined ? '' : `Did you mean ${guess}? `}Run \`tureen explain\` for the list. What \`check\` says about the reading of a file, such as records/value, is no rule: its help line says all there is.`,
  );
}

/** The rule whose name, without its standard, a misspelled one most likely means. */
function nearestRule(asked: string): string | undefined {
  const byName = new Map(rules.map(({ id }) => [id.split('/').at(-1) ?? id, id]));
  const name = nearestKey(asked.split('/').at(-1) ?? asked, [...byName.keys()]);
  return name === undefined ? undefined : byName.get(name);
}

/** How people call a clause: with its standard or by its number alone; the standard alone means all of them. */
function namesOf(id: string): readonly string[] {
  const [standard = '', number = ''] = id.toLowerCase().split(':');
  return [`${standard}:${number}`, `${standard} ${number}`, number, standard];
}

function explainRule({
  id,
  title,
  clause,
  classes,
  severity,
  why,
  help,
  settings = [],
  examples,
}: Rule): RuleExplanation {
  return { id, title, clause: clauseOf(clause), classes, severity, why, help, settings, examples };
}

function explainClause(clause: Clause): ClauseExplanation {
  const own = rules.flatMap((rule) => (rule.clause === clause.id ? [rule.id] : []));
  return { ...clause, rules: [...own, ...(clause.alsoAsked ?? [])] };
}
