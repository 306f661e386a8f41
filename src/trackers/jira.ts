import { z } from 'zod';
import { publishedAnomaly } from '../base/anomalies/published-anomaly.ts';
import type { TrackedSource } from '../model/anomalies/anomaly-source.ts';
import type { Tracker } from '../model/plugs/tracker.ts';
import { pageOf } from './page-of.ts';

const pageSize = 100;

const answerSchema = z.object({ issues: z.array(z.unknown()), total: z.number(), startAt: z.number() });

const named = z.object({ name: z.string() });

const issueSchema = z.object({
  key: z.string(),
  fields: z.object({
    summary: z.string(),
    status: z.object({ name: z.string(), statusCategory: z.object({ key: z.string() }) }),
    resolution: named.nullish(),
    issuetype: named.nullish(),
    priority: named.nullish(),
    labels: z.array(z.string()).default([]),
    components: z.array(named).default([]),
    versions: z.array(named).default([]),
    fixVersions: z.array(named).default([]),
    created: z.string().nullish(),
    updated: z.string().nullish(),
    resolutiondate: z.string().nullish(),
    description: z.unknown().optional(),
  }),
});

/** Issues of type Bug of Jira (REST API 2 of Jira Data Center, whose base address is that of the instance). */
export const jira: Tracker = {
  name: 'jira',
  title: 'Jira',
  lists: ['issues'],
  projects: 'the key of a project, such as NET',
  token: ['authorization', 'Bearer '],
  ask: (source, _, __, seen) => {
    if (!/^[A-Za-z][A-Za-z0-9_]{0,30}$/.test(source.project)) return undefined;
    return {
      path: ['rest', 'api', '2', 'search'],
      query: [
        ['jql', jqlOf(source)],
        ['fields', Object.keys(issueSchema.shape.fields.shape).join(',')],
        ['startAt', String(seen)],
        ['maxResults', String(pageSize)],
      ],
    };
  },
  read: (_, answer) => {
    const checked = answerSchema.safeParse(answer);
    if (!checked.success) return { kind: 'damaged', reason: 'it has no list "issues" with startAt and total' };
    const { issues, total, startAt } = checked.data;
    const page = pageOf(issues, issueSchema, pageSize, ({ key, fields }) => [
      publishedAnomaly({
        id: `issue ${key}`,
        kind: 'issue',
        title: fields.summary,
        state: fields.status.statusCategory.key === 'done' ? 'closed' : 'open',
        resolution: fields.resolution?.name,
        labels: [
          ...fields.labels,
          ...fields.components.map(({ name }) => name),
          fields.issuetype && `type: ${fields.issuetype.name}`,
          fields.priority && `priority: ${fields.priority.name}`,
        ],
        created: fields.created,
        updated: fields.updated,
        closed: fields.resolutiondate,
        fixedIn: latestOf(fields.fixVersions.map(({ name }) => name)),
        affects: fields.versions.map(({ name }) => name),
        text: typeof fields.description === 'string' ? fields.description : undefined,
      }),
    ]);
    return page.kind === 'page' ? { ...page, more: issues.length > 0 && startAt + issues.length < total } : page;
  },
};

/** A fix that went into several lines of versions is in all of them only from the latest on: an earlier one may be of another line. */
function latestOf(versions: readonly string[]): string | undefined {
  return versions.toSorted((a, b) => byNumbers.compare(a, b)).at(-1);
}

const byNumbers = new Intl.Collator('en', { numeric: true });

function jqlOf({ project, labels, state, sinceDate }: TrackedSource): string {
  const parts = [
    `project = ${project}`,
    'issuetype = Bug',
    ...labels.map((label) => `labels = ${JSON.stringify(label)}`),
    ...(state === 'all' ? [] : [`statusCategory ${state === 'open' ? '!=' : '='} Done`]),
    ...(sinceDate === undefined ? [] : [`updated >= ${JSON.stringify(sinceDate)}`]),
  ];
  return `${parts.join(' AND ')} ORDER BY key DESC`;
}
