import { createHash } from 'node:crypto';
import type { PublishedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import { publishedAnomaly } from './published-anomaly.ts';
import { headingOf, versionIn } from './version-heading.ts';

/** The notes of one version, before it is known what they speak of. */
type Notes = { readonly version: string; readonly date: string | undefined; readonly lines: readonly string[] };

/** The fixes that release notes tell, and how many of their points are no fix. */
export type ReadNotes = { readonly fixes: readonly PublishedAnomaly[]; readonly others: number };

/**
 * Reads a file of changes: Keep a Changelog 1.1.0, and the common headings of Markdown and reStructuredText. What stands
 * before the first version is no note of a release; it counts among the others.
 */
export function readChangelog(text: string): ReadNotes & { readonly versions: readonly string[] } {
  const lines = text.slice(0, longest).split(/\r?\n/);
  const notes: { version: string; date: string | undefined; lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    const heading = headingOf(line, lines[index + 1]);
    const found = heading === undefined ? undefined : versionIn(heading);
    if (found !== undefined) notes.push({ ...found, lines: [] });
    else notes.at(-1)?.lines.push(line);
  }
  const read = notes.map((one) => fixesIn(one, {}));
  return {
    fixes: unique(read.flatMap(({ fixes }) => fixes)),
    others: read.reduce((sum, one) => sum + one.others, 0),
    versions: notes.map(({ version }) => version),
  };
}

/** Reads the notes of one release; those without any point give the release itself, so that nothing of it is dropped. */
export function readReleaseNotes(
  release: { readonly version: string; readonly date: string | undefined; readonly text: string },
  address: string | undefined,
): ReadNotes {
  const notes = { ...release, lines: release.text.slice(0, longest).split(/\r?\n/) };
  const read = fixesIn(notes, { address });
  return { fixes: unique(read.fixes), others: read.others };
}

const longest = 4 * 2 ** 20;

function fixesIn({ version, date, lines }: Notes, { address }: { readonly address?: string | undefined }): ReadNotes {
  const told = (title: string, section: string | undefined) =>
    publishedAnomaly({
      id: `fix ${version} ${createHash('sha256').update(title).digest('hex').slice(0, 8)}`,
      kind: 'fix',
      title,
      state: 'closed',
      labels: section === undefined ? [] : [section],
      closed: date,
      fixedIn: version,
      address,
    });
  const points = pointsIn(lines);
  if (points.length === 0) {
    const said = lines.find((line) => /[\p{L}\d]/u.test(line))?.trim();
    return said === undefined ? { fixes: [], others: 0 } : { fixes: [told(said, undefined)], others: 0 };
  }
  const fixes = points.filter(({ section, text }) => fixSection.test(section ?? '') || fixWord.test(text));
  return { fixes: fixes.map(({ text, section }) => told(text, section)), others: points.length - fixes.length };
}

type Point = { readonly text: string; readonly section: string | undefined };

/** The points of lists, each with the heading that it stands below; a point goes on over indented lines. */
function pointsIn(lines: readonly string[]): readonly Point[] {
  const points: { text: string; section: string | undefined }[] = [];
  let section: string | undefined;
  let open = false;
  for (const [index, line] of lines.entries()) {
    const heading = headingOf(line, lines[index + 1]);
    const [, point] = /^\s{0,8}(?:[-*+•]|\d{1,3}[.)])\s+(\S.*)$/.exec(line) ?? [];
    if (heading !== undefined) section = heading.slice(0, 60);
    else if (point !== undefined) points.push({ text: plain(point), section });
    const last = points.at(-1);
    if (open && last !== undefined && heading === undefined && point === undefined && /^\s+\S/.test(line))
      last.text = last.text.length > 2000 ? last.text : `${last.text} ${plain(line.trim())}`;
    open = point !== undefined || (open && line.trim() !== '' && heading === undefined);
  }
  return points.filter(({ text }) => /[\p{L}\d]/u.test(text));
}

function plain(text: string): string {
  return text.slice(0, 2000).replaceAll('**', '').replaceAll('``', '`');
}

const fixSection =
  /\b(?:bug|fix|fixe[ds]|fixes|bugfix(?:es)?|regressions?|defects?|patch|security|known issues|errata)\b/i;

const fixWord =
  /\b(?:fix(?:e[ds])?|bugs?|bugfix|regressions?|crash(?:e[ds])?|incorrect(?:ly)?|wrong(?:ly)?|corrected|leaks?|overflow|CVE-\d{4}-\d+)\b/i;

/** The same point told twice for one version is one. */
function unique(fixes: readonly PublishedAnomaly[]): readonly PublishedAnomaly[] {
  return [...new Map(fixes.map((fix) => [fix.id, fix])).values()];
}
