import { hash } from 'node:crypto';
import { HostError } from '../../base/errors.ts';
import { followWatermark } from '../../base/follow-watermark.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { AdvisoryFeed, FeedRecord, Watermark } from '../../model/plugs/feed.ts';
import type { StoredSource, FeedState, StoreBuilder, UnreadableRecord } from '../store-content.ts';
import type { FeedSource, Validators } from '../feed-source.ts';
import { unreadableRecord, unreadableRecords } from './unreadable-records.ts';

/** What to ask of whom. */
export type Errand = { readonly feed: AdvisoryFeed; readonly source: FeedSource; readonly ecosystem: string };

/** What one source gave for one ecosystem; `records` of 0 says that it was asked and has nothing. */
export type SyncedSource = StoredSource & {
  /** Records that were read this time. */
  readonly read: number;
  readonly unreadable: readonly UnreadableRecord[];
};

/** Puts what a source has for an ecosystem into a store: what changed since it was last asked, or, untold, all. */
export async function syncEcosystem(
  builder: StoreBuilder,
  errand: Errand,
  state: FeedState | undefined,
  changes: Changes | undefined,
  now: string,
): Promise<SyncedSource> {
  if (state === undefined || changes === undefined) return syncWhole(builder, errand, state, now);
  begin(builder, errand, 'changes');
  for (const { advisory, document } of changes.records) builder.add(advisory, document);
  const { records, ...told } = changes;
  return end(builder, { ...state, ...told, fetched: now }, records.length);
}

function begin(builder: StoreBuilder, { feed, source, ecosystem }: Errand, extent: 'whole' | 'changes'): void {
  builder.begin({ feed: feed.name, from: source.address, ecosystem }, extent);
}

function end(builder: StoreBuilder, state: FeedState, read: number): SyncedSource {
  return { ...builder.end(state), read, unreadable: state.unreadable };
}

type ReadRecord = Extract<FeedRecord, { readonly kind: 'advisory' }>;
type Told = Exclude<FeedRecord, { readonly kind: 'elsewhere' }>;

/** What changed at a source, and how it stands now. */
export type Changes = {
  readonly records: readonly ReadRecord[];
  readonly watermark: Watermark;
  readonly list: Validators | undefined;
  readonly unreadable: readonly UnreadableRecord[];
};

/**
 * What changed since a source was last asked; `undefined` where it cannot tell, where it tells of so much that all is had
 * sooner, and where a record cannot be had or read, so that what is to become of it shows when all are read.
 */
export async function changesAt(
  errand: Errand,
  { watermark, list, unreadable }: FeedState,
): Promise<Changes | undefined> {
  const changeList = errand.feed.changes?.(errand.ecosystem);
  if (changeList === undefined || watermark === undefined) return undefined;
  const enough = (piece: Uint8Array) => changeList.enough(piece, watermark);
  const answer = await errand.source.ask({ path: changeList.path, unless: list, enough });
  if (answer.kind === 'none') return undefined;
  if (answer.kind === 'unchanged') return { records: [], watermark, list, unreadable };
  // Who had a record lists at least that one, so that an empty list tells nothing.
  if (answer.bytes.length === 0) return undefined;
  const changed = changeList.since(answer.bytes, watermark);
  if (changed === undefined) throw damaged(errand, `${changeList.path} is no list of changes`);
  if (changed.paths.length > mostSingles) return undefined;
  const records: ReadRecord[] = [];
  for await (const record of recordsAt(errand, changed.paths)) {
    if (record.kind !== 'advisory') return undefined;
    records.push(record);
  }
  const mended = new Set(changed.paths.map(lastStep));
  return {
    records,
    watermark: changed.watermark,
    list: answer.validators,
    unreadable: unreadable.filter(({ name }) => !mended.has(lastStep(name))),
  };
}

function lastStep(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** More changed records than this are had sooner as one archive. */
const mostSingles = 2000;

async function syncWhole(
  builder: StoreBuilder,
  errand: Errand,
  state: FeedState | undefined,
  now: string,
): Promise<SyncedSource> {
  const whole = await wholeAnswer(errand, state);
  begin(builder, errand, whole === 'unchanged' ? 'changes' : 'whole');
  if (whole === 'unchanged' && state !== undefined) return end(builder, { ...state, fetched: now }, 0);
  const unreadable: UnreadableRecord[] = [];
  let read = 0;
  const watermark = followWatermark();
  for await (const record of whole === 'unchanged' ? [] : whole.records) {
    if (record.kind === 'damaged') throw damaged(errand, record.reason);
    if (record.kind === 'unreadable') {
      unreadable.push(unreadableRecord(record));
      continue;
    }
    const { id, modified } = record.advisory;
    if (!builder.add(record.advisory, record.document)) unreadable.push({ name: `${id}.json`, reason: anotherOfId });
    else read++;
    watermark.raise(modified, id);
  }
  const validated = whole === 'unchanged' ? {} : { whole: whole.validators, sha256: whole.sha256 };
  return end(builder, { watermark: watermark.current(), ...validated, fetched: now, loaded: now, unreadable }, read);
}

const anotherOfId = 'another record of the source has the same id, and the later of them counts';

async function wholeAnswer({ feed, source, ecosystem }: Errand, state: FeedState | undefined) {
  for (const path of feed.requests(ecosystem)) {
    const answer = await source.ask({ path, unless: state?.whole });
    if (answer.kind === 'unchanged') return answer.kind;
    if (answer.kind === 'none') continue;
    const { bytes, validators } = answer;
    return { records: recordsIn({ feed, source }, path, bytes), validators, sha256: hash('sha256', bytes) };
  }
  return { records: [], validators: undefined, sha256: undefined };
}

type Asked = Pick<Errand, 'feed' | 'source'>;

async function* recordsIn({ feed, source }: Asked, path: string, answer: Uint8Array): AsyncGenerator<Told> {
  const elsewhere: string[] = [];
  for (const record of feed.records(path, answer)) {
    if (record.kind === 'elsewhere') elsewhere.push(record.path);
    else yield record;
  }
  yield* recordsAt({ feed, source }, elsewhere);
}

async function* recordsAt({ feed, source }: Asked, paths: readonly string[]): AsyncGenerator<Told> {
  for (let start = 0; start < paths.length; start += atOnce) {
    const some = paths.slice(start, start + atOnce);
    const answers = await Promise.all(some.map((path) => source.get(path)));
    for (const [index, path] of some.entries()) {
      const answer = answers[index];
      if (answer !== undefined) yield* recordsIn({ feed, source }, path, answer);
      else yield { kind: 'unreadable', name: path, reason: 'the source lists it, but does not have it' };
    }
  }
}

/** Single records that are asked for at the same time. */
const atOnce = 16;

function damaged({ feed, source, ecosystem }: Errand, reason: string): HostError {
  return new HostError(
    `the ${feed.title} advisories for ${ecosystem} at "${source.address}" are damaged: ${reason}`,
    `Check that it is laid out as the ${feed.title} bucket is, and try again. The store was not changed.`,
  );
}

/** A warning where a source has no records of an ecosystem, and one where records cannot be read. */
export function shortcomingsOfSource({ from, ecosystem, records, unreadable }: SyncedSource): readonly Diagnostic[] {
  const place = { file: `${from}/${ecosystem}` };
  return [
    ...(records > 0
      ? []
      : [
          {
            rule: 'sync/no-records',
            severity: 'warning',
            message: `${ecosystem}: the source has no records`,
            place,
            help: 'Name another source that has them; until then components of this ecosystem are not covered.',
          } as const,
        ]),
    ...unreadableRecords(ecosystem, place, records, unreadable),
  ];
}
