import type { Advisory, StatedSeverity } from '../../model/advisory.ts';
import type { Component } from '../../model/component.ts';
import type { Finding } from '../../model/evaluation.ts';
import { compareText } from '../../base/compare.ts';
import { advisedPackageOf, type AdvisedPackage } from './matching/advised-package.ts';
import { clusterRecords, type Cluster } from './matching/cluster-records.ts';
import { fixedVersions } from './matching/fixed-versions.ts';
import type { Judgement } from './matching/judge-entry.ts';
import { compareResults, entriesFor, judgeRecord } from './matching/judge-record.ts';

/** Judges a component by the records of its package: one finding for each defect, sorted by id. */
export function evaluateComponent(component: Component, records: readonly Advisory[]): readonly Finding[] {
  const advised = advisedPackageOf(component);
  if (advised === undefined) return [];
  const judged = records.flatMap((record): Judged[] => {
    const judgement = judgeRecord(advised, record);
    return judgement === undefined ? [] : [{ record, ...judgement }];
  });
  return clusterRecords(judged).map((cluster) => toFinding(component, advised, cluster));
}

type Judged = Judgement & { readonly record: Advisory };

function toFinding({ purl }: Component, advised: AdvisedPackage, { id, aliases, members }: Cluster<Judged>): Finding {
  const ranked = members.toSorted((a, b) => compareResults(a.result, b.result));
  const result = ranked[0]?.result ?? 'not-affected';
  const valid = members.map(({ record }) => record).filter(({ withdrawn }) => withdrawn === undefined);
  const summary = ranked.map(({ record }) => record.summary).find((text) => text !== undefined);
  const functions = result === 'not-affected' ? [] : affectedFunctions(advised, valid);
  return {
    component: purl,
    id,
    aliases: [...aliases],
    result,
    why: explain(ranked),
    records: members.map(({ record }) => ({ id: record.id, modified: record.modified, hash: record.hash })),
    kind: kindOf([id, ...aliases], valid.length === 0 ? members.map(({ record }) => record) : valid),
    ...(summary !== undefined && { summary }),
    severities: distinctSeverities(valid),
    fixed: result === 'not-affected' ? [] : [...fixedVersions(advised, valid)],
    ...(functions.length > 0 && { functions }),
  };
}

/** What the strongest record says, and each that says something else. */
function explain(ranked: readonly Judged[]): string {
  const [first, ...others] = ranked;
  if (first === undefined) return '';
  const disagreeing = others.filter(({ result }) => result !== first.result);
  return [
    `${first.record.id}: ${first.reason}`,
    ...disagreeing.map(({ record, reason }) => `${record.id} disagrees: ${reason}`),
  ].join('; ');
}

/** What any of the records calls it, the gravest first; an id of the malicious packages database says malware. */
function kindOf(ids: readonly string[], records: readonly Advisory[]): Finding['kind'] {
  if (ids.some((id) => id.startsWith('MAL-'))) return 'malware';
  return gravestFirst.find((kind) => records.some((record) => record.kind === kind)) ?? 'vulnerability';
}

const gravestFirst: readonly Finding['kind'][] = ['malware', 'vulnerability', 'unsound', 'unmaintained', 'notice'];

/** What records name as defective; some list an empty name. */
function affectedFunctions(advised: AdvisedPackage, records: readonly Advisory[]): string[] {
  const named = records.flatMap((record) => entriesFor(advised, record)).flatMap(({ functions }) => functions);
  return [...new Set(named)].filter((name) => name.trim() !== '').toSorted();
}

function distinctSeverities(records: readonly Advisory[]): StatedSeverity[] {
  const byText = new Map(
    records.flatMap(({ severities }) => severities).map((one) => [`${one.kind} ${one.value}`, one]),
  );
  return [...byText].toSorted(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}
