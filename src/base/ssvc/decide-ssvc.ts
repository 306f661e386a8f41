import type { SsvcPoints } from '../../model/anomalies/cve.ts';
import { decisions, type SsvcDecision } from '../../model/anomalies/ssvc.ts';
import { cisaTable, type missionImpacts } from './cisa-decisions.ts';

/** What a decision comes to for each impact on mission and well-being; several where a point is not known. */
export type OpenDecision = Readonly<Record<(typeof missionImpacts)[number], readonly SsvcDecision[]>>;

/** The decisions that known points leave open by CISA's table, for each answer to what only a person can know. */
export function decideSsvc({ exploitation, automatable, technicalImpact }: SsvcPoints): OpenDecision {
  const rows = cisaTable.filter(([exploited, automated, impact]) =>
    [
      [exploitation, exploited],
      [automatable, automated],
      [technicalImpact, impact],
    ].every(([known, value]) => known === undefined || known === value),
  );
  const among = (column: 3 | 4 | 5) => decisions.filter((decision) => rows.some((row) => row[column] === decision));
  return { low: among(3), medium: among(4), high: among(5) };
}
