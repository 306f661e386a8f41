import { z } from 'zod';
import type { Tracker } from '../model/plugs/tracker.ts';
import { hostedIssueSchema, hostedIssues } from './hosted-issues.ts';
import { hostedReleases } from './hosted-releases.ts';
import { issueQuery } from './issue-query.ts';
import { repositoryOf } from './repository-of.ts';

const pageSize = 50;

const issueSchema = hostedIssueSchema.extend({
  labels: z.array(z.object({ name: z.string() })).nullish(),
});

/** Issues and releases of Gitea and Forgejo (API v1, whose base address ends in `/api/v1`). */
export const gitea: Tracker = {
  name: 'gitea',
  title: 'Gitea or Forgejo',
  lists: ['issues', 'releases'],
  projects: 'owner/repository',
  token: ['authorization', 'token '],
  ask: (source, list, page) => {
    const { project, state } = source;
    const repository = repositoryOf(project);
    if (repository === undefined) return undefined;
    const paging = [
      ['limit', String(pageSize)],
      ['page', String(page)],
    ] as const;
    if (list === 'releases') return { path: ['repos', ...repository, 'releases'], query: paging };
    return {
      path: ['repos', ...repository, 'issues'],
      query: [['type', 'issues'], ['state', state], ...issueQuery(source, 'since'), ...paging],
    };
  },
  read: (list, answer) =>
    list === 'releases'
      ? hostedReleases(answer, pageSize)
      : hostedIssues(answer, issueSchema, pageSize, ({ labels }) => ({
          labels: labels?.map(({ name }) => name) ?? [],
        })),
};
