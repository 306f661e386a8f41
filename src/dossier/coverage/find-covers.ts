import { packageIndex } from '../../base/packages/package-index.ts';
import { packageOf } from '../../base/packages/purl.ts';
import type { Component } from '../../model/component.ts';
import type { Filed } from '../../model/filed.ts';
import type { ItemCover } from '../../model/records/cover.ts';
import type { SoupItem } from '../../model/records/soup-item.ts';

/** A record that says it accounts for a component besides its own, and why. */
export type Cover = { readonly item: Filed<SoupItem>; readonly cover: number; readonly reason: string };

/**
 * Finds for each component, by package URL, the record that says most about it: one that names it by a pattern, the
 * longest first; else one whose package, or another that it names so, brings it in, the nearest first and rather not through a package with its own record.
 * The order of the files decides between equals.
 */
export function findCovers(
  components: readonly Component[],
  items: readonly Filed<SoupItem>[],
): ReadonlyMap<string, Cover> {
  const versions = Map.groupBy(
    components.map(({ purl }) => purl),
    packageOf,
  );
  const graph: Graph = {
    byPurl: new Map(components.map((component) => [component.purl, component])),
    packages: new Map(components.map(({ purl }) => [purl, packageOf(purl)])),
    versions,
    find: packageIndex(versions.keys()),
    recorded: new Set(items.map(({ record }) => record.soup)),
  };
  const best = new Map<string, { readonly found: Cover; readonly rank: number }>();
  for (const item of items) {
    for (const [index, cover] of item.record.covers.entries()) {
      const found = { item, cover: index, reason: cover.reason };
      for (const [purl, rank] of ranksOf(cover, item.record.soup, graph)) {
        const known = best.get(purl);
        if (known === undefined || rank < known.rank) best.set(purl, { found, rank });
      }
    }
  }
  return new Map([...best].map(([purl, { found }]) => [purl, found]));
}

/** What is selected, and what that brings in where the cover says so; else what the record's own package brings in. */
function ranksOf(cover: ItemCover, soup: string, graph: Graph): readonly (readonly [string, number])[] {
  if (!('packages' in cover)) return [...broughtIn(graph, graph.versions.get(soup) ?? [])];
  const named = selected(graph, cover.packages);
  if (cover.dependencies === undefined) return named;
  return [
    ...named,
    ...broughtIn(
      graph,
      named.map(([purl]) => purl),
    ),
  ];
}

type Graph = {
  readonly byPurl: ReadonlyMap<string, Component>;
  readonly packages: ReadonlyMap<string, string>;
  /** Package URLs by package: one for each version. */
  readonly versions: ReadonlyMap<string, readonly string[]>;
  /** The packages that a pattern means. */
  readonly find: (pattern: string) => readonly string[];
  readonly recorded: ReadonlySet<string>;
};

/** Patterns rank below zero, and the lower the more they spell out. */
function selected({ versions, find }: Graph, pattern: string): readonly (readonly [string, number])[] {
  const rank = -pattern.replaceAll('*', '').length;
  return find(pattern).flatMap((name) => (versions.get(name) ?? []).map((purl) => [purl, rank] as const));
}

/** Dependencies rank by their distance; a way through a package that has its own record counts as far. */
function broughtIn(graph: Graph, by: readonly string[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let front = [...by];
  let later: string[] = [];
  for (let rank = 1; front.length > 0 || later.length > 0; rank++) {
    if (front.length === 0) {
      [front, later, rank] = [later, [], Math.max(rank, far)];
    }
    const next: string[] = [];
    for (const purl of front) {
      for (const needed of graph.byPurl.get(purl)?.dependsOn ?? []) {
        if (ranks.has(needed)) continue;
        ranks.set(needed, rank);
        const hasRecord = rank < far && graph.recorded.has(graph.packages.get(needed) ?? '');
        (hasRecord ? later : next).push(needed);
      }
    }
    front = next;
  }
  return ranks;
}

/** Farther than any way in a real graph. */
const far = 1_000_000;
