import { combination, distribution, type LicenceUse } from '../../../model/licences/licence-use.ts';
import type {
  LicenceFact,
  LicenceFamily,
  LicenceOutcome,
  LicenceReason,
  ObligationKind,
} from '../../../model/licences/licence-verdict.ts';
import { extraObligations } from '../knowledge/extra-obligations.ts';
import type { PolicyRule } from '../knowledge/policy-rule.ts';
import { policyRules } from '../knowledge/policy-rules.ts';

/** What follows from one licence. */
export type TermVerdict = {
  readonly outcome: LicenceOutcome;
  readonly reason: LicenceReason;
  readonly obligations: readonly ObligationKind[];
  readonly conditional: readonly ObligationKind[];
  readonly missing: readonly LicenceFact[];
};

/**
 * Asks the rules what follows from a licence of a family. A fact that nobody stated is tried with each of its values: where
 * all lead to the same, it does not matter; where one decides, the verdict is that it is missing. That something is used only
 * to build is never supposed.
 */
export function judgeTerm(licence: string, id: string, family: LicenceFamily, use: LicenceUse): TermVerdict {
  const rules = policyRules.filter(({ families }) => families.includes(family));
  const cases = possibleUses(use).map((possible) => {
    const rule = rules.find(({ when }) => fits(when, possible));
    return { possible, rule, owed: rule === undefined ? [] : owedBy(rule, id, possible) };
  });
  const asked = [...new Set(cases.flatMap(({ rule }) => rule ?? []))];
  const outcomes = [...new Set(asked.map(({ outcome }) => outcome))];
  const isPermitted = outcomes.every((outcome) => outcome === 'allowed' || outcome === 'allowed-with-obligations');
  const outcome = outcomes.length === 1 ? outcomes[0] : isPermitted ? 'allowed-with-obligations' : 'undetermined';
  const all = [...new Set(cases.flatMap(({ owed }) => owed))];
  const certain = all.filter((one) => cases.every(({ owed }) => owed.includes(one)));
  return {
    outcome: outcome ?? 'needs-legal-review',
    reason: {
      licence,
      family,
      rules: asked.map((rule) => rule.id),
      outcome: outcome ?? 'needs-legal-review',
      why: asked.length === 1 ? (asked[0]?.why ?? '') : whyOpen(asked),
    },
    obligations: certain,
    conditional: all.filter((one) => !certain.includes(one)),
    missing: facts.filter((fact) => use[fact] === undefined && decides(fact, cases)),
  };
}

const facts = ['distribution', 'combination', 'modified'] as const;

type Case = {
  readonly possible: LicenceUse;
  readonly rule: PolicyRule | undefined;
  readonly owed: readonly ObligationKind[];
};

function possibleUses(use: LicenceUse): readonly LicenceUse[] {
  const distributions = use.distribution === undefined ? distribution.options : [use.distribution];
  const combinations =
    use.combination === undefined ? combination.options.filter((one) => one !== 'build-time-only') : [use.combination];
  const changes = use.modified === undefined ? [false, true] : [use.modified];
  return distributions.flatMap((where) =>
    combinations.flatMap((how) => changes.map((modified) => ({ distribution: where, combination: how, modified }))),
  );
}

function fits(when: PolicyRule['when'], use: LicenceUse): boolean {
  const has = <T>(list: readonly T[] | undefined, value: T | undefined) =>
    list === undefined || (value !== undefined && list.includes(value));
  return (
    has(when.distribution, use.distribution) &&
    has(when.combination, use.combination) &&
    (when.modified === undefined || when.modified === use.modified)
  );
}

function owedBy(rule: PolicyRule, id: string, use: LicenceUse): readonly ObligationKind[] {
  if (rule.outcome === 'allowed') return [];
  const extra = extraObligations.filter(
    ({ ids, distributions }) =>
      ids.test(id) &&
      (distributions === undefined || (use.distribution !== undefined && distributions.includes(use.distribution))),
  );
  return [...new Set([...rule.obligations, ...extra.map(({ obligation }) => obligation)])];
}

/** Whether two cases that differ in nothing but this fact lead to different outcomes or obligations. */
function decides(fact: (typeof facts)[number], cases: readonly Case[]): boolean {
  const others = Map.groupBy(cases, ({ possible }) =>
    facts
      .filter((one) => one !== fact)
      .map((one) => String(possible[one]))
      .join(' '),
  );
  const result = ({ rule, owed }: Case) => `${rule?.outcome} ${owed.join(' ')}`;
  return [...others.values()].some((group) => new Set(group.map(result)).size > 1);
}

function whyOpen(asked: readonly PolicyRule[]): string {
  return `It depends: ${asked.map(({ outcome, why }) => `${outcome.replaceAll('-', ' ')} – ${why.replace(/\.$/, '')}`).join('; ')}.`;
}
