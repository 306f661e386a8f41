import { z } from 'zod';
import type { Tracker } from '../model/plugs/tracker.ts';
import { hostedIssueSchema, hostedIssues } from './hosted-issues.ts';
import { hostedReleases } from './hosted-releases.ts';
import { issueQuery } from './issue-query.ts';
import { repositoryOf } from './repository-of.ts';

const pageSize = 100;

const issueSchema = hostedIssueSchema.extend({
  state_reason: z.string().nullish(),
  labels: z.array(z.union([z.string(), z.object({ name: z.string().nullish() })])).default([]),
  type: z.object({ name: z.string() }).nullish(),
});

/** Issues and releases of GitHub, also of an instance of one's own (REST, 2022-11-28); pull requests are no anomalies. */
export const github: Tracker = {
  name: 'github',
  title: 'GitHub',
  lists: ['issues', 'releases'],
  projects: 'owner/repository',
  token: ['authorization', 'Bearer '],
  ask: (source, list, page) => {
    const { project, state } = source;
    const repository = repositoryOf(project);
    if (repository === undefined) return undefined;
    const paging = [
      ['per_page', String(pageSize)],
      ['page', String(page)],
    ] as const;
    if (list === 'releases') return { path: ['repos', ...repository, 'releases'], query: paging };
    return {
      path: ['repos', ...repository, 'issues'],
      query: [['state', state], ...issueQuery(source, 'since'), ['sort', 'created'], ['direction', 'desc'], ...paging],
    };
  },
  read: (list, answer) =>
    list === 'releases'
      ? hostedReleases(answer, pageSize)
      : hostedIssues(answer, issueSchema, pageSize, ({ labels, type, state_reason: resolution }) => ({
          resolution,
          labels: [
            ...labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
            type && `type: ${type.name}`,
          ],
        })),
};
