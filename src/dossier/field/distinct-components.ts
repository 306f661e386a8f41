import type { Component } from '../../model/component.ts';
import type { FrozenRelease } from '../../model/releases/field.ts';

/** The different components of several releases, so that each is evaluated once. */
export type DistinctComponents = {
  /** In each batch a package URL stands once: what findings are about is told by it. */
  readonly batches: readonly (readonly Component[])[];
  /** For each component of a release the one that stands for it. */
  readonly of: (component: Component) => Component;
};

/**
 * Components of others that are the same in all that an evaluation and a verdict ask of them: package URL, version, how firmly it
 * is fixed, source package, use.
 */
export function distinctComponents(releases: readonly FrozenRelease[]): DistinctComponents {
  const first = new Map<string, Component>();
  const of = new Map<Component, Component>();
  for (const component of releases.flatMap(({ components }) => components)) {
    if (component.firstParty) continue;
    const key = keyOf(component);
    const known = first.get(key) ?? component;
    if (known === component) first.set(key, component);
    of.set(component, known);
  }
  const byPurl = Map.groupBy(first.values(), ({ purl }) => purl);
  const most = [...byPurl.values()].reduce((length, same) => Math.max(length, same.length), 0);
  const batches = Array.from({ length: most }, (_, at) => [...byPurl.values()].flatMap((same) => same[at] ?? []));
  return { batches, of: (component) => of.get(component) ?? component };
}

function keyOf({ purl, name, version, pinning, source, scope }: Component): string {
  return JSON.stringify([purl, name, version, pinning, source, scope]);
}
