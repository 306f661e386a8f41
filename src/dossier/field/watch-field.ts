import { countQuestions } from '../../base/anomalies/asked-together.ts';
import { isWaiting } from '../../base/anomalies/is-waiting.ts';
import { compareGravity, gravityOf, type Gravity } from '../../base/anomalies/gravity.ts';
import { compareText } from '../../base/compare.ts';
import { reviewedOn } from '../../base/releases/reviewed-on.ts';
import { supportState } from '../../base/releases/support-state.ts';
import type { Evaluation, Finding, Uncovered } from '../../model/anomalies/evaluation.ts';
import type { Verdicts } from '../../model/anomalies/verdict.ts';
import type { Component } from '../../model/component.ts';
import type { FindingEntry } from '../../model/dossier.ts';
import type { Filed } from '../../model/filed.ts';
import type { Review } from '../../model/records/review.ts';
import type { Field, FieldDefect, FieldFinding, FrozenRelease, WatchedRelease } from '../../model/releases/field.ts';
import { joinVerdicts } from '../join-verdicts.ts';
import { distinctComponents } from './distinct-components.ts';
import { newsOf } from './news-of.ts';

/** Releases, and what people said of findings, before they are watched. */
export type Unwatched = {
  readonly releases: readonly FrozenRelease[];
  readonly verdicts: readonly Filed<Verdicts>[];
  readonly reviews: readonly Filed<Review>[];
  readonly data: Evaluation['data'];
  readonly today: string;
};

/**
 * Evaluates each different component of all releases once, lets the findings meet the verdicts as they hold for that version and
 * use, and tells for each release what came of it. `evaluate` matches components of which no two have one package URL.
 */
export function watchField(
  { releases, verdicts, reviews, data, today }: Unwatched,
  evaluate: (components: readonly Component[]) => Pick<Evaluation, 'findings' | 'uncovered'>,
): Field {
  const { batches, of } = distinctComponents(releases);
  const found = new Map(batches.flatMap((batch) => [...judge(batch, evaluate(batch), verdicts, today)]));
  const watched = releases.map((one) => watchRelease(one, reviewedOn(one.release.record.version, reviews, today)));
  return {
    watched: today,
    data,
    releases: watched.map(({ row }) => row),
    distinct: found.size,
    defects: defectsIn(watched.flatMap(({ findings }) => findings)),
  };

  function watchRelease(frozen: FrozenRelease, reviewed: string | undefined) {
    const { release, components } = frozen;
    const { version, date } = release.record;
    const news = newsOf(frozen, reviewed);
    const all = components.flatMap((component) => found.get(of(component)) ?? []);
    const findings = all.flatMap(({ component, findings: entries }) =>
      entries.flatMap(({ finding, standing }): FieldFinding[] =>
        finding.result === 'not-affected'
          ? []
          : [{ release: version, scope: component.scope, finding, standing, news: news(finding) }],
      ),
    );
    const waiting = findings.filter(isWaiting);
    const state = supportState(release.record, today);
    const row: WatchedRelease = {
      version,
      date,
      until: state.kind === 'ended' ? state.on : state.until,
      reviewed,
      components: all.length,
      results: countResults(all.flatMap(({ findings: entries }) => entries)),
      waiting: waiting.length,
      questions: countQuestions(waiting.map(({ finding }) => finding)),
      news: countNews(findings),
      uncovered: all.flatMap(({ uncovered }) => uncovered ?? []),
    };
    return { row, findings };
  }
}

type Found = {
  readonly component: Component;
  readonly findings: readonly Pick<FindingEntry, 'finding' | 'standing'>[];
  readonly uncovered: Uncovered | undefined;
};

function judge(
  batch: readonly Component[],
  { findings, uncovered }: Pick<Evaluation, 'findings' | 'uncovered'>,
  verdicts: readonly Filed<Verdicts>[],
  today: string,
): ReadonlyMap<Component, Found> {
  const entries = batch.map((component) => ({ component, use: { scope: component.scope, ...asFrozen } }));
  const joined = joinVerdicts({ findings, verdicts, entries, today });
  const byPurl = Map.groupBy(joined.findings, ({ finding }) => finding.component);
  const without = new Map(uncovered.map((one) => [one.component, one]));
  return new Map(
    batch.map((component) => [
      component,
      { component, findings: byPurl.get(component.purl) ?? [], uncovered: without.get(component.purl) },
    ]),
  );
}

const asFrozen = { decidedBy: 'files', reason: 'as it was frozen' } as const;

function countResults(entries: readonly Pick<FindingEntry, 'finding'>[]): WatchedRelease['results'] {
  const count = (result: Finding['result']) => entries.filter(({ finding }) => finding.result === result).length;
  return { affected: count('affected'), undetermined: count('undetermined'), 'not-affected': count('not-affected') };
}

function countNews(findings: readonly FieldFinding[]): WatchedRelease['news'] {
  const count = (news: FieldFinding['news']) => findings.filter((one) => one.news === news).length;
  return { new: count('new'), known: count('known'), untold: count('untold') };
}

function defectsIn(findings: readonly FieldFinding[]): readonly FieldDefect[] {
  return [...Map.groupBy(findings, ({ finding }) => finding.id)]
    .map(([id, same]) => ({ id, exploited: same.some(isExploited), findings: same.toSorted(compareFindings) }))
    .toSorted((a, b) => rankOf(a) - rankOf(b) || compareGravity(gravity(a), gravity(b)) || compareText(a.id, b.id));
}

/** By its published severity it is ordered, which says nothing about a patient. */
function gravity({ findings }: FieldDefect): Gravity {
  return gravityOf(findings.map(({ finding }) => finding));
}

function isExploited({ finding: { kev = [], kind, ssvc } }: FieldFinding): boolean {
  return kev.length > 0 || kind === 'malware' || ssvc?.exploitation === 'active';
}

function compareFindings(a: FieldFinding, b: FieldFinding): number {
  return compareText(a.finding.component, b.finding.component);
}

function rankOf({ exploited, findings }: FieldDefect): number {
  const none = (test: (one: FieldFinding) => boolean) => (findings.some(test) ? 0 : 1);
  return (
    8 * none(isWaiting) +
    4 * (exploited ? 0 : 1) +
    2 * none(({ finding }) => finding.result === 'affected') +
    none(({ news }) => news === 'new')
  );
}
