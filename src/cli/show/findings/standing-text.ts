import type { Standing } from '../../../model/dossier.ts';
import type { Verdict } from '../../../model/anomalies/verdict.ts';

/** Where a finding stands, behind a dash; nothing where nobody has judged it yet. */
export function standingText(standing: Standing): string {
  if (standing.kind === 'again') return ` – to be asked again: ${standing.changed.join('; ')}`;
  if (standing.kind === 'expired') return ` – the verdict ran out on ${standing.until}`;
  if (standing.kind === 'open' && standing.met !== undefined)
    return ` – under investigation since ${standing.met.filed.verdict.on}`;
  return standing.kind === 'judged' ? ` – ${verdictText(standing.met.filed.verdict)}` : '';
}

/** A verdict in one line. */
export function verdictText({ status, justification, reason, by, on }: Verdict): string {
  return `${statusText({ status, justification })}, by ${by} on ${on}: ${reason}`;
}

/** Status and justification as VEX has them. */
export function statusText({ status, justification }: Pick<Verdict, 'status' | 'justification'>): string {
  return justification === undefined ? status : `${status}, ${justification}`;
}
