import type { Advisory, StatedSeverity } from '../../model/anomalies/advisory.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import { isCve } from '../../base/anomalies/is-cve.ts';
import { compareText } from '../../base/compare.ts';
import { compareInstants } from '../../base/instant.ts';
import type { AdvisedComponent } from './matching/advise.ts';
import type { AdvisedPackage } from './matching/advised-package.ts';
import { clusterRecords, type Cluster } from './matching/cluster-records.ts';
import { fixedVersions } from './matching/fixed-versions.ts';
import type { Judgement } from './matching/judge-entry.ts';
import { compareResults, entriesFor, judgeRecord } from './matching/judge-record.ts';
import { judgeByProducts, type JudgedByProduct, type MappedCves } from './products/judge-by-products.ts';

/**
 * Judges a component, as advisories see it, by the records of its package, and by the CVE records of the products that it was
 * confirmed to be: one finding for each defect, sorted by id.
 */
export function evaluateComponent(
  advised: AdvisedComponent,
  records: readonly Advisory[],
  mapped?: MappedCves,
): readonly Finding[] {
  const judged = judgeByPackage(advised.packages, latestOfEach(records));
  const byProducts = mapped === undefined ? [] : judgeByProducts(advised.component, mapped);
  return clusterRecords<Judged>([...judged, ...byProducts]).map((cluster) => toFinding(advised, cluster));
}

type Judged = JudgedByProduct & Pick<Judgement, 'onlyByGraph'>;

function judgeByPackage(advised: readonly AdvisedPackage[], records: readonly Advisory[]): Judged[] {
  const confidence = advised.some(({ key }) => key.ecosystem === 'GIT') ? 'repository-tag' : 'package';
  return records.flatMap((record): Judged[] => {
    const judgement = judgeByNames(advised, record);
    return judgement === undefined ? [] : [{ record, ...judgement, confidence, functions: [] }];
  });
}

/** A record may speak of a component by two names, and most components have one. */
function judgeByNames([first, ...others]: readonly AdvisedPackage[], record: Advisory): Judgement | undefined {
  const judged = first && judgeRecord(first, record);
  if (others.length === 0) return judged;
  const told = [
    ...(judged === undefined ? [] : [judged]),
    ...others.flatMap((each) => judgeRecord(each, record) ?? []),
  ];
  return told.toSorted((a, b) => compareResults(a.result, b.result))[0];
}

/** Two feeds may bring a record of the same id; its later state counts. */
function latestOfEach(records: readonly Advisory[]): readonly Advisory[] {
  if (records.every(({ feed }) => feed === records[0]?.feed)) return records;
  const latest = new Map<string, Advisory>();
  for (const record of records) {
    const other = latest.get(record.id);
    if (other === undefined || compareInstants(record.modified, other.modified) > 0) latest.set(record.id, record);
  }
  return latest.size === records.length ? records : [...latest.values()];
}

function toFinding(
  { component: { purl }, packages }: AdvisedComponent,
  { id, aliases, members }: Cluster<Judged>,
): Finding {
  const ranked = members.toSorted((a, b) => compareResults(a.result, b.result));
  const { result, leading } = weigh(ranked);
  const valid = members.map(({ record }) => record).filter(({ withdrawn }) => withdrawn === undefined);
  const summary = ranked.find(({ record }) => record.summary !== undefined)?.record.summary;
  const isOpen = result !== 'not-affected';
  const functions = isOpen ? affectedFunctions(packages, valid, members) : [];
  return {
    component: purl,
    id,
    aliases: [...aliases],
    result,
    confidence: leading?.confidence ?? 'package',
    why: explain(ranked, leading, result),
    records: members.map(({ record }) => ({
      id: nameOf(record),
      feed: record.feed,
      modified: record.modified,
      hash: record.hash,
    })),
    kind: kindOf([id, ...aliases], valid.length === 0 ? members.map(({ record }) => record) : valid),
    ...(summary !== undefined && { summary }),
    severities: distinctSeverities(valid),
    fixed: isOpen ? fixedIn(packages, valid, members) : [],
    ...(functions.length > 0 && { functions }),
    ...(result === 'undetermined' && isOnlyByGraph(id, members) && { onlyByGraph: true }),
  };
}

/**
 * Records that name the package lead. Where they say nothing certain the products decide, and where products are affected
 * although the package is not, the sources disagree, which is put to a person.
 */
function weigh(ranked: readonly Judged[]): {
  readonly result: Finding['result'];
  readonly leading: Judged | undefined;
} {
  const ofPackage = ranked.find(isByPackage);
  const ofProduct = ranked.find((one) => !isByPackage(one));
  if (ofPackage === undefined) return { result: ofProduct?.result ?? 'not-affected', leading: ofProduct };
  if (ofProduct?.result !== 'affected' || ofPackage.result === 'affected')
    return { result: ofPackage.result, leading: ofPackage };
  return ofPackage.result === 'undetermined'
    ? { result: 'affected', leading: ofProduct }
    : { result: 'undetermined', leading: ofPackage };
}

