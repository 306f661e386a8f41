import { z } from 'zod';
import { publishedAnomaly } from '../base/anomalies/published-anomaly.ts';
import type { Tracker } from '../model/plugs/tracker.ts';
import { pageOf } from './page-of.ts';

const pageSize = 500;

const answerSchema = z.object({ bugs: z.array(z.unknown()) });

const bugSchema = z.object({
  id: z.number().int(),
  summary: z.string(),
  is_open: z.boolean(),
  resolution: z.string().nullish(),
  severity: z.string().nullish(),
  component: z.union([z.string(), z.array(z.string())]).nullish(),
  version: z.union([z.string(), z.array(z.string())]).nullish(),
  target_milestone: z.string().nullish(),
  keywords: z.array(z.string()).default([]),
  creation_time: z.string().nullish(),
  last_change_time: z.string().nullish(),
});

const fields = Object.keys(bugSchema.shape).join(',');

/** Bugs of Bugzilla (REST of 5.0 and later, whose base address ends in `/rest`); `project` is a product, or product/component. */
export const bugzilla: Tracker = {
  name: 'bugzilla',
  title: 'Bugzilla',
  lists: ['issues'],
  projects: 'product, or product/component',
  token: ['x-bugzilla-api-key', ''],
  ask: ({ project, labels, state, sinceDate }, _, __, seen) => {
    const [product = '', component] = project.split('/');
    return {
      path: ['bug'],
      query: [
        ['product', product],
        ...(component === undefined ? [] : [['component', component] as const]),
        ...labels.map((label) => ['keywords', label] as const),
        ...(state === 'open' ? [['resolution', '---'] as const] : []),
        ...(sinceDate === undefined ? [] : [['last_change_time', `${sinceDate}T00:00:00Z`] as const]),
        ['include_fields', fields],
        ['order', 'bug_id DESC'],
        ['limit', String(pageSize)],
        ['offset', String(seen)],
      ],
    };
  },
  read: (_, answer, { state }) => {
    const checked = answerSchema.safeParse(answer);
    if (!checked.success) return { kind: 'damaged', reason: 'it has no list "bugs"' };
    return pageOf(checked.data.bugs, bugSchema, pageSize, (bug) => {
      if (state === 'closed' && bug.is_open) return { leftOut: 'open bugs' };
      const { severity, target_milestone: milestone, version } = bug;
      return [
        publishedAnomaly({
          id: `issue ${bug.id}`,
          kind: 'issue',
          title: bug.summary,
          state: bug.is_open ? 'open' : 'closed',
          resolution: bug.resolution,
          labels: [...bug.keywords, ...[bug.component ?? []].flat(), severity && `severity: ${severity}`],
          created: bug.creation_time,
          updated: bug.last_change_time,
          fixedIn: bug.resolution === 'FIXED' && /\d/.test(milestone ?? '') ? milestone : undefined,
          affects: [version ?? []].flat().filter((one) => /\d/.test(one)),
        }),
      ];
    });
  },
};
