import type { Component } from '../model/component.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Inventory } from '../model/inventory.ts';

/** Writes an inventory as JSON for scripts; `null` stands for what no file tells. */
export function inventoryJson(inventory: Inventory, diagnostics: readonly Diagnostic[]): string {
  const components = inventory.components.map(row);
  const files = inventory.files.map(({ path, reader, status, reason, graph }) => ({
    path,
    reader: reader ?? null,
    status,
    reason: reason ?? null,
    graph,
  }));
  return `${JSON.stringify({ components, files, diagnostics }, undefined, 2)}\n`;
}

function row(component: Component) {
  return {
    purl: component.purl,
    name: component.name,
    version: component.version ?? null,
    scope: component.scope,
    relation: component.relation,
    firstParty: component.firstParty,
    foundAt: component.foundAt,
    pinning: component.pinning,
    scopeEvidence: component.scopeEvidence,
    hashes: component.hashes,
    licences: component.licences.map(({ expression }) => expression),
    supplier: component.supplier ?? null,
    homepage: component.homepage ?? null,
    repository: component.repository ?? null,
    download: component.download ?? null,
    source: component.source ?? null,
    dependsOn: component.dependsOn ?? [],
    graphKnown: component.dependsOn !== undefined,
  };
}
