import type { LicenceUse } from '../../../model/licences/licence-use.ts';
import type { LicenceFamily, LicenceOutcome, LicenceVerdict } from '../../../model/licences/licence-verdict.ts';
import { classifyLicence, type ClassifiedLicence } from '../classify-licence.ts';
import { familyOf } from '../knowledge/family-of.ts';
import { spellTerm, type LicenceTerm, type SpdxExpression } from '../spdx-expression.ts';
import { judgeTerm, type TermVerdict } from './judge-term.ts';

/** What a company adds to the table: what its own LicenseRef- names are, and what it permits or forbids besides. */
export type CompanyPolicy = {
  readonly familyOf: (id: string) => LicenceFamily | undefined;
  readonly overrule: (licence: string, family: LicenceFamily, use: LicenceUse) => Overruling | undefined;
};

/** A line of the company's policy that fits. */
export type Overruling = { readonly id: string; readonly outcome: LicenceOutcome; readonly why: string };

/** A company that adds nothing. */
export const plainPolicy: CompanyPolicy = { familyOf: () => undefined, overrule: () => undefined };

/** Says what follows from a stated or concluded licence and its use, by the rules of the table; an aid, and no legal advice. */
export function judgeLicence(text: string, use: LicenceUse, policy: CompanyPolicy = plainPolicy): LicenceVerdict {
  const classified = classifyLicence(text);
  return classified.expression === undefined
    ? judgeText(classified, use, policy)
    : judgeExpression(classified.expression, use, policy);
}

/** From the best to the worst. */
export const outcomes: readonly LicenceOutcome[] = [
  'allowed',
  'allowed-with-obligations',
  'undetermined',
  'needs-legal-review',
  'not-allowed',
];

function judgeExpression({ postfix, text }: SpdxExpression, use: LicenceUse, policy: CompanyPolicy): LicenceVerdict {
  const stack: LicenceVerdict[] = [];
  for (const one of postfix) {
    if (typeof one === 'object') {
      stack.push(judgeOne(one, use, policy));
      continue;
    }
    const right = stack.pop();
    const left = stack.pop();
    if (left === undefined || right === undefined) continue;
    stack.push(one === 'AND' ? both(left, right) : either(left, right));
  }
  const [verdict] = stack;
  return verdict === undefined ? judgeText(classifyLicence(''), use, policy) : { ...verdict, expression: text };
}

function judgeOne(term: LicenceTerm, use: LicenceUse, policy: CompanyPolicy): LicenceVerdict {
  const licence = spellTerm(term);
  const own = policy.familyOf(licence) ?? (term.exception === undefined ? policy.familyOf(term.id) : undefined);
  return overruled(judgeTerm(licence, term.id, own ?? familyOf(term), use), use, policy);
}

function overruled(verdict: TermVerdict, use: LicenceUse, policy: CompanyPolicy): LicenceVerdict {
  const { reason, obligations, conditional } = verdict;
  const whole = { ...verdict, expression: reason.licence, reasons: [reason], choices: [] };
  const line = policy.overrule(reason.licence, reason.family, use);
  if (line === undefined) return toVerdict(whole);
  const outcome =
    line.outcome === 'allowed' && obligations.length + conditional.length > 0
      ? 'allowed-with-obligations'
      : line.outcome;
  const why = `${line.why} (the company overrules ${reason.rules.join(', ')})`;
  return toVerdict({ ...whole, outcome, reasons: [{ ...reason, rules: [line.id], outcome, why }] });
}

function toVerdict({
  outcome,
  expression,
  reasons,
  obligations,
  conditional,
  missing,
  choices,
}: LicenceVerdict): LicenceVerdict {
  return { outcome, expression, reasons, obligations, conditional, missing, choices };
}

function both(left: LicenceVerdict, right: LicenceVerdict): LicenceVerdict {
  const obligations = union(left.obligations, right.obligations);
  return {
    outcome: rank(left) >= rank(right) ? left.outcome : right.outcome,
    expression: `${inBrackets(left)} AND ${inBrackets(right)}`,
    reasons: [...left.reasons, ...right.reasons],
    obligations,
    conditional: union(left.conditional, right.conditional).filter((one) => !obligations.includes(one)),
    missing: union(left.missing, right.missing),
    choices: [...left.choices, ...right.choices],
  };
}

/** Of alternatives the one with the better verdict is looked at, then the one that asks for less, the first of equals; that a person has to choose is said. */
function either(left: LicenceVerdict, right: LicenceVerdict): LicenceVerdict {
  const worse = rank(right) - rank(left) || right.obligations.length - left.obligations.length;
  const better = worse < 0 ? right : left;
  const between = [left, right].flatMap(({ expression }) => expression);
  return {
    ...better,
    choices: [...better.choices, { between, taken: better.expression, recorded: false }],
  };
}

function inBrackets({ expression }: LicenceVerdict): string {
  return / OR /.test(expression) && !expression.startsWith('(') ? `(${expression})` : expression;
}

function rank({ outcome }: LicenceVerdict): number {
  return outcomes.indexOf(outcome);
}

function union<T>(left: readonly T[], right: readonly T[]): readonly T[] {
  return [...new Set([...left, ...right])];
}

function judgeText(classified: ClassifiedLicence, use: LicenceUse, policy: CompanyPolicy): LicenceVerdict {
  const { text, class: kind, suggestion } = classified;
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  const family = familiesOfTexts[kind];
  if (family !== undefined) return overruled(judgeTerm(shown, '', family, use), use, policy);
  const why = `${textsSay[kind] ?? 'It is no SPDX expression'}; a person has to conclude the licence${suggestion === undefined ? '' : `, perhaps ${suggestion}`}.`;
  return {
    outcome: 'undetermined',
    expression: shown,
    reasons: [{ licence: shown, family: 'unknown', rules: ['not-an-expression'], outcome: 'undetermined', why }],
    obligations: [],
    conditional: [],
    missing: ['licence'],
    choices: [],
  };
}

const familiesOfTexts: Readonly<Partial<Record<ClassifiedLicence['class'], LicenceFamily>>> = {
  proprietary: 'proprietary',
  'public-domain-claim': 'public-domain-claim',
  'model-terms': 'model-restricted',
  none: 'no-licence',
};

const textsSay: Readonly<Partial<Record<ClassifiedLicence['class'], string>>> = {
  name: 'It is the name of a licence, not spelt as SPDX spells it',
  ambiguous: 'It could mean several licences',
  unlisted: 'It is a name that no list knows',
  'see-file': 'It only says in which file to look',
  url: 'It is an address',
  'free-text': 'It is a text',
  unstated: 'It says that nothing is known',
};
