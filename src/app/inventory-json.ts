import type { Component } from '../model/component.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Inventory } from '../model/inventory/inventory.ts';

// JSON has no undefined, and a key that is left out looks like one that nobody thought of.
// oxlint-disable-next-line unicorn/no-null -- the one door where what nobody knows becomes null
const unknown = null;

/** Writes an inventory as JSON for scripts, one component or file a line; `null` stands for what no file tells. */
export function inventoryJson(inventory: Inventory, diagnostics: readonly Diagnostic[]): string {
  const components = inventory.components.map(row);
  const files = inventory.files.map(({ path, reader, status, reason, graph }) => ({
    path,
    reader: reader ?? unknown,
    status,
    reason: reason ?? unknown,
    graph,
  }));
  return `{"components":${lines(components)},\n"files":${lines(files)},\n"diagnostics":${lines(diagnostics)}}\n`;
}

function lines(rows: readonly object[]): string {
  return rows.length === 0 ? '[]' : `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}

function row(component: Component) {
  return {
    purl: component.purl,
    name: component.name,
    version: component.version ?? unknown,
    scope: component.scope,
    relation: component.relation,
    firstParty: component.firstParty,
    foundAt: component.foundAt,
    pinning: component.pinning,
    scopeEvidence: component.scopeEvidence,
    hashes: component.hashes,
    licences: component.licences.map(({ expression }) => expression),
    supplier: component.supplier ?? unknown,
    homepage: component.homepage ?? unknown,
    repository: component.repository ?? unknown,
    download: component.download ?? unknown,
    source: component.source ?? unknown,
    dependsOn: component.dependsOn ?? [],
    graphKnown: component.dependsOn !== undefined,
  };
}
