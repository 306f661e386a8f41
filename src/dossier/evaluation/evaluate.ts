import { productKey } from '../../base/cpe/product-name.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { baseEcosystem } from '../../base/packages/package-key.ts';
import type { Component } from '../../model/component.ts';
import type { Evaluation, Finding, Uncovered } from '../../model/anomalies/evaluation.ts';
import { lackOfEcosystem } from '../../base/anomalies/absent-ecosystem.ts';
import { compareText } from '../../base/compare.ts';
import { advisedPackagesOf } from './matching/advised-package.ts';
import { evaluateComponent } from './evaluate-component.ts';
import { leadsFrom } from './leads-from.ts';
import { hashInventory } from '../inventory/hash-inventory.ts';
import { whyWithoutKey } from './matching/package-key-of.ts';
import { publishedAs } from './matching/published-as.ts';
import { recordsFor, type Candidates } from './matching/records-for.ts';
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
  const evaluated = components.filter(({ firstParty }) => !firstParty);
  const held = new Set(
    content.sources.filter(({ records }) => records > 0).map(({ ecosystem }) => baseEcosystem(ecosystem)),
  );
  const { hash, fetched, newest, sources, lists, databases } = content;
  const found = find(evaluated, candidates, mapped, today);
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
    components: evaluated.length,
    findings: [...found.keys()].toSorted(compareFindings),
    uncovered: evaluated
      .filter((component) => !isMapped(component, mapped))
      .flatMap((component) => uncoveredBy(component, held, mapped))
      .toSorted(compareUncovered),
  };
  return { evaluation, leads: new Map([...found].filter(([finding]) => isOpen(finding))) };
}

const noMappings: MappedCves = { mappings: new Map(), found: { records: new Map(), byProduct: new Map() } };

/**
 * All findings, the open ones with what leads away from them. Components of one package are judged together: its records are
 * looked up once, and let go before those of the next.
 */
function find(components: readonly Component[], candidates: Candidates, mapped: MappedCves, today: string) {
  const found = new Map<Finding, readonly string[]>();
  for (const [first, ...others] of Map.groupBy(components, packagesText).values()) {
    if (first === undefined) continue;
    const records = recordsFor(first, candidates, today);
    for (const component of [first, ...others])
      for (const finding of evaluateComponent(component, records, mapped))
        found.set(finding, isOpen(finding) ? leadsFrom(finding, records) : []);
  }
  return found;
}

function isOpen({ result }: Finding): boolean {
  return result !== 'not-affected';
}

function packagesText(component: Component): string {
  const keys = advisedPackagesOf(component).map(({ key: { ecosystem, name } }) => `${ecosystem}/${name}`);
  return keys.length === 1 ? (keys[0] ?? '') : keys.join('\n');
}

function uncoveredBy(component: Component, held: ReadonlySet<string>, { mappings }: MappedCves): Uncovered[] {
  const why = whyUncovered(component, held);
  if (why === undefined) return [];
  const [confirmed] = mappings.get(packageOf(component.purl)) ?? [];
  const reason =
    confirmed === undefined || component.version === undefined
      ? why
      : `${why}, and the store holds no CVE record of ${productKey(confirmed)}, which it was confirmed to be`;
  return [{ component: component.purl, reason }];
}

function whyUncovered(component: Component, held: ReadonlySet<string>): string | undefined {
  const [advised] = advisedPackagesOf(component);
  if (advised === undefined) return whyWithoutKey(component);
  if (!held.has(advised.key.ecosystem)) return lackOfEcosystem(advised.key.ecosystem);
  if ('unknown' in advised.version) return advised.version.unknown;
  if (publishedAs(component, advised.key.ecosystem).every(({ told }) => told)) return undefined;
  return `${advised.key.ecosystem} publishes by source package, and no file names the one of ${component.name}`;
}

function compareFindings(a: Finding, b: Finding): number {
  return compareText(a.component, b.component) || compareText(a.id, b.id);
}

function compareUncovered(a: Uncovered, b: Uncovered): number {
  return compareText(a.component, b.component);
}
