import type { DatabaseSync } from 'node:sqlite';
import type { StoredSource, Extent, FeedState, HeldContent } from '../../app/store-content.ts';
import { compareInstants, laterInstant } from '../../base/instant.ts';

/**
 * `source`: what was asked for one ecosystem, and how it stood. `given`: which records a source has, and whether the
 * state that it gave is the one that stands in the store; of two sources only the later one's does.
 */
export const sourceTables = `
  CREATE TABLE source (
    number INTEGER PRIMARY KEY, feed TEXT NOT NULL, origin TEXT NOT NULL, ecosystem TEXT NOT NULL,
    records INTEGER NOT NULL, newest TEXT NOT NULL, state TEXT NOT NULL, UNIQUE (feed, origin, ecosystem)
  ) STRICT;
  CREATE TABLE given (
    source INTEGER NOT NULL, advisory INTEGER NOT NULL, modified TEXT NOT NULL, stands INTEGER NOT NULL,
    PRIMARY KEY (source, advisory)
  ) STRICT, WITHOUT ROWID;
`;

/** How the sources of a store stood when they were last asked. */
export function heldSources(database: DatabaseSync): HeldContent['sources'] {
  return database
    .prepare('SELECT * FROM source ORDER BY feed, origin, ecosystem')
    .all()
    .map((row) => ({
      feed: String(row['feed']),
      from: String(row['origin']),
      ecosystem: String(row['ecosystem']),
      records: Number(row['records']),
      newest: String(row['newest']),
      state: JSON.parse(String(row['state'])) as FeedState,
    }));
}

/** How many records a source has, and the state of its latest: kept up as changes come, for to count takes longer. */
type Tally = Pick<StoredSource, 'records' | 'newest'>;

/** Keeps account of what each source gives while a store is being made. */
export function sourceRows(database: DatabaseSync) {
  const find = database.prepare(
    'SELECT number, records, newest FROM source WHERE feed = ? AND origin = ? AND ecosystem = ?',
  );
  const next = database.prepare('SELECT coalesce(max(number), 0) + 1 AS number FROM source');
  const put = database.prepare('INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?)');
  const drop = database.prepare('DELETE FROM source WHERE number = ?');
  const given = database.prepare('SELECT modified FROM given WHERE source = ? AND advisory = ?');
  const give = database.prepare('INSERT OR REPLACE INTO given VALUES (?, ?, ?, ?)');
  const take = database.prepare('DELETE FROM given WHERE source = ? AND advisory = ?');
  const outdo = database.prepare('UPDATE given SET stands = 0 WHERE source = ? AND advisory = ?');
  const all = database.prepare('SELECT advisory FROM given WHERE source = ?');
  const count = database.prepare(
    'SELECT count(*) AS records, modified, max(julianday(modified)) FROM given WHERE source = ?',
  );
  const others = database.prepare(`
    SELECT given.source AS source, stands FROM source CROSS JOIN given ON given.source = source.number AND advisory = ?
    WHERE source.number <> ?`);
  let current = { number: 0, feed: '', from: '', ecosystem: '', extent: 'changes' as Extent };
  let seen = new Set<number>();
  let tally: Tally = { records: 0, newest: '' };
  let isTrue = true;
  const counted = (): Tally => {
    const row = count.get(current.number);
    const records = Number(row?.['records']);
    return { records, newest: records === 0 ? '' : String(row?.['modified']) };
  };
  return {
    begin: ({ feed, from, ecosystem }: Pick<StoredSource, 'feed' | 'from' | 'ecosystem'>, extent: Extent): void => {
      const old = find.get(feed, from, ecosystem);
      const number = Number((old ?? next.get())?.['number']);
      current = { number, feed, from, ecosystem, extent };
      seen = new Set();
      tally = { records: Number(old?.['records'] ?? 0), newest: String(old?.['newest'] ?? '') };
      put.run(number, feed, from, ecosystem, 0, '', '{}');
    },
    /** Whether the current source has given this record since it began. */
    hasGiven: (advisory: number): boolean => seen.has(advisory),
    give: (advisory: number, modified: string, stands: boolean): void => {
      if (current.extent === 'changes') {
        const old = given.get(current.number, advisory)?.['modified'];
        if (old === tally.newest && compareInstants(modified, tally.newest) < 0) isTrue = false;
        tally = {
          records: tally.records + (old === undefined ? 1 : 0),
          newest: laterInstant(tally.newest, modified),
        };
      }
      give.run(current.number, advisory, modified, stands ? 1 : 0);
      seen.add(advisory);
    },
    /** Says that the current source's state of a record stands, and no other source's. */
    outdo: (advisory: number): void => {
      for (const { source } of others.all(advisory, current.number)) outdo.run(Number(source), advisory);
    },
    /** What the other sources have of a record: nothing, the state that stands, or one that was outdone. */
    othersHave: (advisory: number): 'nothing' | 'the state that stands' | 'an outdone state' => {
      const rows = others.all(advisory, current.number);
      if (rows.length === 0) return 'nothing';
      return rows.some(({ stands }) => stands === 1) ? 'the state that stands' : 'an outdone state';
    },
    /** Records that the current source no longer gives. */
    takeBack: (): readonly number[] => {
      if (current.extent === 'changes') return [];
      const gone = all.all(current.number).map(({ advisory }) => Number(advisory));
      const left = gone.filter((advisory) => !seen.has(advisory));
      for (const advisory of left) take.run(current.number, advisory);
      return left;
    },
    takeFromAll: (advisory: number): void => {
      isTrue = false;
      for (const { source } of others.all(advisory, 0)) take.run(Number(source), advisory);
    },
    end: (state: FeedState): StoredSource => {
      const { number, feed, from, ecosystem } = current;
      const { records, newest } = isTrue && current.extent === 'changes' ? tally : counted();
      if (records === 0) drop.run(number);
      else put.run(number, feed, from, ecosystem, records, newest, JSON.stringify(state));
      return { feed, from, ecosystem, records, newest };
    },
  };
}
