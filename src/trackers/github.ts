import { z } from 'zod';
import { publishedAnomaly } from '../base/anomalies/published-anomaly.ts';
import type { Tracker } from '../model/plugs/tracker.ts';
import { hostedReleases } from './hosted-releases.ts';
import { pageOf, repositoryOf } from './page-of.ts';

const pageSize = 100;

const issueSchema = z.object({
  number: z.number().int(),
  title: z.string(),
  state: z.enum(['open', 'closed']),
  state_reason: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])).default([]),
  type: z.object({ name: z.string() }).nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  html_url: z.string().nullish(),
  body: z.string().nullish(),
  pull_request: z.unknown().optional(),
});

/** Issues and releases of GitHub, also of an instance of one's own (REST, 2022-11-28); pull requests are no anomalies. */
export const github: Tracker = {
  name: 'github',
  title: 'GitHub',
  lists: ['issues', 'releases'],
  projects: 'owner/repository',
  token: ['authorization', 'Bearer '],
  ask: ({ project, labels, state, sinceDate }, list, page) => {
    const repository = repositoryOf(project);
    if (repository === undefined) return undefined;
    const paging = [
      ['per_page', String(pageSize)],
      ['page', String(page)],
    ] as const;
    if (list === 'releases') return { path: ['repos', ...repository, 'releases'], query: paging };
    return {
      path: ['repos', ...repository, 'issues'],
      query: [
        ['state', state],
        ...(labels.length === 0 ? [] : [['labels', labels.join(',')] as const]),
        ...(sinceDate === undefined ? [] : [['since', `${sinceDate}T00:00:00Z`] as const]),
        ['sort', 'created'],
        ['direction', 'desc'],
        ...paging,
      ],
    };
  },
  read: (list, answer) => {
    if (list === 'releases') return hostedReleases(answer, pageSize);
    return pageOf(answer, issueSchema, pageSize, (issue) => {
      if (issue.pull_request) return { leftOut: 'pull requests' };
      const labels = issue.labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? [])));
      return [
        publishedAnomaly({
          id: `issue ${issue.number}`,
          kind: 'issue',
          title: issue.title,
          state: issue.state,
          resolution: issue.state_reason,
          labels: [...labels, issue.type && `type: ${issue.type.name}`],
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
