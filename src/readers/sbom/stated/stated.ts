import type { KeyPath } from '../../../model/place.ts';
import type { Given, SbomAgent, Stated } from '../../../model/inventory/sbom-document.ts';

/** A text that a document gives; a blank one is as good as absent. */
export function give(value: string | undefined, keyPath: KeyPath): Given<string> | undefined {
  return value === undefined || value.trim() === '' ? undefined : { value: value.trim(), keyPath };
}

/** A text in a field that may decline by NOASSERTION or NONE. */
export function state(value: string | undefined, keyPath: KeyPath): Stated<string> | undefined {
  const given = give(value, keyPath);
  if (given?.value === 'NOASSERTION') return { state: 'unknown', keyPath };
  if (given?.value === 'NONE') return { state: 'none', keyPath };
  return given && { state: 'known', ...given };
}

/** The value of a field that says one. */
export function known<T>(stated: Stated<T> | undefined): T | undefined {
  return stated?.state === 'known' ? stated.value : undefined;
}

/** An agent of which a document tells only some things. */
export function agent(kind: SbomAgent['kind'], told: Partial<Omit<SbomAgent, 'kind'>>): SbomAgent {
  return { name: undefined, version: undefined, emails: [], addresses: [], phones: [], ...told, kind };
}
