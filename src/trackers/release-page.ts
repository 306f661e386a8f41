import type { z } from 'zod';
import { readReleaseNotes } from '../base/anomalies/release-notes.ts';
import type { TrackerPage } from '../model/plugs/tracker.ts';
import { pageOf } from './page-of.ts';

/** A release as its publisher tells it. */
export type ToldRelease = {
  readonly tag: string;
  readonly text: string;
  readonly published: string | null | undefined;
  readonly address: string | null | undefined;
};

/** Reads a page of releases: each fix that their notes tell is an anomaly of the versions before. */
export function releasePage<T>(
  answer: unknown,
  schema: z.ZodType<T>,
  full: number,
  releaseOf: (member: T) => ToldRelease | { readonly leftOut: string },
): TrackerPage {
  const others: string[] = [];
  const page = pageOf(answer, schema, full, (member) => {
    const told = releaseOf(member);
    if ('leftOut' in told) return told;
    const { tag, text, published, address } = told;
    const release = { version: versionOfTag(tag), date: published?.slice(0, 10), text };
    const read = readReleaseNotes(release, address ?? undefined);
    for (const each of otherNotes(read.others)) others.push(each);
    return read.fixes;
  });
  return page.kind === 'page' ? { ...page, leftOut: [...page.leftOut, ...others] } : page;
}

/** What release notes hold and is no fix, a word for each. */
function otherNotes(count: number): readonly string[] {
  return Array.from({ length: Math.min(count, 10_000) }, () => 'points of release notes that tell no fix');
}

/** The version in a tag such as `v1.2.3`, `name-1.2.3`, `name@1.2.3` or `release/1.2.3`; else the tag itself. */
function versionOfTag(tag: string): string {
  const short = tag.slice(0, 200);
  const [, version] = /^(?:[\w.@/-]{0,150}?[-_@/])?[vV]?(\d[0-9A-Za-z._+-]*)$/.exec(short) ?? [];
  return version === undefined ? short : /^\d+(?:_\d+)+$/.test(version) ? version.replaceAll('_', '.') : version;
}
