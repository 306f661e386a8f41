import { productKey } from '../../base/cpe/product-name.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { baseEcosystem } from '../../base/packages/package-key.ts';
import type { Component } from '../../model/component.ts';
import type { Evaluation, Finding, Uncovered } from '../../model/anomalies/evaluation.ts';
import { lackOfEcosystem } from '../../base/anomalies/absent-ecosystem.ts';
import { compareText } from '../../base/compare.ts';
import { advise, type AdvisedComponent } from './matching/advise.ts';
import { evaluateComponent } from './evaluate-component.ts';
import { leadsFrom } from './leads-from.ts';
import { hashInventory } from '../inventory/hash-inventory.ts';
import { whyWithoutKey } from './matching/package-key-of.ts';
import { publishedAs } from './matching/published-as.ts';
import { recordsFor, type Candidates } from './matching/records-for.ts';
import { hashMappings } from './products/mappings-of.ts';
import { isMapped } from './products/is-mapped.ts';
import type { MappedCves } from './products/judge-by-products.ts';

/** An evaluation, and where to look for more of what it found. */
export type Matched = {
  readonly evaluation: Evaluation;
  /** The ids that lead away from each finding that is open. */
  readonly leads: ReadonlyMap<Finding, readonly string[]>;
};

/**
 * Matches every third-party component, tools included, with the advisories of a store. `candidates` looks its records up,
 * `content` is what it holds, `today` the day of the evaluation; `mapped` holds the products that components were confirmed
 * to be, with the CVE records of them.
 */
export function evaluate(
  components: readonly Component[],
  candidates: Candidates,
  content: Evaluation['data'],
  today: string,
  mapped: MappedCves = noMappings,
): Matched {
  const evaluated = components.filter(({ firstParty }) => !firstParty).map(advise);
  const held = new Set(
    content.sources.filter(({ records }) => records > 0).map(({ ecosystem }) => baseEcosystem(ecosystem)),
  );
  const { hash, fetched, newest, sources, lists, databases } = content;
  const { findings, leads } = find(evaluated, candidates, mapped, today);
  const products = hashMappings(components, mapped.mappings);
  const evaluation: Evaluation = {
    evaluated: today,
    data: {
      hash,
      fetched,
      newest,
      sources,
      ...(lists !== undefined && { lists }),
      ...(databases !== undefined && { databases }),
    },
    inventory: hashInventory(components),
    ...(products !== undefined && { products }),
    components: evaluated.length,
    findings: findings.toSorted(compareFindings),
    uncovered: evaluated
      .filter(({ component }) => !isMapped(component, mapped))
      .flatMap((one) => uncoveredBy(one, held, mapped))
      .toSorted(compareUncovered),
  };
  return { evaluation, leads };
}

const noMappings: MappedCves = { mappings: new Map(), found: { records: new Map(), byProduct: new Map() } };

/**
 * All findings, the open ones with what leads away from them. Components of one package are judged together: its records are
 * looked up once, and let go before those of the next.
 */
function find(evaluated: readonly AdvisedComponent[], candidates: Candidates, mapped: MappedCves, today: string) {
  const findings: Finding[] = [];
  const leads = new Map<Finding, readonly string[]>();
  for (const same of Map.groupBy(evaluated, packagesText).values()) {
    const records = recordsFor(same[0]?.packages ?? [], candidates, today);
    for (const component of same)
      for (const finding of evaluateComponent(component, records, mapped)) {
        findings.push(finding);
        if (finding.result !== 'not-affected') leads.set(finding, leadsFrom(finding, records));
      }
  }
  return { findings, leads };
}

function packagesText({ packages }: AdvisedComponent): string {
  const [first, ...others] = packages.map(({ key: { ecosystem, name } }) => `${ecosystem}/${name}`);
  return others.length === 0 ? (first ?? '') : [first, ...others].join('\n');
}

function uncoveredBy(one: AdvisedComponent, held: ReadonlySet<string>, { mappings }: MappedCves): Uncovered[] {
  const { component } = one;
  const why = whyUncovered(one, held);
  if (why === undefined) return [];
  const [confirmed] = mappings.get(packageOf(component.purl)) ?? [];
  const reason =
    confirmed === undefined || component.version === undefined
      ? why
      : `${why}, and the store holds no CVE record of ${productKey(confirmed)}, which it was confirmed to be`;
  return [{ component: component.purl, reason }];
}

function whyUncovered({ component, packages }: AdvisedComponent, held: ReadonlySet<string>): string | undefined {
  const [first] = packages;
  if (first === undefined) return whyWithoutKey(component);
  const { ecosystem } = first.key;
  if (!held.has(ecosystem)) return lackOfEcosystem(ecosystem);
  if ('unknown' in first.version) return first.version.unknown;
  if (publishedAs(component, ecosystem).every(({ told }) => told)) return undefined;
  return `${ecosystem} publishes by source package, and no file names the one of ${component.name}`;
}

function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.component, b.component) || compareText(a.id, b.id);
}

function compareUncovered(a: Uncovered, b: Uncovered): number {
  return compareText(a.component, b.component);
}
