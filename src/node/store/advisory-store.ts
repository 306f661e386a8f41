import { existsSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import type { AdvisoryStore } from '../../app/host.ts';
import type { StoreContent } from '../../app/store-content.ts';
import type { PackageKey } from '../../base/packages/package-key.ts';
import { compareText } from '../../base/compare.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Advisory } from '../../model/anomalies/advisory.ts';
import { evaluationSchema } from '../../model/anomalies/evaluation.ts';
import { readEntry, readFacts } from './advisory-text.ts';
import { cveDocument, findCves, findProducts, storedDatabases } from './cve-rows.ts';
import { findFacts, storedLists } from './fact-rows.ts';
import { damagedStore, openStoreFile, storeProblem } from './store-file.ts';

/** Opens the store at a path for reading; where there is no file, one that says so. Throws `HostError`. */
export function openStore(path: string): AdvisoryStore {
  const database = openStoreFile(path);
  return database === undefined ? emptyStore(path) : readStore(path, database);
}

/** What the store of a path says that it holds. Throws `HostError` when no builder can have said so. */
export function contentOf(database: DatabaseSync, path: string): StoreContent {
  const meta = new Map(
    database
      .prepare('SELECT name, value FROM meta')
      .all()
      .map((row) => [row['name'], row['value']]),
  );
  if (meta.size === 0) return { kind: 'empty' };
  const [hash, fetched, newest] = ['hash', 'fetched', 'newest'].map((name) => meta.get(name));
  const sources = database
    .prepare('SELECT feed, origin AS "from", ecosystem, records, newest FROM source ORDER BY feed, origin, ecosystem')
    .all();
  const content = checkSchema(evaluationSchema.shape.data, {
    hash,
    fetched,
    newest,
    sources,
    ...storedLists(database),
    ...storedDatabases(database),
  });
  if (!content.ok) throw damagedStore(path);
  return content.value.newest === '' ? { kind: 'empty' } : { kind: 'filled', ...content.value };
}

function emptyStore(path: string): AdvisoryStore {
  const kind = existsSync(path) ? 'empty' : 'missing';
  return {
    path,
    content: () => ({ kind }),
    candidates: () => [],
    facts: () => ({ exploited: new Map(), probabilities: new Map(), support: new Map() }),
    cves: () => ({ records: new Map(), byProduct: new Map() }),
    products: () => [],
    document: () => undefined,
    close: () => undefined,
  };
}

function readStore(path: string, database: DatabaseSync): AdvisoryStore {
  const guarded = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      throw storeProblem(path, 'read', error);
    }
  };
  let lookUp: StatementSync | undefined;
  return {
    path,
    content: () => guarded(() => contentOf(database, path)),
    candidates: (asked) => guarded(() => candidates((lookUp ??= prepareCandidates(database)), asked)),
    facts: (ids, packages) => guarded(() => findFacts(database, ids, packages)),
    cves: (ids, products) => guarded(() => findCves(database, ids, products)),
    products: (names) => guarded(() => findProducts(database, names)),
    document: (feed, id) => guarded(() => document(database, feed, id)),
    close: () => database.close(),
  };
}

/** The cross join fixes the order: few packages are asked for, many are stored. */
const candidatesQuery = `
  SELECT number, affected.facts, feed, id, modified, hash, advisory.facts
  FROM affected CROSS JOIN advisory ON advisory.number = affected.advisory
  WHERE affected.ecosystem = ? AND affected.name = ?`;

/** Rows come as arrays in the order of the columns: thousands are made. */
function prepareCandidates(database: DatabaseSync): StatementSync {
  const statement = database.prepare(candidatesQuery);
  statement.setReturnArrays(true);
  return statement;
}

function candidates(lookUp: StatementSync, asked: PackageKey): readonly Advisory[] {
  const rows = lookUp.all(asked.ecosystem, asked.name);
  if (rows.length < 2) return rows.map((row) => asAdvisory([row], asked));
  const byRecord = Map.groupBy(rows, ({ 0: number }) => number);
  return [...byRecord.values()]
    .map((same) => asAdvisory(same, asked))
    .toSorted((a, b) => compareText(a.feed, b.feed) || compareText(a.id, b.id));
}

type Row = Readonly<Record<number, unknown>>;

/** A record with its entries as they stand in it: SQLite gives the rows of an index in the order in which they came. */
function asAdvisory(rows: readonly Row[], asked: PackageKey): Advisory {
  const { 2: feed, 3: id, 4: modified, 5: hash, 6: text } = rows[0] ?? {};
  const facts = readFacts(String(text));
  // Each by its name, for thousands are made, and to spread the facts takes longer.
  return {
    id: String(id),
    feed: String(feed),
    modified: String(modified),
    withdrawn: facts.withdrawn,
    kind: facts.kind,
    summary: facts.summary,
    aliases: facts.aliases,
    upstream: facts.upstream,
    related: facts.related,
    severities: facts.severities,
    affected: rows.map(({ 1: entry }) => readEntry(String(entry), asked)),
    hash: String(hash),
  };
}

function document(database: DatabaseSync, feed: string, id: string): string | undefined {
  const row = database
    .prepare('SELECT deflated FROM document JOIN advisory ON number = advisory WHERE feed = ? AND id = ?')
    .get(feed, id);
  const deflated = row?.['deflated'] ?? cveDocument(database, feed, id);
  return deflated instanceof Uint8Array ? inflateRawSync(deflated).toString() : undefined;
}
