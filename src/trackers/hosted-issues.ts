import { z } from 'zod';
import { publishedAnomaly, type ToldAnomaly } from '../base/anomalies/published-anomaly.ts';
import type { TrackerPage } from '../model/plugs/tracker.ts';
import { pageOf } from './page-of.ts';

/** An issue as far as GitHub (REST, 2022-11-28) and Gitea (API v1) tell it alike. */
export const hostedIssueSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  html_url: z.string().nullish(),
  body: z.string().nullish(),
  pull_request: z.unknown().optional(),
});

/** Reads a page of issues; pull requests stand among them, and are no anomalies. */
export function hostedIssues<T extends z.infer<typeof hostedIssueSchema>>(
  answer: unknown,
  schema: z.ZodType<T>,
  full: number,
  marksOf: (issue: T) => Pick<ToldAnomaly, 'labels' | 'resolution'>,
): TrackerPage {
  return pageOf(answer, schema, full, (issue) => {
    if (issue.pull_request) return { leftOut: 'pull requests' };
    return [
      publishedAnomaly({
        id: `issue ${issue.number}`,
        kind: 'issue',
        title: issue.title,
        state: issue.state,
        ...marksOf(issue),
        created: issue.created_at,
        updated: issue.updated_at,
        closed: issue.closed_at,
        address: issue.html_url,
        text: issue.body,
      }),
    ];
  });
}
