import type { KeyPath } from '../../../model/place.ts';
import type { SbomAgent, Stated } from '../../../model/inventory/sbom-document.ts';
import { isFields, referenceOf, textOf, valuesOf, type Spdx3Graph } from './spdx3-graph.ts';
import { agent } from '../stated/stated.ts';

/** The agent that a reference leads to; of one that the document does not describe, only the reference is known. */
export function spdx3Agent(reference: unknown, graph: Spdx3Graph): SbomAgent {
  const element = graph.find(reference);
  if (element === undefined) return agent('unknown', { name: referenceOf(reference) });
  const identifiers = [...valuesOf(element, 'externalIdentifier'), ...valuesOf(element, 'externalIdentifiers')].filter(
    isFields,
  );
  const emails: string[] = [];
  const addresses: string[] = [];
  for (const fields of identifiers) {
    const identifier = textOf({ fields }, 'identifier');
    if (identifier === undefined) continue;
    if (textOf({ fields }, 'externalIdentifierType') === 'email') emails.push(identifier);
    else if (/^https?:\/\//.test(identifier)) addresses.push(identifier);
  }
  return agent(kinds.get(element.type) ?? 'unknown', {
    name: textOf(element, 'name')?.trim() || undefined,
    emails,
    addresses,
  });
}

/** An agent in a field that may decline. */
export function statedSpdx3Agent(
  reference: unknown,
  graph: Spdx3Graph,
  keyPath: KeyPath,
): Stated<SbomAgent> | undefined {
  if (reference === undefined) return undefined;
  const name = referenceOf(reference) ?? '';
  if (/NoAssertionElement$|^NOASSERTION$/.test(name)) return { state: 'unknown', keyPath };
  if (/NoneElement$|^NONE$/.test(name)) return { state: 'none', keyPath };
  return { state: 'known', value: spdx3Agent(reference, graph), keyPath };
}

const kinds: ReadonlyMap<string, SbomAgent['kind']> = new Map([
  ['Person', 'person'],
  ['Organization', 'organisation'],
  ['Tool', 'tool'],
  ['SoftwareAgent', 'tool'],
]);
