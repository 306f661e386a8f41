import { createHash } from 'node:crypto';
import { HostError, UsageError } from '../../base/errors.ts';
import { parseJson } from '../../base/formats/json/json.ts';
import { filtersOf } from '../../base/anomalies/filters-of.ts';
import { readChangelog } from '../../base/anomalies/release-notes.ts';
import { compareText } from '../../base/compare.ts';
import { decodeText } from '../../base/decode-text.ts';
import type { AskedSource, PublishedAnomaly } from '../../model/anomalies/anomaly-list.ts';
import type { AnomalyPlan } from '../../model/anomalies/anomaly-plan.ts';
import type { AnomalySource, ChangelogSource, TrackedSource } from '../../model/anomalies/anomaly-source.ts';
import type { Tracker, TrackerList, TrackerQuestion } from '../../model/plugs/tracker.ts';
import { trackers } from '../../trackers/index.ts';
import type { Host } from '../host.ts';
import type { TrackerSource } from './tracker-source.ts';

/** What a source gave, or why it gave nothing; part of an answer is never taken for the whole. */
export type Fetched =
  | {
      readonly kind: 'fetched';
      readonly source: AskedSource;
      readonly anomalies: readonly PublishedAnomaly[];
      /** What a person should know: the project has moved, an entry cannot be read. */
      readonly notes: readonly string[];
    }
  | { readonly kind: 'refused'; readonly reason: string; readonly help: string };

/** Fetches every list of one source; an attachment and an argument have nothing to fetch. */
export async function fetchAnomalies(
  host: Host,
  source: AnomalySource,
  plan: AnomalyPlan | undefined,
  inUse: readonly string[],
): Promise<readonly Fetched[]> {
  try {
    if (source.kind === 'attachment' || source.kind === 'unpublished') return [];
    if (source.kind === 'changelog') return [await readOwnChangelog(host, source, inUse)];
    const tracker = trackers.find(({ name }) => name === source.kind);
    if (tracker === undefined) throw new Error(`no tracker "${source.kind}" is registered`);
    const opened = await host.openTracker(placeOf(source, tracker, plan));
    const fetched: Fetched[] = [];
    for (const list of source.lists) fetched.push(await fetchList(opened, tracker, source, list));
    return fetched;
  } catch (error) {
    if (!(error instanceof HostError) && !(error instanceof UsageError)) throw error;
    return [refused(error.message, error.help)];
  }
}

function placeOf({ at }: TrackedSource, { token }: Tracker, plan: AnomalyPlan | undefined) {
  const known = plan?.trackers.find(({ id, address }) => id === at || address === at);
  const [header, prefix] = token;
  const variable = known?.tokenFrom;
  return {
    address: known?.address ?? at,
    token: variable === undefined ? undefined : { variable, header, prefix },
  };
}

async function fetchList(
  opened: TrackerSource,
  tracker: Tracker,
  source: TrackedSource,
  list: TrackerList,
): Promise<Fetched> {
  if (!tracker.lists.includes(list)) return refused(`${tracker.title} has no ${list}`, 'Take it out of lists.');
  const asked: { address: string; entries: number; sha256: string }[] = [];
  const anomalies: PublishedAnomaly[] = [];
  const leftOut: string[] = [];
  const notes = new Set<string>();
  let question: TrackerQuestion | string | undefined = tracker.ask(source, list, 1, 0);
  if (question === undefined)
    return refused(`"${source.project}" is no project of ${tracker.title}`, `Write it as ${tracker.projects}.`);
  let truncated = false;
  let seen = 0;
  for (let page = 1; question !== undefined; page++) {
    const answer = await opened.ask(question, page);
    if (answer.kind === 'refused') return refused(`${answer.address}: ${answer.reason}`, answer.help);
    const read = tracker.read(list, valueOf(answer.bytes), source);
    if (read.kind === 'damaged')
      return refused(`${answer.address} is no answer of ${tracker.title}: ${read.reason}`, 'Check kind and address.');
    seen += read.members;
    asked.push({ address: answer.address, entries: read.anomalies.length, sha256: sha256(answer.bytes) });
    for (const each of read.anomalies) anomalies.push(each);
    for (const each of read.leftOut) leftOut.push(each);
    for (const one of read.unreadable.slice(0, 5)) notes.add(`${answer.address}: ${one}; it was left out`);
    for (const each of read.unreadable.map(() => 'entries that cannot be read')) leftOut.push(each);
    if (answer.moved !== undefined) notes.add(`the project has moved to ${answer.moved}; write that into the record`);
    truncated = page === mostPages && (read.more || typeof answer.next === 'string');
    if (page === mostPages || answer.next === false) break;
    question = answer.next ?? (read.more ? tracker.ask(source, list, page + 1, seen) : undefined);
  }
  const told = { kind: source.kind, list, filters: filtersOf(source), asked, leftOut: counts(leftOut), truncated };
  return { kind: 'fetched', source: told, anomalies, notes: [...notes] };
}

const mostPages = 100;

async function readOwnChangelog(host: Host, source: ChangelogSource, inUse: readonly string[]): Promise<Fetched> {
  const { file, at, path = '' } = source;
  const address = file ?? `${at}/${path}`;
  const bytes = file === undefined ? await (await host.openSource(at ?? '')).get(path) : await host.files.read(file);
  if (bytes === undefined) return refused(`there is no ${address}`, 'Correct the path in the record.');
  const text = decodeText(bytes);
  if (text === undefined) return refused(`${address} is no UTF-8 text`, 'Keep it as an attachment instead.');
  const { fixes, others, versions } = readChangelog(text);
  if (versions.length === 0)
    return refused(
      `${address} has no heading that names a version`,
      'Keep it as an attachment, and evaluate it there.',
    );
  const asked = [{ address, entries: fixes.length, sha256: sha256(bytes) }];
  const leftOut: Record<string, number> = others === 0 ? {} : { 'points of release notes that tell no fix': others };
  const told = { kind: source.kind, list: source.kind, filters: filtersOf(source), asked, leftOut, truncated: false };
  const newest = versions[0] ?? '';
  const notes = inUse.includes(newest)
    ? [`the newest version in ${address} is ${newest}, which is in use: it tells nothing of later fixes`]
    : [];
  return { kind: 'fetched', source: told, anomalies: fixes, notes };
}

function counts(words: readonly string[]): Record<string, number> {
  const grouped = Map.groupBy(words, (word) => word);
  return Object.fromEntries(
    [...grouped].map(([word, all]) => [word, all.length] as const).toSorted(([a], [b]) => compareText(a, b)),
  );
}

function valueOf(bytes: Uint8Array): unknown {
  const text = decodeText(bytes);
  const json = text === undefined ? undefined : parseJson(text);
  return json !== undefined && 'value' in json ? json.value : undefined;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function refused(reason: string, help: string): Fetched {
  return { kind: 'refused', reason, help };
}
