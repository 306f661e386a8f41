import { productKey } from '../../base/cpe/product-name.ts';
import { packageOf } from '../../base/packages/purl.ts';
import { baseEcosystem, type PackageKey } from '../../base/packages/package-key.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import type { Component } from '../../model/component.ts';
import type { Evaluation, Finding, Uncovered } from '../../model/anomalies/evaluation.ts';
import { lackOfEcosystem } from '../../base/anomalies/absent-ecosystem.ts';
import { compareText } from '../../base/compare.ts';
import { advisedPackagesOf } from './matching/advised-package.ts';
import { evaluateComponent } from './evaluate-component.ts';
import { hashInventory } from '../inventory/hash-inventory.ts';
import { packageKeysOf, whyWithoutKey } from './matching/package-key-of.ts';
import { publishedAs } from './matching/published-as.ts';
import { isMapped } from './products/is-mapped.ts';
import type { MappedCves } from './products/judge-by-products.ts';

/**
 * Matches every third-party component, tools included, with the advisories of a store. `candidates` holds the records by
 * `<ecosystem>/<name>` of their package, `content` is what the store holds, `today` the day of the evaluation; `mapped`
 * holds the products that components were confirmed to be, with the CVE records of them.
 */
export function evaluate(
  components: readonly Component[],
  candidates: ReadonlyMap<string, readonly Advisory[]>,
  content: Evaluation['data'],
  today: string,
  mapped: MappedCves = noMappings,
): Evaluation {
  const evaluated = components.filter(({ firstParty }) => !firstParty);
  const held = new Set(
    content.sources.filter(({ records }) => records > 0).map(({ ecosystem }) => baseEcosystem(ecosystem)),
  );
  const { hash, fetched, newest, sources, lists, databases } = content;
  return {
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
    findings: evaluated
      .flatMap((component) => evaluateComponent(component, recordsFor(component, candidates), mapped))
      .toSorted(compareFindings),
    uncovered: evaluated
      .filter((component) => !isMapped(component, mapped))
      .flatMap((component) => uncoveredBy(component, held, mapped))
      .toSorted(compareUncovered),
  };
}

const noMappings: MappedCves = { mappings: new Map(), found: { records: new Map(), byProduct: new Map() } };

/** The packages to ask a store for, each once, sorted. */
export function packagesToAsk(components: readonly Component[]): readonly PackageKey[] {
  const byText = new Map<string, PackageKey>();
  for (const component of components) {
    for (const key of component.firstParty ? [] : packageKeysOf(component)) byText.set(keyText(key), key);
  }
  return [...byText.keys()].toSorted().flatMap((text) => byText.get(text) ?? []);
}

function recordsFor(component: Component, candidates: ReadonlyMap<string, readonly Advisory[]>): readonly Advisory[] {
  const [first = [], ...others] = packageKeysOf(component).map((key) => candidates.get(keyText(key)) ?? []);
  if (others.length === 0) return first;
  const known = new Set(first.map(recordText));
  return [...first, ...others.flat().filter((record) => !known.has(recordText(record)))];
}

function recordText({ feed, id }: Advisory): string {
  return `${feed}/${id}`;
}

function keyText({ ecosystem, name }: PackageKey): string {
  return `${ecosystem}/${name}`;
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
