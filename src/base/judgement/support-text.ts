import type { Support } from '../../model/records/support.ts';

/** How a SOUP item is supported, until when, and who says so; the plan, and what was assessed before, a line each. */
export function supportText(support: Support): string {
  return [
    assessmentText(support),
    ...(support.plan === undefined ? [] : [`plan: ${support.plan}`]),
    ...support.history.toReversed().map((earlier) => `before: ${assessmentText(earlier)}`),
  ].join('\n');
}

function assessmentText({ level, until, reason, assessed, source }: Support['history'][number]): string {
  const end = until === undefined ? 'no end told' : `until ${until}`;
  return `${level}, ${end}; assessed on ${assessed} from ${source}${reason === undefined ? '' : `: ${reason}`}`;
}
