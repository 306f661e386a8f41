import { compareGravity, gravityOf, type Gravity } from '../../base/anomalies/gravity.ts';
import { compareText } from '../../base/compare.ts';
import type { FindingEntry } from '../../model/dossier.ts';

/** Why a vulnerability is stated as under investigation: nobody has judged it, its verdict no longer holds, or says just that. */
export type WaitingReason = 'no verdict' | 'verdict to be asked again' | 'verdict has run out' | 'under investigation';

/** A vulnerability that a document states as under investigation for a reason, and how grave it is. */
export type WaitingVulnerability = Gravity & {
  readonly id: string;
  readonly why: WaitingReason;
  readonly components: readonly string[];
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
          ...gravityOf(all),
        },
      ];
    })
    .toSorted((a, b) => compareGravity(a, b) || compareText(a.id, b.id));
}

function reasonOf({ standing }: FindingEntry): WaitingReason | undefined {
  if (standing.kind === 'open') return standing.met === undefined ? 'no verdict' : 'under investigation';
  if (standing.kind === 'again') return 'verdict to be asked again';
  return standing.kind === 'expired' ? 'verdict has run out' : undefined;
}
