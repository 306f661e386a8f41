import { compareText } from '../../../base/compare.ts';
import { compareInstants, laterInstant } from '../../../base/instant.ts';
import { baseEcosystem } from '../../../base/packages/package-key.ts';
import type { Advisory } from '../../../model/anomalies/advisory.ts';
import type { UsedDatabase } from '../../../model/anomalies/evaluation.ts';
import type { Diagnostic } from '../../../model/diagnostic.ts';
import type { DatabaseRecord } from '../../../model/plugs/feed.ts';
import type { Host } from '../../host.ts';
import type { DatabaseState, StoreBuilder, UnreadableRecord } from '../../store-content.ts';
import { today } from '../../today.ts';
import { unreadableRecord, unreadableRecords } from '../unreadable-records.ts';
import { filesOf, type DatabaseAnswer, type ToldFiles } from './database-files.ts';
import { pagesOf, refuseGaps } from './database-pages.ts';
import { refuseDatabase, type OpenedDatabase } from './opened-database.ts';

/** What one database gave. */
export type SyncedDatabase = UsedDatabase & {
  /** Records that were read this time. */
  readonly read: number;
  readonly unreadable: readonly UnreadableRecord[];
  /** Parts of the database that its source does not have. */
  readonly missing: readonly string[];
  /** When it was last asked, where that is so short ago that its publisher wants it left alone. */
  readonly resting?: string;
};

/** Puts a database, or what changed in it, into a store. Throws `HostError` when there is none or it is damaged. */
export async function syncDatabase(host: Host, builder: StoreBuilder, opened: OpenedDatabase): Promise<SyncedDatabase> {
  const { feed, from, at } = opened;
  const now = host.clock.now().toISOString();
  const held = builder.held.databases.find((one) => one.feed === feed.name && one.from === from);
  if (held?.state !== undefined && isResting(opened, held.state, now)) return leaveAlone(builder, held, held.state);
  const since = held?.state === undefined ? undefined : dayBefore(held.newest, held.state.fetched);
  const row: { total?: number | undefined } = {};
  const told: ToldFiles = { missing: [], files: [], someHeld: false, allOfFolder: false };
  const answers =
    at.kind === 'pages'
      ? pagesOf({ ...opened, at }, { since, now }, row)
      : filesOf(opened, { day: today(host), held: held?.state?.files ?? [], told });
  const { advisories, read, newest, unreadable } = await readInto(builder, opened, answers, since);
  const isWhole = since === undefined || (at.kind !== 'pages' && !told.someHeld);
  if (read.size === 0 && isWhole)
    throw refuseDatabase(opened, 'holds no record that can be read', 'Check the address.');
  if (at.kind === 'pages')
    refuseGaps({ ...opened, at }, row.total, read.size + unreadable.filter(({ kept }) => kept !== true).length);
  const before = isWhole ? [] : (held?.state?.unreadable ?? []).filter(({ name }) => !read.has(name));
  const state: DatabaseState = {
    fetched: now,
    ...(at.kind !== 'pages' && { files: told.files }),
    unreadable: [...before, ...unreadable],
  };
  addAdvisories(builder, opened, { advisories, isWhole, now });
  const database = builder.addDatabase(
    {
      feed: feed.name,
      from,
      newest: laterInstant(isWhole ? '' : (held?.newest ?? ''), newest),
      ...(feed.notice !== undefined && { notice: feed.notice }),
    },
    told.allOfFolder ? undefined : state,
  );
  return { ...database, read: read.size, unreadable: state.unreadable, missing: told.missing };
}

type HeldDatabase = StoreBuilder['held']['databases'][number];

function isResting({ at }: OpenedDatabase, { fetched }: DatabaseState, now: string): boolean {
  const passed = Date.parse(now) - Date.parse(fetched);
  return at.kind === 'pages' && at.pages.rest !== undefined && passed >= 0 && passed < at.pages.rest;
}

/** What the store holds of a database stays, and so does the instant at which it was asked. */
function leaveAlone(builder: StoreBuilder, held: HeldDatabase, state: DatabaseState): SyncedDatabase {
  const { feed, from, newest, notice } = held;
  const database = builder.addDatabase({ feed, from, newest, ...(notice !== undefined && { notice }) }, state);
  return { ...database, read: 0, unreadable: state.unreadable, missing: [], resting: state.fetched };
}

/** Records appear some time after the instant that they bear, and clocks differ; what comes twice is kept once. */
function dayBefore(newest: string, fetched: string): string {
  const instant = compareInstants(newest, fetched) < 0 ? newest : fetched;
  return new Date(Date.parse(instant) - 24 * 60 * 60 * 1000).toISOString();
}

type AdvisoryRecord = Extract<DatabaseRecord, { readonly kind: 'advisory' }>;

