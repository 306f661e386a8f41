import { isCve } from '../../base/anomalies/is-cve.ts';
import { decideSsvc } from '../../base/ssvc/decide-ssvc.ts';
import type { CveRecord, SsvcPoints, StatedSsvc } from '../../model/anomalies/cve.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import { compareInstants } from '../../base/instant.ts';
import { rateSeverities } from './rate-severities.ts';

/**
 * Adds to the open findings what CVE records say of the same defects: severities with their authors, weaknesses, the points
 * of SSVC with what they come to, and who has rejected the CVE. `idsOf` tells the ids that lead away from each.
 */
export function enrichByCves(
  findings: readonly Finding[],
  idsOf: ReadonlyMap<string, readonly string[]>,
  records: ReadonlyMap<string, readonly CveRecord[]>,
): Finding[] {
  return findings.map((finding) => {
    const ids = finding.result === 'not-affected' ? undefined : idsOf.get(findingKey(finding));
    if (ids === undefined) return finding;
    const own = ids.includes(finding.id) && isCve(finding.id) ? [finding.id] : ids;
    return enrichFinding(
      finding,
      own.flatMap((id) => records.get(id) ?? []),
    );
  });
}

/** The text by which a finding is known within its evaluation. */
export function findingKey({ component, id }: Finding): string {
  return `${component} ${id}`;
}

function enrichFinding(finding: Finding, records: readonly CveRecord[]): Finding {
  const { epss, ...others } = finding;
  const kev = withRepeated(finding.kev ?? [], records);
  const ssvc = ssvcOf(kev, records);
  const weaknesses = [...new Set(records.flatMap((record) => record.weaknesses))].toSorted();
  const rejected = records.flatMap(({ id, feed, rejected: on }) =>
    on === undefined ? [] : [{ id, by: feed, on: on.slice(0, 10) }],
  );
  return {
    ...others,
    severities: records.length === 0 ? finding.severities : rateSeverities(withAuthors(finding.severities, records)),
    ...(kev.length > 0 && { kev }),
    ...(epss !== undefined && { epss }),
    ...(ssvc !== undefined && { ssvc }),
    ...(weaknesses.length > 0 && { weaknesses }),
    ...(rejected.length > 0 && { rejected }),
  };
}

type Exploited = NonNullable<Finding['kev']>;

/** What records repeat from a catalogue is told where no list that was fetched says the same. */
function withRepeated(kev: Exploited, records: readonly CveRecord[]): Exploited {
  const told = [...kev];
  for (const { id, by, added, due, ransomware } of records.flatMap(({ exploited }) => exploited)) {
    const isTold = told.some((one) => one.id === id && (added === undefined || one.added === added));
    if (!isTold) told.push({ id, by, added, ...(due !== undefined && { due }), ransomware });
  }
  return told;
}

/** Each vector once, with all who state it. */
function withAuthors(stated: Finding['severities'], records: readonly CveRecord[]) {
  const authors = Map.groupBy(
    records.flatMap(({ severities }) => severities),
    ({ kind, value }) => `${kind} ${value}`,
  );
  const sourceOf = (text: string) => [...new Set(authors.get(text)?.map(({ source }) => source))].toSorted().join(', ');
  const known = new Set(stated.map(({ kind, value }) => `${kind} ${value}`));
  return [
    ...stated.map(({ kind, value }) => {
      const source = sourceOf(`${kind} ${value}`);
      return { kind, value, ...(source !== '' && { source }) };
    }),
    ...[...authors].flatMap(([text, [first]]) =>
      first === undefined || known.has(text) ? [] : [{ kind: first.kind, value: first.value, source: sourceOf(text) }],
    ),
  ];
}

/** The latest statement holds, and a list of exploited vulnerabilities knows better than any. */
function ssvcOf(kev: Exploited, records: readonly CveRecord[]): Finding['ssvc'] {
  const [stated] = records
    .flatMap(({ ssvc }) => ssvc)
    .toSorted((a, b) => compareInstants(b.dated ?? '', a.dated ?? ''));
  if (stated === undefined && kev.length === 0) return undefined;
  const points = pointsOf(stated, kev.length > 0);
  return {
    ...points,
    by: [...(stated === undefined ? [] : [stated.by]), ...(kev.length > 0 ? ['KEV'] : [])],
    ...(stated?.dated !== undefined && { dated: stated.dated }),
    decision: asLists(decideSsvc(points)),
  };
}

function pointsOf(stated: StatedSsvc | undefined, isExploited: boolean): SsvcPoints {
  const { exploitation, automatable, technicalImpact } = stated ?? {};
  const known = isExploited ? 'active' : exploitation;
  return {
    ...(known !== undefined && { exploitation: known }),
    ...(automatable !== undefined && { automatable }),
    ...(technicalImpact !== undefined && { technicalImpact }),
  };
}

function asLists({ low, medium, high }: ReturnType<typeof decideSsvc>) {
  return { low: [...low], medium: [...medium], high: [...high] };
}
