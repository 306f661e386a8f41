import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { counted } from '../counted.ts';
import { daysBetween } from '../day.ts';

/** A warning for data that is older than it looks: fetched lately, from a source that is no longer kept up. */
export function staleData(
  { data, evaluated }: Pick<Evaluation, 'data' | 'evaluated'>,
  maximumAgeDays: number,
  file: string,
): readonly Diagnostic[] {
  return [...staleRecords(data, evaluated, maximumAgeDays, file), ...staleLists(data, evaluated, maximumAgeDays, file)];
}

/** A mirror that has stopped is fetched today and still old. */
function staleRecords(data: Evaluation['data'], day: string, maximum: number, file: string): Diagnostic[] {
  const age = daysBetween(data.newest.slice(0, 10), day);
  if (!(age > maximum)) return [];
  return [
    {
      rule: 'evaluate/old-records',
      severity: 'warning',
      message: `the newest advisory of the store was changed on ${data.newest.slice(0, 10)}, ${counted(age, 'day')} ago`,
      place: { file },
      help: 'Check that the source is still kept up; a mirror that has stopped knows nothing new.',
    },
  ];
}

/** A list that states its own day may have stopped, too; one without an edition bears the day of its latest entry alone. */
function staleLists({ lists = [] }: Evaluation['data'], day: string, maximum: number, file: string): Diagnostic[] {
  return lists.flatMap(({ feed, from, edition, dated }) => {
    const age = edition === undefined || dated === undefined ? 0 : daysBetween(dated.slice(0, 10), day);
    if (!(age > maximum)) return [];
    return [
      {
        rule: 'evaluate/old-list',
        severity: 'warning',
        message: `the ${feed} list from ${from} is of ${dated?.slice(0, 10)}, ${counted(age, 'day')} ago`,
        place: { file },
        help: 'Check that the source is still kept up; what was added since is on no finding.',
      } as const,
    ];
  });
}
