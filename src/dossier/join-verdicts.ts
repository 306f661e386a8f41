import { packageOf } from '../base/packages/purl.ts';
import type { FiledVerdict, FindingEntry, MetVerdict, Standing, VerdictEntry } from '../model/dossier.ts';
import type { Entry } from '../model/entry.ts';
import type { Finding } from '../model/anomalies/evaluation.ts';
import type { Filed } from '../model/filed.ts';
import type { JudgedFinding, Verdict, Verdicts } from '../model/anomalies/verdict.ts';
import { isSameDefect } from '../base/anomalies/is-same-defect.ts';
import { changesSince } from './inventory/changes-since.ts';

/** A component and its use: what of an entry a verdict depends on. */
export type UsedComponent = Pick<Entry, 'component' | 'use'>;

/** Findings and verdicts, before they meet. */
export type Unjudged<E extends UsedComponent> = {
  readonly findings: readonly Finding[];
  readonly verdicts: readonly Filed<Verdicts>[];
  readonly entries: readonly E[];
  readonly today: string;
};

/** Findings with where they stand, and verdicts with what they no longer meet. */
export type Joined<E extends UsedComponent> = {
  readonly findings: readonly (Omit<FindingEntry, 'entry'> & { readonly entry: E | undefined })[];
  readonly verdicts: readonly VerdictEntry[];
};

/**
 * Lets findings meet the verdicts that are about the same package and the same defect. Of several the one with the fewest
 * changes counts, so that each version keeps its own; then the latest.
 */
export function joinVerdicts<E extends UsedComponent>({ findings, verdicts, entries, today }: Unjudged<E>): Joined<E> {
  const filed = verdicts.flatMap(({ file, record }) =>
    record.verdicts.map((verdict, index): FiledVerdict => ({ file, index, verdict })),
  );
  const byKey = judgementsByKey(filed);
  const byPurl = new Map(entries.map((entry) => [entry.component.purl, entry]));
  const met = new Set<JudgedFinding>();
  const joined = findings.map((finding, index) => {
    const entry = byPurl.get(finding.component);
    const about = judgementsOf(finding, byKey);
    for (const { judged } of about) met.add(judged);
    return { finding, index, entry, standing: standingOf(finding, entry, about, today) };
  });
  return {
    findings: joined,
    verdicts: filed.map((one): VerdictEntry => ({
      ...one,
      unmet: one.verdict.judged.filter((each) => !met.has(each)),
    })),
  };
}

/** Judgements by package and each id that the defect had then. */
function judgementsByKey(filed: readonly FiledVerdict[]): ReadonlyMap<string, readonly MetVerdict[]> {
  const byKey = new Map<string, MetVerdict[]>();
  for (const one of filed) {
    for (const judged of one.verdict.judged) {
      for (const id of new Set([judged.anomaly, ...judged.aliases])) {
        const key = `${judged.package} ${id}`;
        const others = byKey.get(key);
        if (others === undefined) byKey.set(key, [{ filed: one, judged }]);
        else others.push({ filed: one, judged });
      }
    }
  }
  return byKey;
}

function judgementsOf(finding: Finding, byKey: ReadonlyMap<string, readonly MetVerdict[]>): readonly MetVerdict[] {
  const component = packageOf(finding.component);
  const near = [finding.id, ...finding.aliases].flatMap((id) => byKey.get(`${component} ${id}`) ?? []);
  const byJudged = new Map(near.map((one) => [one.judged, one]));
  return [...byJudged.values()].filter(({ judged: { anomaly, aliases } }) =>
    isSameDefect({ id: anomaly, aliases }, finding),
  );
}

function standingOf(
  finding: Finding,
  entry: UsedComponent | undefined,
  about: readonly MetVerdict[],
  today: string,
): Standing {
  if (finding.result === 'not-affected') return { kind: 'not-needed' };
  const [best] = about
    .map((met) => ({
      met,
      changed: [
        ...datedAhead(met.filed.verdict, today),
        ...changesSince(met.filed.verdict, met.judged, finding, entry),
      ],
    }))
    .toSorted((a, b) => a.changed.length - b.changed.length || compareLatest(b.met.filed, a.met.filed));
  if (best === undefined) return { kind: 'open', met: undefined };
  const { met, changed } = best;
  const { status, until } = met.filed.verdict;
  if (status === 'under_investigation') return { kind: 'open', met };
  if (changed.length > 0) return { kind: 'again', met, changed };
  if (until !== undefined && until < today) return { kind: 'expired', met, until };
  return { kind: 'judged', met };
}

/** What is still to come has not been judged. */
function datedAhead({ on }: Verdict, today: string): readonly string[] {
  return on > today ? [`the verdict is dated ${on}, which is still to come`] : [];
}

/** Of verdicts of one day, that which stands further down was written later. */
function compareLatest(a: FiledVerdict, b: FiledVerdict): number {
  if (a.verdict.on !== b.verdict.on) return a.verdict.on < b.verdict.on ? -1 : 1;
  return a.file === b.file ? a.index - b.index : a.file < b.file ? -1 : 1;
}
