import { existsSync } from 'node:fs';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { inflateRawSync } from 'node:zlib';
import type { AdvisoryStore } from '../../app/host.ts';
import type { StoreContent } from '../../app/store-content.ts';
import type { PackageKey } from '../../base/packages/package-key.ts';
import { compareText } from '../../base/compare.ts';
import { checkSchema } from '../../base/formats/schema.ts';
import type { Advisory, AffectedPackage } from '../../model/anomalies/advisory.ts';
import { evaluationSchema } from '../../model/anomalies/evaluation.ts';
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
    candidates: (asked) => guarded(() => candidates((lookUp ??= database.prepare(candidatesQuery)), asked)),
    facts: (ids, packages) => guarded(() => findFacts(database, ids, packages)),
    cves: (ids, products) => guarded(() => findCves(database, ids, products)),
    products: (names) => guarded(() => findProducts(database, names)),
    document: (feed, id) => guarded(() => document(database, feed, id)),
    close: () => database.close(),
  };
}

type AdvisoryFacts = Omit<Advisory, 'affected'>;

/** The cross join fixes the order: few packages are asked for, many are stored. */
const candidatesQuery = `
  SELECT affected.facts AS entry, number, feed, advisory.id AS id, modified, hash, advisory.facts AS facts
  FROM affected CROSS JOIN advisory ON advisory.number = affected.advisory
  WHERE affected.ecosystem = ? AND affected.name = ?`;

function candidates(lookUp: StatementSync, { ecosystem, name }: PackageKey): Advisory[] {
  const rows = lookUp.all(ecosystem, name);
  if (rows.length < 2) return rows.map((row) => asAdvisory([row]));
  const byRecord = Map.groupBy(rows, ({ number }) => number);
  return [...byRecord.values()]
    .map(asAdvisory)
    .toSorted((a, b) => compareText(a.feed, b.feed) || compareText(a.id, b.id));
}

type Row = Readonly<Record<string, unknown>>;

/** A record with its entries as they stand in it: SQLite gives the rows of an index in the order in which they came. */
function asAdvisory(rows: readonly Row[]): Advisory {
  const [first = {}] = rows;
  return { ...factsOf(first), affected: rows.map(({ entry }) => JSON.parse(String(entry)) as AffectedPackage) };
}

/** Every fact by its name, for thousands are made: the version of the store vouches for what the builder wrote into it. */
function factsOf(row: Row): AdvisoryFacts {
  const facts = JSON.parse(String(row['facts'])) as Omit<AdvisoryFacts, 'id' | 'feed' | 'modified' | 'hash'>;
  return {
    id: String(row['id']),
    feed: String(row['feed']),
    modified: String(row['modified']),
    published: facts.published,
    withdrawn: facts.withdrawn,
    kind: facts.kind,
    summary: facts.summary,
    aliases: facts.aliases,
    upstream: facts.upstream,
    related: facts.related,
    severities: facts.severities,
    references: facts.references,
    hash: String(row['hash']),
  };
}

function document(database: DatabaseSync, feed: string, id: string): string | undefined {
  const row = database
    .prepare('SELECT deflated FROM document JOIN advisory ON number = advisory WHERE feed = ? AND id = ?')
    .get(feed, id);
  const deflated = row?.['deflated'] ?? cveDocument(database, feed, id);
  return deflated instanceof Uint8Array ? inflateRawSync(deflated).toString() : undefined;
}
