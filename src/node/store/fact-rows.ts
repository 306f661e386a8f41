import type { DatabaseSync } from 'node:sqlite';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { compareText } from '../../base/compare.ts';
import type { HeldContent, ListAnswer } from '../../app/store-content.ts';
import type { UsedList } from '../../model/anomalies/evaluation.ts';
import type { Fact, FactsFound, KnownExploited, ProductSupport } from '../../model/anomalies/fact.ts';

/** Puts the facts of lists into a store that is being made. */
export function factRows(database: DatabaseSync) {
  const exploited = database.prepare('INSERT INTO exploited VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const probability = database.prepare('INSERT INTO probability VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const support = database.prepare('INSERT INTO support VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const list = database.prepare('INSERT INTO list VALUES (?, ?, ?, ?, ?)');
  const bytes = database.prepare('SELECT deflated FROM list WHERE feed = ? AND origin = ?');
  return {
    add: ({ kind, fact }: Fact): void => {
      if (kind === 'exploited') exploited.run(fact.id, fact.by, JSON.stringify(fact));
      else if (kind === 'probability') probability.run(fact.id, fact.score, fact.percentile);
      else for (const each of fact.packages) support.run(each, fact.product, JSON.stringify(fact));
    },
    addList: (facts: UsedList, { path, validators, bytes }: ListAnswer): void => {
      const state = JSON.stringify({ path, validators });
      list.run(facts.feed, facts.from, JSON.stringify(facts), state, deflateRawSync(bytes, { level: 3 }));
    },
    listBytes: (feed: string, from: string): Uint8Array => {
      const deflated = bytes.get(feed, from)?.['deflated'];
      return deflated instanceof Uint8Array ? inflateRawSync(deflated) : new Uint8Array();
    },
    dropLists: (feeds: readonly string[]): void => {
      database.exec('DELETE FROM list');
      for (const feed of feeds) database.exec(`DELETE FROM ${tablesOfFeeds.get(feed) ?? 'support'}`);
    },
  };
}

const tablesOfFeeds = new Map([
  ['kev', 'exploited'],
  ['epss', 'probability'],
  ['endoflife', 'support'],
]);

/** The lists of a store with what they are asked by the next time. */
export function heldLists(database: DatabaseSync): HeldContent['lists'] {
  return database
    .prepare('SELECT facts, state FROM list ORDER BY rowid')
    .all()
    .map(({ facts, state }) => ({
      ...(JSON.parse(String(state)) as Pick<ListAnswer, 'path' | 'validators'>),
      list: JSON.parse(String(facts)) as UsedList,
    }));
}

/** The lists of a store in the order in which they were fetched; `lists` is absent when there are none. */
export function storedLists(database: DatabaseSync): { readonly lists?: readonly UsedList[] } {
  const lists = database
    .prepare('SELECT facts FROM list ORDER BY rowid')
    .all()
    .map(({ facts }) => JSON.parse(String(facts)) as UsedList);
  return lists.length === 0 ? {} : { lists };
}

/** What the lists of a store say; its version vouches for the shape of what the builder wrote into it. */
export function findFacts(database: DatabaseSync, ids: readonly string[], packages: readonly string[]): FactsFound {
  const rows = (table: string, key: string, wanted: readonly string[]) =>
    database
      .prepare(
        `SELECT t.* FROM json_each(?) AS asked CROSS JOIN ${table} AS t ON t.${key} = asked.value ORDER BY t.${key}`,
      )
      .all(JSON.stringify(wanted));
  const products = rows('support', 'package', packages).map(
    ({ package: name, facts }) => [String(name), JSON.parse(String(facts)) as ProductSupport] as const,
  );
  return {
    exploited: Map.groupBy(
      rows('exploited', 'id', ids)
        .map(({ facts }) => JSON.parse(String(facts)) as KnownExploited)
        .toSorted((a, b) => compareText(a.by, b.by)),
      ({ id }) => id,
    ),
    probabilities: new Map(
      rows('probability', 'id', ids).map(({ id, score, percentile }) => [
        String(id),
        { id: String(id), score: Number(score), percentile: Number(percentile) },
      ]),
    ),
    support: new Map(
      [...Map.groupBy(products, ([name]) => name)].map(([name, same]) => [name, same.map(([, product]) => product)]),
    ),
  };
}
