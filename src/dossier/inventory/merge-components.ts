import type {
  Component,
  Hash,
  LicenceStatement,
  Pinning,
  Relation,
  Scope,
  ScopeEvidence,
} from '../../model/component.ts';
import type { LinePlace } from '../../model/place.ts';

/**
 * Joins what several files, or several lines of one, say of the same packages: one component for each type,
 * name and version, sorted by package URL. Joining is associative, and its order does not matter.
 */
export function mergeComponents(components: readonly Component[]): readonly Component[] {
  const renamed = new Map<string, string>();
  const merged = [...Map.groupBy(components, identity).values()].map((same) => {
    if (same.length === 1) return inOrder(same[0] as Component);
    const one = join(same);
    for (const { purl } of same) if (purl !== one.purl) renamed.set(purl, one.purl);
    return one;
  });
  const complete = renamed.size === 0 ? merged : merged.map((component) => retarget(component, renamed));
  return complete.toSorted((a, b) => compareText(a.purl, b.purl));
}

/**
 * Two rows are the same when type, name and version are, as their ecosystem compares them: architecture, distribution and
 * address do not count.
 */
function identity({ purl, type }: Component): string {
  const end = purl.search(/[?#]/);
  const bare = end === -1 ? purl : purl.slice(0, end);
  return comparable.get(type)?.(bare) ?? bare;
}

/** Registries for which some spellings of a name are one package, beside those that a package URL spells in one way only. */
const comparable: ReadonlyMap<string, (bare: string) => string> = new Map([
  ['nuget', (bare) => bare.toLowerCase()],
  ['pypi', (bare) => bare.replace(/^[^@]*/, (name) => name.toLowerCase().replace(/[-_.]+/g, '-'))],
  ['cargo', (bare) => bare.replace(/^[^@]*/, (name) => name.toLowerCase().replaceAll('_', '-'))],
]);

function join(same: readonly Component[]): Component {
  const sorted = same.toSorted(
    (a, b) => compareText(a.purl, b.purl) || compareText(JSON.stringify(a), JSON.stringify(b)),
  );
  const first = sorted[0] as Component;
  const graphs = sorted.flatMap(({ dependsOn }) => (dependsOn === undefined ? [] : [dependsOn]));
  return inOrder({
    ...first,
    pinning: sorted.map(({ pinning }) => pinning).reduce(joinPinning),
    scope: strongest(
      scopeOrder,
      sorted.map(({ scope }) => scope),
    ),
    scopeEvidence: sorted.flatMap(({ scopeEvidence }) => scopeEvidence),
    relation: strongest(
      relationOrder,
      sorted.map(({ relation }) => relation),
    ),
    firstParty: isOwn(sorted),
    foundAt: sorted.flatMap(({ foundAt }) => foundAt),
    hashes: sorted.flatMap(({ hashes }) => hashes),
    licences: sorted.flatMap(({ licences }) => licences),
    supplier: anyKnown(sorted, 'supplier'),
    homepage: anyKnown(sorted, 'homepage'),
    repository: anyKnown(sorted, 'repository'),
    download: anyKnown(sorted, 'download'),
    description: anyKnown(sorted, 'description'),
    source: anyKnown(sorted, 'source'),
    ...makerOf(sorted),
    ...cpesOf(sorted),
    dependsOn: graphs.length === 0 ? undefined : graphs.flat(),
  });
}

function makerOf(same: readonly Component[]): Pick<Component, 'originator'> {
  const originator = anyKnown(same, 'originator');
  return originator === undefined ? {} : { originator };
}

function cpesOf(same: readonly Component[]): Pick<Component, 'cpes'> {
  const cpes = new Set(same.flatMap((one) => one.cpes ?? []));
  return cpes.size === 0 ? {} : { cpes: [...cpes].toSorted(compareText) };
}

/**
 * A lockfile that lists a package of the product takes it from a registry. Maven takes what a module of the build makes,
 * and each pom that asks for the module names it like any other artefact.
 */
function isOwn(same: readonly Component[]): boolean {
  return same[0]?.type === 'maven'
    ? same.some(({ firstParty }) => firstParty)
    : same.every(({ firstParty }) => firstParty);
}

function inOrder(component: Component): Component {
  const scopeEvidence = distinct(component.scopeEvidence, evidenceKey);
  const foundAt = distinct(component.foundAt, placeKey);
  const hashes = distinct(component.hashes, hashKey);
  const licences = distinct(component.licences, licenceKey);
  const dependsOn = component.dependsOn && distinct(component.dependsOn, itself);
  return scopeEvidence === component.scopeEvidence &&
    foundAt === component.foundAt &&
    hashes === component.hashes &&
    licences === component.licences &&
    dependsOn === component.dependsOn
    ? component
    : { ...component, scopeEvidence, foundAt, hashes, licences, dependsOn };
}

function itself(purl: string): string {
  return purl;
}

function evidenceKey({ at, reason, scope }: ScopeEvidence): string {
  return `${placeKey(at)} ${scope} ${reason}`;
}

function hashKey({ algorithm, value, of }: Hash): string {
  return `${algorithm} ${value} ${of}`;
}

function licenceKey({ expression, at }: LicenceStatement): string {
  return `${placeKey(at)} ${expression}`;
}

function retarget(component: Component, renamed: ReadonlyMap<string, string>): Component {
  if (component.dependsOn?.some((purl) => renamed.has(purl)) !== true) return component;
  return {
    ...component,
    dependsOn: distinct(
      component.dependsOn.map((purl) => renamed.get(purl) ?? purl),
      itself,
    ),
  };
}

/** What ships anywhere ships; what nobody knows may ship, so only a certain `development` stays one. */
const scopeOrder: readonly Scope[] = ['runtime', 'optional', 'unknown', 'development'];
const relationOrder: readonly Relation[] = ['direct', 'transitive', 'unknown'];

function strongest<T>(order: readonly T[], values: readonly T[]): T {
  return order.find((candidate) => values.includes(candidate)) ?? (values[0] as T);
}

function joinPinning(a: Pinning, b: Pinning): Pinning {
  if (a.kind === 'exact') return b;
  if (b.kind === 'exact' || a.asked === b.asked) return a;
  const asked = [...new Set([...a.asked.split(' and '), ...b.asked.split(' and ')])].toSorted().join(' and ');
  return { kind: a.kind === 'mutable' || b.kind === 'mutable' ? 'mutable' : 'range', asked };
}

/** Files that contradict each other are settled by the alphabet, so that their order does not matter. */
function anyKnown<
  K extends 'supplier' | 'originator' | 'homepage' | 'repository' | 'download' | 'description' | 'source',
>(same: readonly Component[], key: K): Component[K] {
  const known = same.map((component) => component[key]).filter((value) => value !== undefined);
  return known.toSorted((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))[0];
}

function distinct<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return ascend(values, key) ? values : sortedByKey(values, key);
}

function sortedByKey<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  const byKey = new Map(values.map((value) => [key(value), value]));
  return [...byKey].toSorted(([a], [b]) => compareText(a, b)).map(([, value]) => value);
}

/** Most lists have one entry, or come in order. */
function ascend<T>(values: readonly T[], key: (value: T) => string): boolean {
  for (let at = 1; at < values.length; at++) if (key(values[at - 1] as T) >= key(values[at] as T)) return false;
  return true;
}

/** Lines sort as numbers: padded, they sort as text too. */
function placeKey({ file, line, column }: LinePlace): string {
  return `${file}:${String(line).padStart(8, '0')}:${String(column ?? 0).padStart(6, '0')}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
