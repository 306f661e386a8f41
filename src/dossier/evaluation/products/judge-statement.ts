import type { ProductStatement, VersionStatement, VersionStatus } from '../../../model/anomalies/cve.ts';
import type { Result } from '../../../model/anomalies/evaluation.ts';
import type { Scheme } from '../../../model/plugs/scheme.ts';
import { maven } from '../../../versions/maven.ts';
import { pep440 } from '../../../versions/pep440.ts';
import { rpm } from '../../../versions/rpm.ts';
import { semver } from '../../../versions/semver.ts';
import { shorten } from '../matching/shorten.ts';
import type { MappedComponent } from './mapped-component.ts';
import { undetermined, type ProductJudgement } from './product-judgement.ts';
import { fitTarget } from './target-software.ts';
import { rangeIn } from './version-range.ts';

/**
 * Judges a component by what a CVE record says of a product (CVE JSON 5, `affected`): the first entry that a version falls
 * under gives its status, else the default holds; an entry that cannot be compared leaves the answer open.
 */
export function judgeStatement(statement: ProductStatement, mapped: MappedComponent): ProductJudgement | undefined {
  const { mapping, type } = mapped;
  const own = statement.products.filter(
    ({ vendor, product }) => vendor === mapping.vendor && product === mapping.product,
  );
  if (own.length === 0) return undefined;
  const fits = own.map(({ targetSoftware }) => fitTarget(targetSoftware, type, mapping.targetSoftware));
  if (fits.every((fit) => fit === 'contradicts'))
    return {
      result: 'not-affected',
      reason: `it speaks of the one for ${shorten(own[0]?.targetSoftware ?? '')}, not of ${type} packages`,
    };
  const judged = judgeVersions(statement, mapped);
  if (judged.result !== 'affected') return judged;
  const { platforms } = statement;
  const needs = [
    ...(fits.includes('fits') ? [] : own.map(({ targetSoftware }) => targetSoftware)),
    ...(platforms.length === 0 || platforms.some(isAny) ? [] : [platforms.slice(0, 3).join(' or ')]),
  ];
  return needs.length === 0
    ? judged
    : { ...judged, ...undetermined(`${judged.reason}, affected if on or with ${needs.slice(0, 3).join(' and ')}`) };
}

function isAny(platform: string): boolean {
  return /^(?:all|any|n\/a|\*|-)$/i.test(platform.trim());
}

function judgeVersions(
  { versions, defaultStatus }: ProductStatement,
  { version, called, scheme }: MappedComponent,
): ProductJudgement {
  if ('unknown' in version) return undetermined(version.unknown);
  const open: ProductJudgement[] = [];
  for (const entry of versions) {
    const told = judgeEntry(entry, version.exact, called, schemeOfType(entry.type, scheme));
    if (told === undefined) continue;
    if (told.result !== 'undetermined' || entry.status === 'unknown') return told;
    open.push(told);
  }
  const unclear = open.find(({ unstated }) => unstated !== true) ?? open[0];
  if (unclear !== undefined) return unclear;
  if (defaultStatus === 'affected' || defaultStatus === 'unaffected')
    return {
      result: results[defaultStatus],
      reason: `${called} is under none of its entries, and all others are ${defaultStatus} (${scheme.name})`,
    };
  return isAfterAll(versions, version.exact, scheme)
    ? { result: 'not-affected', reason: `${called} comes after the versions that it calls affected (${scheme.name})` }
    : { ...undetermined(`it does not say whether ${called} is affected`), unstated: true };
}

const results: Readonly<Record<VersionStatus, Result>> = {
  affected: 'affected',
  unaffected: 'not-affected',
  unknown: 'undetermined',
};

/** What an author says of the order of versions; `custom`, and words of its own, say nothing. */
function schemeOfType(type: string | undefined, usual: Scheme): Scheme | undefined {
  const word = type?.toLowerCase();
  if (word === 'git') return undefined;
  return [semver, maven, rpm].find(({ name }) => name === word) ?? (word === 'python' ? pep440 : usual);
}

function judgeEntry(
  entry: VersionStatement,
  own: string,
  called: string,
  scheme: Scheme | undefined,
): ProductJudgement | undefined {
  if (scheme === undefined)
    return { ...undetermined('it gives its versions in git commits, which cannot be compared'), unstated: true };
  const range = rangeIn(entry);
  if (range === undefined) return undetermined(`"${shorten(entry.version)}" is no version that could be compared`);
  const texts = [own, ...range.flatMap(({ text }) => text), ...(entry.changes ?? []).map(({ at }) => at)];
  const unordered = texts.find((text) => scheme.compare(text, text) === undefined);
  if (unordered !== undefined) return undetermined(`"${shorten(unordered)}" is no version (${scheme.name})`);
  const order = (text: string) => scheme.compare(own, text) ?? 0;
  if (!range.every(({ holds, text }) => holds(order(text)))) return undefined;
  const passed = (entry.changes ?? []).filter(({ at }) => order(at) >= 0);
  const last = passed.toSorted((a, b) => scheme.compare(a.at, b.at) ?? 0).at(-1);
  const status = last?.status ?? entry.status;
  const shown = range.map(({ sign, text }) => `${sign}${shorten(text)}`).join(' ') || 'every version';
  const reason = `${called} is in ${shown}${last === undefined ? '' : ` and at or after ${shorten(last.at)}`}, which it calls ${status} (${scheme.name})`;
  const { lessThan } = entry;
  const isEnd = status === 'affected' && lessThan !== undefined && lessThan !== '*';
  return { result: results[status], reason, ...(isEnd && { fixed: lessThan }) };
}

/** Where a run of affected versions has an end and no default is stated, what comes after all of them is taken as mended. */
function isAfterAll(versions: readonly VersionStatement[], own: string, scheme: Scheme): boolean {
  const runs = versions.filter(({ status }) => status === 'affected').map((entry) => rangeIn(entry) ?? []);
  return (
    runs.length > 0 &&
    runs.every((run) =>
      run.some(({ sign, text, holds }) => sign.startsWith('<') && !holds(scheme.compare(own, text) ?? 0)),
    )
  );
}
