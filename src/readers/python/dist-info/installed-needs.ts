import { formatPurl } from '../../../base/packages/purl.ts';
import type { CoreMetadata } from '../../../base/formats/core-metadata.ts';
import { isMet, readMarker } from '../needs/marker.ts';
import { readNeed, type Need } from '../needs/need.ts';

/** Of what an installed package asks for, what is there, and whether that is all. */
export type InstalledNeeds = { readonly met: readonly string[]; readonly isComplete: boolean };

/**
 * Looks for what a package needs among those beside it. What it asks for on other systems or for an extra need not be
 * there; whether somebody asked for an extra, nothing tells.
 */
export function installedNeeds(
  metadata: CoreMetadata,
  requires: string | undefined,
  installed: ReadonlyMap<string, string>,
): InstalledNeeds {
  const stated = (metadata.get('requires-dist') ?? []).map(({ value }) => value);
  const needs = [...stated, ...eggRequirements(requires)].flatMap((text) => readNeed(text) ?? []);
  const wanted = needs.filter((need) => !isForExtra(need));
  const missing = wanted.filter(({ name, conditional }) => !conditional && !installed.has(name));
  const met = wanted.flatMap(({ name }) => {
    const version = installed.get(name);
    return version === undefined ? [] : [formatPurl({ type: 'pypi', name, version })];
  });
  return { met: [...new Set(met)].toSorted(), isComplete: missing.length === 0 };
}

function isForExtra({ marker }: Need): boolean {
  const read = marker === undefined ? undefined : readMarker(marker);
  return read !== undefined && !isMet(read, ({ variable }) => variable !== 'extra');
}

/** The `requires.txt` of an egg: what is always needed stands before the first section. */
function eggRequirements(text: string | undefined): readonly string[] {
  return (
    (text ?? '')
      .split(/^\[/m)[0]
      ?.split('\n')
      .filter((line) => line.trim() !== '') ?? []
  );
}
