import type { Relation } from '../../model/component.ts';
import { bareName, type ApkPackage } from './apk-database.ts';

/** Where apk keeps the names that somebody asked for. */
export function worldPath(root: string): string {
  return `${root}etc/apk/world`;
}

/**
 * Tells what somebody asked for: what world names, or what stands in a virtual package that it names; everything else
 * came for the sake of others. Without the file nobody knows.
 */
export function relationFinder(
  world: string | undefined,
  packages: readonly ApkPackage[],
): (one: ApkPackage) => Relation {
  if (world === undefined) return () => 'unknown';
  const named = new Set(world.split(/\s+/).map(bareName));
  const grouped = new Set(
    packages.filter(({ name, virtual }) => virtual && named.has(name)).flatMap(({ needs }) => needs),
  );
  return ({ name, provides }) => {
    const asked = [name, ...provides].some((known) => named.has(known)) || grouped.has(name);
    return asked ? 'direct' : 'transitive';
  };
}
