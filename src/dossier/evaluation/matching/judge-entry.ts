import { readPythonVersion } from '../../../base/packages/python-version.ts';
import { baseEcosystem } from '../../../base/packages/package-key.ts';
import type { Result } from '../../../model/anomalies/evaluation.ts';
import type { Scheme } from '../../../model/plugs/scheme.ts';
import { namesNoVersion } from '../../../versions/names-no-version.ts';
import { pep440 } from '../../../versions/pep440.ts';
import { schemeOf } from '../../../versions/scheme-of.ts';
import type { AdvisedPackage } from './advised-package.ts';
import { matchRelease } from './distribution-release.ts';
import type { OrderedEntry, OrderedRange } from './ordered-entry.ts';
import { shorten } from './shorten.ts';
import { isWithin, showInterval } from './version-intervals.ts';

/** What a part of a record says of a package, and what makes it say so. */
export type Judgement = {
  readonly result: Result;
  readonly reason: string;
  /** Whether nothing but the graph of commits of a repository could tell more. */
  readonly onlyByGraph?: true;
};

/** What one entry of a record says of a package; empty when no range and no list of it speaks for `affected` or `undetermined`. */
export function judgeEntry(advised: AdvisedPackage, entry: OrderedEntry): readonly Judgement[] {
  const { ecosystem, ranges, versions } = entry;
  if (ranges.length === 0 && versions.length === 0) return undetermined('it names the package, but no versions');
  const { version, called, release, commit } = advised;
  const listed = commit === undefined ? undefined : judgeCommit(commit, ranges);
  if (listed !== undefined) return listed;
  if ('unknown' in version) return undetermined(version.unknown);
  const compared = { text: version.exact, called, ecosystem };
  const told = [...ranges.flatMap((range) => judgeRange(compared, range)), ...judgeList(compared, versions)];
  const commits = told.length === 0 ? onlyInCommits(entry) : undefined;
  if (commits !== undefined) {
    const reason = `it gives ${commits} in git commits only, which cannot be compared with a version`;
    return [{ result: 'undetermined', reason, onlyByGraph: true }];
  }
  if (matchRelease(ecosystem, release) === 'same') return told;
  return told.map(({ reason }) => ({
    result: 'undetermined',
    reason: `${reason}, but it is not known which release of ${baseEcosystem(ecosystem)} it comes from`,
  }));
}

/**
 * What of the ranges of an entry only a graph of commits could tell: all of them, or of a repository those behind which stand no
 * versions that they were found for, unless others name the same commits.
 */
function onlyInCommits({ ecosystem, ranges }: OrderedEntry): string | undefined {
  const isInVersions = (range: OrderedRange | undefined) => range !== undefined && range.kind !== 'git';
  if (!ranges.some(isInVersions)) return ranges.length === 0 ? undefined : 'its range';
  if (ecosystem !== 'GIT') return undefined;
  const alone = ranges.filter((range, at) => !isInVersions(range) && !isInVersions(ranges[at + 1]));
  const known = new Set(ranges.filter((range) => !alone.includes(range)).flatMap(commitsIn));
  return alone.some((range) => commitsIn(range).some((one) => !known.has(one))) ? 'one of its ranges' : undefined;
}

function commitsIn({ events }: OrderedRange): readonly string[] {
  return events.flatMap((event) => Object.values(event));
}

/** The name of an ecosystem's release in a sentence, such as ` of Debian:12`; empty where there are no releases. */
export function ofRelease(ecosystem: string): string {
  return ecosystem.includes(':') ? ` of ${shorten(ecosystem)}` : '';
}

/**
 * A commit that a range names needs no graph: it is affected where the range begins or last holds, and no more where it is
 * fixed; that counts only where every range fixes it, for it may be in another.
 */
function judgeCommit(commit: string, ranges: readonly OrderedRange[]): readonly Judgement[] | undefined {
  const ofCommits = ranges.filter(({ kind }) => kind === 'git');
  const told = ofCommits.map(({ events }) => {
    const named = events.filter((event) => Object.values(event).some((other) => other.toLowerCase() === commit));
    if (named.some((event) => 'fixed' in event)) return 'fixed';
    return named.some((event) => 'introduced' in event || 'lastAffected' in event) ? 'affected' : 'unnamed';
  });
  const reason = (word: string) => `its commit ${commit.slice(0, 12)} is one that the range names as ${word}`;
  if (told.includes('affected')) return [{ result: 'affected', reason: reason('affected') }];
  return told.length > 0 && told.every((word) => word === 'fixed')
    ? [{ result: 'not-affected', reason: reason('fixed') }]
    : undefined;
}

type Compared = { readonly text: string; readonly called: string; readonly ecosystem: string };

function undetermined(reason: string): readonly Judgement[] {
  return [{ result: 'undetermined', reason }];
}

function judgeRange(compared: Compared, range: OrderedRange): readonly Judgement[] {
  if (range.kind === 'git') return [];
  const { text, called, ecosystem } = compared;
  const order = orderFor(compared, range.scheme);
  if ('obstacle' in order) return undetermined(order.obstacle);
  const { scheme } = order;
  const { intervals } = range;
  if ('unordered' in intervals) {
    return undetermined(`"${shorten(intervals.unordered)}" in its range is no version (${scheme.name})`);
  }
  if (!range.events.some((event) => 'introduced' in event))
    return undetermined('its range does not say where it begins');
  const around = intervals.filter((interval) => isWithin(text, interval, scheme));
  if (around.length === 0 && isOfOldPython(text, scheme)) return undetermined(noVersion(text, scheme));
  return around.map((interval) => ({
    result: 'affected',
    reason: `${called} is in ${showInterval(interval)}${ofRelease(ecosystem)} (${scheme.name})`,
  }));
}

function judgeList(compared: Compared, versions: readonly string[]): readonly Judgement[] {
  const { text, called, ecosystem } = compared;
  if (versions.length === 0) return [];
  const listed = `${called} is listed as affected${ofRelease(ecosystem)}`;
  if (versions.includes(text)) return [{ result: 'affected', reason: listed }];
  const order = orderFor(compared, schemeOf(ecosystem));
  if ('obstacle' in order) return undetermined(order.obstacle);
  const [equal] = versions.filter((version) => order.scheme.compare(text, version) === 0).toSorted();
  if (equal === undefined) return [];
  return [{ result: 'affected', reason: `${listed}, as ${shorten(equal)} (${order.scheme.name})` }];
}

function orderFor({ text, ecosystem }: Compared, scheme: Scheme | undefined) {
  if (scheme === undefined) return { obstacle: `no order of the versions of ${baseEcosystem(ecosystem)} is known` };
  return scheme.compare(text, text) === undefined || namesNoVersion(text)
    ? { obstacle: noVersion(text, scheme) }
    : { scheme };
}

function noVersion(text: string, { name }: Scheme): string {
  return `"${shorten(text)}" is no version (${name})`;
}

/** Before PEP 440 any text was a version, and comes before all of today: that `2.2.24.custom` is before 2.2 clears no patched 2.2.24. */
function isOfOldPython(text: string, scheme: Scheme): boolean {
  return scheme === pep440 && readPythonVersion(text) === undefined;
}
