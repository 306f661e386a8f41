import { compareText } from '../../base/compare.ts';
import type { FindingEntry } from '../../model/dossier.ts';

/** Why a vulnerability is stated as under investigation: nobody has judged it, its verdict no longer holds, or says just that. */
export type WaitingReason = 'no verdict' | 'verdict to be asked again' | 'verdict has run out' | 'under investigation';

/** A vulnerability that a document states as under investigation for a reason, and how grave it is. */
export type WaitingVulnerability = {
  readonly id: string;
  readonly why: WaitingReason;
  readonly components: readonly string[];
  readonly malware: boolean;
  readonly exploited: boolean;
  /** The gravest that a vector gives, else the gravest word of a source, which has no score. */
  readonly severity: { readonly score: number | undefined; readonly rating: string } | undefined;
};

/** What of the findings of a document is under investigation, one entry for each vulnerability and reason, the gravest first. */
export function waitingVulnerabilities(findings: readonly FindingEntry[]): readonly WaitingVulnerability[] {
  const waiting = findings.flatMap((one) => {
    const why = reasonOf(one);
    return why === undefined ? [] : [{ ...one, why }];
  });
  return [...Map.groupBy(waiting, ({ finding, why }) => `${why} ${finding.id}`).values()]
    .flatMap(([first, ...others]): readonly WaitingVulnerability[] => {
      if (first === undefined) return [];
      const all = [first, ...others].map(({ finding }) => finding);
      return [
        {
          id: first.finding.id,
          why: first.why,
          components: [...new Set(all.map(({ component }) => component))].toSorted(compareText),
          malware: all.some(({ kind }) => kind === 'malware'),
          exploited: all.some(({ kev }) => kev !== undefined),
          severity: gravest(all),
        },
      ];
    })
    .toSorted((a, b) => rank(b) - rank(a) || compareText(a.id, b.id));
}

function reasonOf({ standing }: FindingEntry): WaitingReason | undefined {
  if (standing.kind === 'open') return standing.met === undefined ? 'no verdict' : 'under investigation';
  if (standing.kind === 'again') return 'verdict to be asked again';
  return standing.kind === 'expired' ? 'verdict has run out' : undefined;
}

function gravest(findings: readonly FindingEntry['finding'][]): WaitingVulnerability['severity'] {
  const severities = findings.flatMap((one) => one.severities);
  const scored = severities.flatMap(({ score, rating, used }) =>
    used === true && score !== undefined && rating !== undefined ? [{ score, rating }] : [],
  );
  const worded = severities.flatMap(({ value }) => {
    const rating = value.toLowerCase();
    return leastScores.has(rating) ? [{ score: undefined, rating }] : [];
  });
  return (scored.length > 0 ? scored : worded).toSorted((a, b) => scoreOf(b) - scoreOf(a))[0];
}

/** The least that CVSS scores for what sources call by a word. */
const leastScores: ReadonlyMap<string, number> = new Map([
  ['critical', 9],
  ['high', 7],
  ['important', 7],
  ['moderate', 4],
  ['medium', 4],
  ['low', 0.1],
]);

function scoreOf(severity: WaitingVulnerability['severity']): number {
  return severity === undefined ? 0 : (severity.score ?? leastScores.get(severity.rating) ?? 0);
}

/** Malicious packages before all, then what is known to be exploited, then by the severity, which no patient feels. */
function rank({ malware, exploited, severity }: WaitingVulnerability): number {
  return (malware ? 200 : 0) + (exploited ? 100 : 0) + scoreOf(severity);
}
