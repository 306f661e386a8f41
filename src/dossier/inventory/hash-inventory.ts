import { createHash } from 'node:crypto';
import type { Component } from '../../model/component.ts';

/** Binds an evaluation to what it evaluated: sha256 over the sorted package URLs of the third-party components. */
export function hashInventory(components: readonly Component[]): string {
  const purls = components.filter(({ firstParty }) => !firstParty).map(({ purl }) => purl);
  return `sha256:${createHash('sha256').update(purls.toSorted().join('\n')).digest('hex')}`;
}
