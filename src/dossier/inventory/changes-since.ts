import type { Entry } from '../../model/entry.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { JudgedFinding, Verdict } from '../../model/anomalies/verdict.ts';
import { fullName, nameRecords } from '../../base/anomalies/name-records.ts';
import { compareText } from '../../base/compare.ts';
import { isValidFor } from '../is-valid-for.ts';

/** What has changed of what a verdict was judged on, a sentence each; empty while it holds. */
export function changesSince(
  verdict: Verdict,
  judged: JudgedFinding,
  finding: Finding,
  entry: Pick<Entry, 'component' | 'use'> | undefined,
): readonly string[] {
  return [...changedRecords(judged, finding), ...(entry === undefined ? [] : changedUse(verdict, judged, entry))];
}

function changedRecords({ records: before }: JudgedFinding, { records }: Finding): readonly string[] {
  const names = nameRecords(records);
  const left = new Set(records);
  const take = (wanted: (record: Finding['records'][number]) => boolean) => {
    const found = [...left].find(wanted);
    if (found !== undefined) left.delete(found);
    return found !== undefined;
  };
  const isNamed = (name: string) => (record: Finding['records'][number]) =>
    record.id === name || fullName(record) === name;
  const others = Object.entries(before).filter(
    ([name, hash]) => !take((record) => record.hash === hash && isNamed(name)(record)),
  );
  const said = others.map(([name]) => (take(isNamed(name)) ? `${name} has changed` : `${name} no longer speaks of it`));
  const added = [...left].map((record) => `${names.get(record)} speaks of it, too`);
  return [...said, ...added].toSorted(compareText);
}

function changedUse(
  { validFor }: Verdict,
  { package: component, versions, scope }: JudgedFinding,
  entry: Pick<Entry, 'component' | 'use'>,
): readonly string[] {
  const { version } = entry.component;
  const wasJudged = version === undefined ? versions.length === 0 : versions.includes(version);
  const held = wasJudged || (version !== undefined && isValidFor(validFor, component, version));
  const judgedOf = versions.length === 0 ? 'no version' : versions.join(', ');
  return [
    ...(held ? [] : [`${version ?? 'no version'} is in use, judged was ${judgedOf}${outsideOf(validFor)}`]),
    ...(scope === entry.use.scope ? [] : [`its use is ${entry.use.scope}, judged was ${scope}`]),
  ];
}

function outsideOf(validFor: string | undefined): string {
  return validFor === undefined ? '' : `, valid for ${validFor}`;
}
