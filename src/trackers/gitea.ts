import { z } from 'zod';
import { publishedAnomaly } from '../base/anomalies/published-anomaly.ts';
import type { Tracker } from '../model/plugs/tracker.ts';
import { hostedReleases } from './hosted-releases.ts';
import { pageOf, repositoryOf } from './page-of.ts';

const pageSize = 50;

const issueSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  labels: z.array(z.object({ name: z.string() })).nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  html_url: z.string().nullish(),
  body: z.string().nullish(),
  pull_request: z.unknown().optional(),
});

/** Issues and releases of Gitea and Forgejo (API v1, whose base address ends in `/api/v1`). */
export const gitea: Tracker = {
  name: 'gitea',
  title: 'Gitea or Forgejo',
  lists: ['issues', 'releases'],
  projects: 'owner/repository',
  token: ['authorization', 'token '],
  ask: ({ project, labels, state, sinceDate }, list, page) => {
    const repository = repositoryOf(project);
    if (repository === undefined) return undefined;
    const paging = [
      ['limit', String(pageSize)],
      ['page', String(page)],
    ] as const;
    if (list === 'releases') return { path: ['repos', ...repository, 'releases'], query: paging };
    return {
      path: ['repos', ...repository, 'issues'],
      query: [
        ['type', 'issues'],
        ['state', state],
        ...(labels.length === 0 ? [] : [['labels', labels.join(',')] as const]),
        ...(sinceDate === undefined ? [] : [['since', `${sinceDate}T00:00:00Z`] as const]),
        ...paging,
      ],
    };
  },
  read: (list, answer) => {
    if (list === 'releases') return hostedReleases(answer, pageSize);
    return pageOf(answer, issueSchema, pageSize, (issue) => {
      if (issue.pull_request) return { leftOut: 'pull requests' };
      return [
        publishedAnomaly({
          id: `issue ${issue.number}`,
          kind: 'issue',
          title: issue.title,
          state: issue.state,
          labels: (issue.labels ?? []).map(({ name }) => name),
          created: issue.created_at,
          updated: issue.updated_at,
          closed: issue.closed_at,
          address: issue.html_url,
          text: issue.body,
        }),
      ];
    });
  },
};
