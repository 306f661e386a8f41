import { z } from 'zod';
import { publishedAnomaly } from '../base/anomalies/published-anomaly.ts';
import type { Tracker } from '../model/plugs/tracker.ts';
import { issueQuery } from './issue-query.ts';
import { pageOf } from './page-of.ts';
import { releasePage } from './release-page.ts';

const pageSize = 100;

const issueSchema = z.object({
  iid: z.number().int(),
  title: z.string(),
  state: z.enum(['opened', 'closed']),
  labels: z.array(z.string()).default([]),
  issue_type: z.string().nullish(),
  moved_to_id: z.number().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  closed_at: z.string().nullish(),
  web_url: z.string().nullish(),
  description: z.string().nullish(),
});

const releaseSchema = z.object({
  tag_name: z.string(),
  description: z.string().nullish(),
  released_at: z.string().nullish(),
  upcoming_release: z.boolean().nullish(),
  _links: z.object({ self: z.string().nullish() }).nullish(),
});

/** Issues and releases of GitLab (REST API v4, whose base address ends in `/api/v4`). */
export const gitlab: Tracker = {
  name: 'gitlab',
  title: 'GitLab',
  lists: ['issues', 'releases'],
  projects: 'group/project, or its number',
  token: ['private-token', ''],
  ask: (source, list, page) => {
    const { project, state } = source;
    if (!/^(?:\d{1,12}|[\w.-]{1,100}(?:\/[\w.-]{1,100}){1,20})$/.test(project)) return undefined;
    const paging = [
      ['per_page', String(pageSize)],
      ['page', String(page)],
    ] as const;
    if (list === 'releases') return { path: ['projects', project, 'releases'], query: paging };
    return {
      path: ['projects', project, 'issues'],
      query: [
        ...(state === 'all' ? [] : [['state', state === 'open' ? 'opened' : 'closed'] as const]),
        ...issueQuery(source, 'updated_after'),
        ['order_by', 'created_at'],
        ['sort', 'desc'],
        ...paging,
      ],
    };
  },
  read: (list, answer) => (list === 'releases' ? releasesIn(answer) : issuesIn(answer)),
};

function issuesIn(answer: unknown) {
  return pageOf(answer, issueSchema, pageSize, (issue) => [
    publishedAnomaly({
      id: `issue ${issue.iid}`,
      kind: 'issue',
      title: issue.title,
      state: issue.state === 'opened' ? 'open' : 'closed',
      resolution: issue.moved_to_id ? 'moved' : undefined,
      labels: [...issue.labels, issue.issue_type && `type: ${issue.issue_type}`],
      created: issue.created_at,
      updated: issue.updated_at,
      closed: issue.closed_at,
      address: issue.web_url,
      text: issue.description,
    }),
  ]);
}

function releasesIn(answer: unknown) {
  return releasePage(answer, releaseSchema, pageSize, (release) =>
    release.upcoming_release
      ? { leftOut: 'releases that are still to come' }
      : {
          tag: release.tag_name,
          text: release.description ?? '',
          published: release.released_at,
          address: release._links?.self,
        },
  );
}
