import { z } from 'zod';
import type { TrackerPage } from '../model/plugs/tracker.ts';
import { releasePage } from './release-page.ts';

/** A release as GitHub (REST, 2022-11-28) and Gitea (API v1) tell it, as far as it is used. */
const releaseSchema = z.object({
  tag_name: z.string(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  html_url: z.string().nullish(),
  published_at: z.string().nullish(),
  draft: z.boolean().nullish(),
});

/** Reads a page of releases; a draft is none yet. */
export function hostedReleases(answer: unknown, full: number): TrackerPage {
  return releasePage(answer, releaseSchema, full, (release) =>
    release.draft
      ? { leftOut: 'drafts of releases' }
      : {
          tag: release.tag_name,
          text: release.body ?? '',
          published: release.published_at,
          address: release.html_url,
        },
  );
}
