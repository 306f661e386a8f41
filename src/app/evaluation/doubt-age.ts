import { staleData } from '../../base/anomalies/stale-data.ts';
import { counted } from '../../base/counted.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';

/** A warning where the data is older, or later, than it looks. */
export function doubtAge(
  evaluation: Pick<Evaluation, 'data' | 'evaluated'>,
  ageDays: number,
  maximumAgeDays: number,
  file: string,
): readonly Diagnostic[] {
  return [...staleData(evaluation, maximumAgeDays, file), ...laterData(ageDays, file)];
}

/** A clock that goes wrong makes old data look fresh. */
function laterData(ageDays: number, file: string): Diagnostic[] {
  if (ageDays >= 0) return [];
  return [
    {
      rule: 'evaluate/later-data',
      severity: 'warning',
      message: `the advisory data was fetched ${counted(-ageDays, 'day')} after the day of this evaluation`,
      place: { file },
      help: 'Check the clock of this machine and SOURCE_DATE_EPOCH; the age of the data cannot be told.',
    },
  ];
}