async function readInto(
  builder: StoreBuilder,
  opened: OpenedDatabase,
  answers: AsyncIterable<DatabaseAnswer>,
  since: string | undefined,
) {
  const unreadable: UnreadableRecord[] = [];
  const advisories = new Map<string, AdvisoryRecord[]>();
  const read = new Set<string>();
  let newest = '';
  for await (const answer of answers)
    for await (const record of recordsIn(opened, answer, since)) {
      if (record.kind === 'damaged') {
        opened.source.forget?.();
        throw refuseDatabase(
          opened,
          `is damaged: ${answer.path}: ${record.reason}`,
          'Check the address, and fetch it again.',
        );
      }
      if (record.kind === 'unreadable') {
        unreadable.push(unreadableRecord(record));
        continue;
      }
      const { id, modified } = record.kind === 'cve' ? record.cve : record.advisory;
      if (record.kind === 'cve') builder.addCve(record.cve, record.document);
      else
        for (const ecosystem of ecosystemsOf(record.advisory))
          (advisories.get(ecosystem) ?? fresh(advisories, ecosystem)).push(record);
      newest = laterInstant(newest, modified);
      read.add(id);
    }
  return { advisories, read, newest, unreadable };
}

function ecosystemsOf({ affected }: Advisory): ReadonlySet<string> {
  return new Set(affected.map(({ ecosystem }) => baseEcosystem(ecosystem)));
}

type Given = {
  readonly advisories: ReadonlyMap<string, readonly AdvisoryRecord[]>;
  readonly isWhole: boolean;
  readonly now: string;
};

/** An advisory counts for each ecosystem that it speaks of, so that these are covered. */
function addAdvisories(
  builder: StoreBuilder,
  { feed: { name }, from }: OpenedDatabase,
  { advisories, isWhole, now }: Given,
): void {
  const held = builder.held.sources.filter((source) => source.feed === name && source.from === from);
  const ecosystems = new Set([...advisories.keys(), ...held.map(({ ecosystem }) => ecosystem)]);
  for (const ecosystem of [...ecosystems].toSorted(compareText)) {
    const state = held.find((source) => source.ecosystem === ecosystem)?.state;
    builder.begin({ feed: name, from, ecosystem }, isWhole ? 'whole' : 'changes');
    for (const { advisory, document } of advisories.get(ecosystem) ?? []) builder.add(advisory, document);
    builder.end({ fetched: now, loaded: isWhole ? now : (state?.loaded ?? now), unreadable: [] });
  }
}

/** A warning where parts of a database are not there, and one where records cannot be read. */
export function shortcomingsOfDatabase({
  feed,
  from,
  records,
  unreadable,
  missing,
  resting,
}: SyncedDatabase): readonly Diagnostic[] {
  const place = { file: from };
  const more = missing.length > 5 ? ` and ${missing.length - 5} more` : '';
  const absent: Diagnostic = {
    rule: 'sync/missing-parts',
    severity: 'warning',
    message: `${feed}: ${missing.slice(0, 5).join(', ')}${more} ${missing.length === 1 ? 'is' : 'are'} not there`,
    place,
    help: 'Fetch the missing files: what they hold is not known to any evaluation.',
  };
  const alone: Diagnostic = {
    rule: 'sync/asked-lately',
    severity: 'note',
    message: `${feed} was last asked at ${resting} and is left alone: its publisher wants hours between two questions`,
    place,
    help: 'What the store holds of it stays. Run it again later, or with --full to read all of it anew.',
  };
  return [
    ...(resting === undefined ? [] : [alone]),
    ...(missing.length === 0 ? [] : [absent]),
    ...unreadableRecords(feed, place, records, unreadable),
  ];
}

type Told = Exclude<DatabaseRecord, { readonly kind: 'elsewhere' }>;

async function* recordsIn(
  opened: OpenedDatabase,
  { path, bytes }: DatabaseAnswer,
  since: string | undefined,
): AsyncGenerator<Told> {
  const problem = await problemOf(opened, path, bytes);
  if (problem !== undefined) {
    yield { kind: 'damaged', reason: problem };
    return;
  }
  for (const record of opened.feed.records(path, bytes, since)) {
    if (record.kind !== 'elsewhere') yield record;
    else {
      const answer = await opened.source.get(record.path);
      if (answer !== undefined) yield* recordsIn(opened, { path: record.path, bytes: answer }, since);
      else yield { kind: 'unreadable', name: record.path, reason: 'the source lists it, but does not have it' };
    }
  }
}

async function problemOf({ feed, source, at }: OpenedDatabase, path: string, answer: Uint8Array) {
  const proofPath = at.kind === 'pages' ? undefined : feed.proof?.path(path);
  if (proofPath === undefined || proofPath === path) return undefined;
  const proof = await source.get(proofPath);
  return proof === undefined ? undefined : feed.proof?.problem(answer, proof);
}

function fresh(advisories: Map<string, AdvisoryRecord[]>, ecosystem: string): AdvisoryRecord[] {
  const list: AdvisoryRecord[] = [];
  advisories.set(ecosystem, list);
  return list;
}
