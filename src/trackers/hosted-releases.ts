import { z } from 'zod';
import { readReleaseNotes } from '../base/anomalies/release-notes.ts';
import type { PublishedAnomaly } from '../model/anomalies/anomaly-list.ts';
import type { TrackerPage } from '../model/plugs/tracker.ts';
import { otherNotes, pageOf } from './page-of.ts';

/** A release as GitHub (REST, 2022-11-28) and Gitea (API v1) tell it, as far as it is used. */
const releaseSchema = z.object({
  tag_name: z.string(),
  name: z.string().nullish(),
  body: z.string().nullish(),
  html_url: z.string().nullish(),
  published_at: z.string().nullish(),
  draft: z.boolean().nullish(),
});

/** Reads a page of releases: each fix that their notes tell is an anomaly of the versions before. */
export function hostedReleases(answer: unknown, full: number): TrackerPage {
  const others: string[] = [];
  const page = pageOf(answer, releaseSchema, full, (release) => {
    if (release.draft) return { leftOut: 'drafts of releases' };
    const read = fixesOfRelease(release.tag_name, release.body ?? '', release.published_at, release.html_url);
    for (const each of otherNotes(read.others)) others.push(each);
    return read.fixes;
  });
  return page.kind === 'page' ? { ...page, leftOut: [...page.leftOut, ...others] } : page;
}

/** The fixes of a release, and how many points of its notes are none. */
export function fixesOfRelease(
  tag: string,
  text: string,
  published: string | null | undefined,
  address: string | null | undefined,
): { readonly fixes: readonly PublishedAnomaly[]; readonly others: number } {
  const release = { version: versionOfTag(tag), date: published?.slice(0, 10), text };
  return readReleaseNotes(release, address ?? undefined);
}

/** The version in a tag such as `v1.2.3`, `name-1.2.3`, `name@1.2.3` or `release/1.2.3`; else the tag itself. */
function versionOfTag(tag: string): string {
  const short = tag.slice(0, 200);
  const [, version] = /^(?:[\w.@/-]{0,150}?[-_@/])?[vV]?(\d[0-9A-Za-z._+-]*)$/.exec(short) ?? [];
  return version === undefined ? short : /^\d+(?:_\d+)+$/.test(version) ? version.replaceAll('_', '.') : version;
}
