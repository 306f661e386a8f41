import { packageOf } from '../../base/packages/purl.ts';
import type { Component } from '../../model/component.ts';
import type { Evaluation, Finding } from '../../model/anomalies/evaluation.ts';
import type { FactsFound } from '../../model/anomalies/fact.ts';
import { compareText } from '../../base/compare.ts';
import type { Matched } from './evaluate.ts';
import { rateSeverities } from './rate-severities.ts';
import { supportOf } from './support-of.ts';

/** What to ask the lists of a store for: the ids that lead away from each finding that is open, and all packages. */
export type Enquiry = {
  readonly idsOf: ReadonlyMap<Finding, readonly string[]>;
  readonly ids: readonly string[];
  readonly packages: readonly string[];
};

/** Asks for what leads away from the open findings, and where a list tells of support for all packages. */
export function enquire({ evaluation, leads }: Matched, components: readonly Component[]): Enquiry {
  return {
    idsOf: leads,
    ids: [...new Set([...leads.values()].flat())],
    packages: knowsSupport(evaluation.data)
      ? [...new Set(thirdParty(components).map(({ purl }) => packageOf(purl)))]
      : [],
  };
}

/** Adds to the open findings of an evaluation their scores and what lists say of them, and to it the support of components. */
export function enrich(
  evaluation: Evaluation,
  components: readonly Component[],
  { idsOf }: Enquiry,
  facts: FactsFound,
): Evaluation {
  const model = modelOf(evaluation);
  return {
    ...evaluation,
    findings: evaluation.findings.map((finding) => {
      const ids = idsOf.get(finding);
      return ids === undefined ? finding : enrichFinding(finding, ids, facts, model);
    }),
    ...(knowsSupport(evaluation.data) && {
      support: thirdParty(components)
        .flatMap((component) => supportOf(component, facts.support.get(packageOf(component.purl)) ?? []))
        .toSorted((a, b) => compareText(a.component, b.component) || compareText(a.product, b.product)),
    }),
  };
}

function knowsSupport({ lists = [] }: Evaluation['data']): boolean {
  return lists.some(({ feed }) => feed === 'endoflife');
}

type Model = { readonly model?: string; readonly date?: string };

function modelOf({ data }: Evaluation): Model {
  const { edition, dated } = data.lists?.find(({ feed }) => feed === 'epss') ?? {};
  return { ...(edition !== undefined && { model: edition }), ...(dated !== undefined && { date: dated }) };
}

function enrichFinding(finding: Finding, ids: readonly string[], facts: FactsFound, model: Model): Finding {
  const exploited = ids.flatMap((id) => facts.exploited.get(id) ?? []);
  const probable = ids.flatMap((id) => facts.probabilities.get(id) ?? []);
  return {
    ...finding,
    severities: rateSeverities(finding.severities),
    ...(exploited.length > 0 && {
      kev: exploited.map(({ id, by, added, due, ransomware }) => ({ id, by, added, ...(due && { due }), ransomware })),
    }),
    ...(probable.length > 0 && {
      epss: probable.map(({ id, score, percentile }) => ({ id, score, percentile, ...model })),
    }),
  };
}

function thirdParty(components: readonly Component[]): readonly Component[] {
  return components.filter(({ firstParty }) => !firstParty);
}
