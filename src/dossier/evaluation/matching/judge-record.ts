import { packageKey, type PackageKey } from '../../../base/packages/package-key.ts';
import type { Advisory, AffectedPackage } from '../../../model/anomalies/advisory.ts';
import type { Result } from '../../../model/anomalies/evaluation.ts';
import { compareText } from '../../../base/compare.ts';
import { distinct } from '../../../base/distinct.ts';
import { schemeOf } from '../../../versions/scheme-of.ts';
import type { AdvisedPackage } from './advised-package.ts';
import { matchRelease } from './distribution-release.ts';
import { judgeEntry, ofRelease, type Judgement } from './judge-entry.ts';
import { matchStream } from './module-stream.ts';
import { orderEntry, type OrderedEntry } from './ordered-entry.ts';
import { ofFamily } from './tag-family.ts';
import { shorten } from './shorten.ts';
import { showInterval } from './version-intervals.ts';

/**
 * Judges a package by one record (OSV schema 1.7, "Evaluation", with a third answer): all entries of the package with
 * their ranges and lists are joined by or. `undefined` when no entry speaks of the package in its release.
 */
export function judgeRecord(advised: AdvisedPackage, record: Advisory): Judgement | undefined {
  const entries = entriesFor(advised, record);
  if (entries.length === 0) return undefined;
  if (record.withdrawn !== undefined) {
    return { result: 'not-affected', reason: `it was withdrawn on ${record.withdrawn.slice(0, 10)}` };
  }
  const ordered = entries.map(orderEntry);
  const told = ordered.flatMap((entry) => withStream(judgeOwn(advised, entry), advised, entry, record.summary));
  const [first] = told.toSorted((a, b) => compareResults(a.result, b.result) || compareText(a.reason, b.reason));
  return first ?? { result: 'not-affected', reason: whyNotAffected(advised, ordered) };
}

/** Of tags of a repository those alone are compared that are called as the package's own; the others say nothing certain. */
function judgeOwn(advised: AdvisedPackage, entry: OrderedEntry): readonly Judgement[] {
  const { version, key } = advised;
  if (key.ecosystem !== 'GIT' || !('exact' in version)) return judgeEntry(advised, entry);
  const { entry: own, others } = ofFamily(version.exact, key.name, entry);
  const told = own.ranges.length + own.versions.length === 0 ? [] : judgeEntry(advised, own);
  if (told.some(({ result }) => result !== 'undetermined') || isAnswered(own, entry)) return told;
  const named = others.map((name) => `"${shorten(name)}"`).join(', ');
  const reason = `it speaks of tags named ${named}, which are numbered apart from ${shorten(version.exact)}`;
  return [{ result: 'undetermined', reason, ...(told.some((one) => one.onlyByGraph) && { onlyByGraph: true }) }];
}

/** Whether what is left of an entry says all of a tag that the whole would: its ranges, or else a list of tags called so. */
function isAnswered(own: OrderedEntry, whole: OrderedEntry): boolean {
  return own.ranges.length === whole.ranges.length && (own.versions.length > 0 || whole.versions.length === 0);
}

/** A module has several streams side by side, each with its own versions: what mends one says nothing of another. */
function withStream(
  told: readonly Judgement[],
  { version, key, stream, called }: AdvisedPackage,
  entry: OrderedEntry,
  summary: string | undefined,
): readonly Judgement[] {
  if (!('exact' in version) || told.every(({ result }) => result !== 'affected')) return told;
  const match = matchStream({ version: version.exact, name: key.name, stream }, entry, summary);
  if (match === 'same') return told;
  return told.map((judged) => {
    if (judged.result !== 'affected') return judged;
    if (match === 'other')
      return { result: 'not-affected', reason: `it mends builds of a module or stream that ${called} is not of` };
    const reason = `${judged.reason}, but it mends ${shorten(match.unknown)}, and no file tells the stream of ${called}`;
    return { result: 'undetermined', reason };
  });
}

/** The entries of a record that speak of a package; an entry for another release of its distribution does not. */
export function entriesFor(advised: AdvisedPackage, record: Advisory): readonly AffectedPackage[] {
  return record.affected.filter(
    ({ ecosystem, name }) => isOf(advised.key, ecosystem, name) && matchRelease(ecosystem, advised.release) !== 'other',
  );
}

function isOf({ ecosystem, name }: PackageKey, writtenEcosystem: string, writtenName: string): boolean {
  if (ecosystem === writtenEcosystem && name === writtenName) return true;
  const key = packageKey(writtenEcosystem, writtenName);
  return key.ecosystem === ecosystem && key.name === name;
}

/** Sorts the strongest answer first: where several speak, it holds. */
export function compareResults(a: Result, b: Result): number {
  return strongestFirst.indexOf(a) - strongestFirst.indexOf(b);
}

const strongestFirst: readonly Result[] = ['affected', 'undetermined', 'not-affected'];

function whyNotAffected({ called, key }: AdvisedPackage, entries: readonly OrderedEntry[]): string {
  const ranges = distinct(entries.flatMap(showRanges));
  const shown =
    ranges.length > mostShown ? [...ranges.slice(0, mostShown), `${ranges.length - mostShown} more`] : ranges;
  const listed = countListed(entries);
  const places = [
    ...(shown.length === 0 ? [] : [`in ${shown.join(' or ')}`]),
    ...(listed === 0
      ? []
      : [listed === 1 ? 'the one version that it lists' : `among the ${listed} versions that it lists`]),
  ];
  if (places.length === 0) return 'its range ends before it begins';
  return `${called} is not ${places.join(' nor ')} (${schemesOf(entries, key.ecosystem).join(', ')})`;
}

const mostShown = 5;

function countListed(entries: readonly OrderedEntry[]): number {
  if (entries.every(({ versions }) => versions.length === 0)) return 0;
  return new Set(entries.flatMap(({ versions }) => versions)).size;
}

function showRanges({ ecosystem, ranges }: OrderedEntry): string[] {
  return ranges.flatMap(({ intervals }) => {
    if ('unordered' in intervals) return [];
    return intervals.map((interval) => `${showInterval(interval)}${ofRelease(ecosystem)}`);
  });
}

function schemesOf(entries: readonly OrderedEntry[], ecosystem: string): readonly string[] {
  const ofRanges = entries.flatMap(({ ranges }) => ranges.map(({ scheme }) => scheme?.name));
  const named = [...ofRanges, schemeOf(ecosystem)?.name].filter((name) => name !== undefined);
  return distinct(named);
}
