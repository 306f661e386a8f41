import type { Component, FoundAt } from '../../model/component.ts';
import type { FrozenInventory } from '../../model/releases/frozen-inventory.ts';
import type { LinePlace } from '../../model/place.ts';

/** Writes components to be frozen, one a line: what git shows of two releases is what differs between them. */
export function inventoryText(components: readonly Component[]): string {
  const lines = components.map((component) => JSON.stringify(frozen(component)));
  return `{"format":1,"components":[\n${lines.join(',\n')}\n]}\n`;
}

/** A component as the schema of the file has it, in the order of its keys; JSON leaves out those that no file tells. */
function frozen(component: Component): Readonly<Record<keyof FrozenInventory['components'][number], unknown>> {
  return {
    purl: component.purl,
    type: component.type,
    name: component.name,
    version: component.version,
    pinning: component.pinning,
    scope: component.scope,
    scopeEvidence: component.scopeEvidence.map(({ scope, reason, at }) => ({ scope, reason, at: bare(at) })),
    relation: component.relation,
    firstParty: component.firstParty,
    foundAt: component.foundAt.map(bare),
    hashes: component.hashes.map(({ algorithm, value, of }) => ({ algorithm, value, of })),
    licences: component.licences.map(({ expression, said, at }) => ({ expression, said, at: bare(at) })),
    supplier: component.supplier,
    originator: component.originator,
    homepage: component.homepage,
    repository: component.repository,
    download: component.download,
    description: component.description,
    source: component.source,
    cpes: component.cpes,
    dependsOn: component.dependsOn,
  };
}

function bare({ file, line, column }: FoundAt | LinePlace): LinePlace {
  return { file, line, ...(column !== undefined && { column }) };
}
