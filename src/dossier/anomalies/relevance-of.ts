import type { ListedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { AnomalySource } from '../../model/anomalies/anomaly-source.ts';
import type { Entry } from '../../model/entry.ts';
import type { AnomalyRelevance } from '../../model/anomalies/item-anomalies.ts';
import type { Scheme } from '../../model/plugs/scheme.ts';
import type { ImportSite, Usage } from '../../model/inventory/usage.ts';
import { generic } from '../../versions/generic.ts';
import { schemeOf } from '../../versions/scheme-of.ts';
import { packageKeyOf } from '../evaluation/matching/package-key-of.ts';

/** What an anomaly is held against: the versions in use, and what the product imports of them. */
export type InUse = {
  readonly own: readonly Entry[];
  /** Every component of the device, for others may use parts that the product itself does not import. */
  readonly entries: readonly Entry[];
  readonly usage: Usage;
};

type Filters = Partial<Extract<AnomalySource, { readonly kind: 'changelog' }>>;

/** Decides for a source which anomalies concern what is in use; what cannot be told concerns it. */
export function relevanceIn(inUse: InUse, filters: Filters): (anomaly: ListedAnomaly) => AnomalyRelevance {
  const versions = inUse.own.flatMap(({ component }) => component.version?.replace(/^\d+:/, '') ?? []);
  const key = inUse.own.map(({ component }) => packageKeyOf(component)).find((known) => known !== undefined);
  const scheme = (key === undefined ? undefined : schemeOf(key.ecosystem)) ?? generic;
  const isImported = importedParts(inUse, filters.modules ?? []);
  return (anomaly) =>
    outOfScope(anomaly, filters, scheme) ??
    otherParts(anomaly, filters.modules ?? [], isImported) ??
    byVersion(anomaly, versions, scheme);
}

function outOfScope(
  { fixedIn, title, labels }: ListedAnomaly,
  { words = [], sinceVersion }: Filters,
  { compare }: Scheme,
): AnomalyRelevance | undefined {
  if (
    sinceVersion !== undefined &&
    fixedIn !== undefined &&
    isVersion(fixedIn) &&
    (compare(bare(fixedIn), sinceVersion) ?? 0) < 0
  )
    return { kind: 'out', reason: `fixed in ${fixedIn}, before ${sinceVersion}, from which on the record asks` };
  const text = [title, ...labels].join(' ').toLowerCase();
  if (words.length > 0 && !words.some((word) => text.includes(word.toLowerCase())))
    return { kind: 'out', reason: `holds none of the words ${words.join(', ')}` };
  return undefined;
}

function otherParts(
  { title, labels }: ListedAnomaly,
  modules: readonly string[],
  isImported: ((part: string) => boolean) | undefined,
): AnomalyRelevance | undefined {
  if (modules.length === 0 || isImported === undefined) return undefined;
  const words = new Set([title, ...labels].flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}_]+/u)));
  const named = modules.filter((part) => words.has(part.toLowerCase()));
  if (named.length === 0 || named.some(isImported)) return undefined;
  return { kind: 'out', reason: `speaks of ${named.join(', ')}, which no source of the product imports` };
}

/** Whether the product imports a part; `undefined` where that says nothing: nobody looked, or other packages use it, too. */
function importedParts(
  { own, entries, usage }: InUse,
  modules: readonly string[],
): ((part: string) => boolean) | undefined {
  if (usage.kind === 'not-looked' || modules.length === 0) return undefined;
  const purls = new Set(own.map(({ component }) => component.purl));
  const others = entries.some(
    ({ component }) => !component.firstParty && component.dependsOn?.some((needed) => purls.has(needed)),
  );
  const languages = new Set(usage.languages.flatMap(({ types }) => types));
  if (others || own.length === 0 || !own.every(({ component }) => languages.has(component.type))) return undefined;
  const known = new Set(modules.map((part) => part.toLowerCase()));
  const sites = [...purls].flatMap((purl) => usage.importedAt.get(purl) ?? []).map((site) => partsOf(site, known));
  const parts = new Set(sites.flatMap((found) => found ?? []));
  return sites.includes(undefined) ? undefined : (part) => parts.has(part.toLowerCase());
}

/** The parts that an import names; `undefined` where it may use every part: the package as a whole, or something of it that is no part. */
function partsOf({ module, names = [] }: ImportSite, known: ReadonlySet<string>): readonly string[] | undefined {
  const steps = module.toLowerCase().split(/[./:\\]+/);
  const taken = names.map((name) => name.toLowerCase());
  if (steps.length < 2 && (taken.length === 0 || !taken.every((name) => known.has(name)))) return undefined;
  return [...steps, ...taken];
}

/** An epoch of a distribution is not known to those who make the package; a commit has no order. */
function byVersion(
  { kind, fixedIn, affects }: ListedAnomaly,
  versions: readonly string[],
  scheme: Scheme,
): AnomalyRelevance {
  const { compare } = scheme;
  const inUse = versions.join(', ');
  if (fixedIn === undefined) {
    const names = affects === undefined ? '' : `; reported for ${affects.join(', ')}`;
    return { kind: 'candidate', reason: `no version is told that mends it${names}` };
  }
  const orders = versions.map((version) =>
    isVersion(fixedIn) && isVersion(version) ? compare(bare(fixedIn), version) : undefined,
  );
  if (versions.length === 0 || orders.some((order) => order === undefined))
    return {
      kind: 'candidate',
      reason: `fixed in "${fixedIn}", which cannot be compared with ${inUse || 'no version'}`,
    };
  if (orders.every((order) => order !== undefined && order <= 0))
    return { kind: 'out', reason: `fixed in ${fixedIn}, and ${inUse} is in use` };
  const since = kind === 'fix' ? 'fixed later' : 'fixed only later';
  return { kind: 'fixed-later', reason: `${since}, in ${fixedIn}; ${inUse} is in use` };
}

/** Words such as “next” and commits have no order, although some schemes would give them one. */
function isVersion(text: string): boolean {
  return /^v?\d/i.test(text) && !(/^[0-9a-f]{7,64}$/i.test(text) && /[a-f]/i.test(text));
}

function bare(version: string): string {
  return version.replace(/^v(?=\d)/i, '');
}