/** A CVE is a defect that somebody has described, and is asked about on its own; those that fuzzing found are many. */
function isOnlyByGraph(id: string, members: readonly Judged[]): boolean {
  return !isCve(id) && members.every(({ onlyByGraph }) => onlyByGraph === true);
}

function isByPackage({ confidence }: Judged): boolean {
  return confidence === 'package' || confidence === 'repository-tag';
}

/** A record as findings call it; one that is matched by product is named with its database, for several hold the same CVE. */
function nameOf({ id, feed }: Advisory): string {
  return feed === 'nvd' || feed === 'cve-list' ? `${feed}/${id}` : id;
}

/** What the leading record says, each that says something else, and which others by product say the same. */
function explain(ranked: readonly Judged[], leading: Judged | undefined, result: Finding['result']): string {
  if (leading === undefined) return '';
  if (ranked.length === 1) return `${nameOf(leading.record)}: ${leading.reason}`;
  const others = ranked.filter((one) => one !== leading);
  const differing = others.filter((one) => one.result !== leading.result);
  const agreed = new Set(ranked.filter(({ result: own }) => own === leading.result).map(databaseOf));
  const ofOtherVersions = new Set(differing.filter((one) => isOfOtherVersions(one, agreed)));
  const disagreeing = differing.filter((one) => !ofOtherVersions.has(one));
  const agreeing = others.filter((one) => one.result === leading.result && !isByPackage(one));
  return [
    `${nameOf(leading.record)}: ${leading.reason}`,
    ...disagreeing.map(({ record, reason }) => `${nameOf(record)} disagrees: ${reason}`),
    ...[...ofOtherVersions].map(({ record, reason }) => `${nameOf(record)} names other versions: ${reason}`),
    ...agreeing.map(({ record }) => `${nameOf(record)} says the same`),
    ...(result === leading.result ? [] : ['the sources disagree, a person has to decide']),
  ].join('; ');
}

/**
 * Who writes a record for each branch of a package has said in another of them what holds for this version. The releases of a
 * distribution are no such branches: each says on its own from where on its package is mended.
 */
function isOfOtherVersions(judged: Judged, agreed: ReadonlySet<string>): boolean {
  const { result, record } = judged;
  if (result !== 'not-affected' || record.withdrawn !== undefined) return false;
  return agreed.has(databaseOf(judged)) && !record.affected.some(({ ecosystem }) => ecosystem.includes(':'));
}

/** The database that a record is of, by what its id begins with. */
function databaseOf({ record: { id, feed } }: Judged): string {
  return `${feed} ${/^[^-]*/.exec(id)?.[0] ?? ''}`;
}

function fixedIn(advised: readonly AdvisedPackage[], valid: readonly Advisory[], members: readonly Judged[]): string[] {
  const byPackage = advised.flatMap((each) => fixedVersions(each, valid));
  const byProduct = members.flatMap(({ fixed }) => fixed ?? []).toSorted();
  return [...new Set([...byPackage, ...byProduct])];
}

/** What any of the records calls it, the gravest first; an id of the malicious packages database says malware. */
function kindOf(ids: readonly string[], records: readonly Advisory[]): Finding['kind'] {
  if (ids.some((id) => id.startsWith('MAL-'))) return 'malware';
  return gravestFirst.find((kind) => records.some((record) => record.kind === kind)) ?? 'vulnerability';
}

const gravestFirst: readonly Finding['kind'][] = ['malware', 'vulnerability', 'unsound', 'unmaintained', 'notice'];

/** What records name as defective; some list an empty name. */
function affectedFunctions(
  advised: readonly AdvisedPackage[],
  records: readonly Advisory[],
  members: readonly Judged[],
): string[] {
  const entries = advised.flatMap((each) => records.flatMap((record) => entriesFor(each, record)));
  const named = [...entries, ...members].flatMap(({ functions }) => functions);
  return [...new Set(named)].filter((name) => name.trim() !== '').toSorted();
}

function distinctSeverities(records: readonly Advisory[]): StatedSeverity[] {
  const stated = records.flatMap(({ severities }) => severities).toSorted(compareSeverities);
  return stated.filter((one, index) => index === 0 || compareSeverities(one, stated[index - 1] ?? one) !== 0);
}

function compareSeverities(a: StatedSeverity, b: StatedSeverity): number {
  return compareText(a.kind, b.kind) || compareText(a.value, b.value);
}
