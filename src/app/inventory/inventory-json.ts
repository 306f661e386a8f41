import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Inventory } from '../../model/inventory/inventory.ts';

// JSON has no undefined, and a key that is left out looks like one that nobody thought of.
// oxlint-disable-next-line unicorn/no-null -- the one door where what nobody knows becomes null
const unknown = null;

/**
 * Writes an inventory as JSON for scripts, one component or file a line; `null` stands for what no file tells. It comes
 * in pieces, for the whole is larger than all that it is made from.
 */
export function* inventoryJson(inventory: Inventory, diagnostics: readonly Diagnostic[]): Generator<string> {
  yield '{"components":';
  yield* lines(inventory.components, row);
  yield ',\n"files":';
  yield* lines(inventory.files, ({ path, reader, status, reason, graph }) => ({
    path,
    reader: reader ?? unknown,
    status,
    reason: reason ?? unknown,
    graph,
  }));
  yield ',\n"diagnostics":';
  yield* lines(diagnostics, (diagnostic) => diagnostic);
  yield '}\n';
}

/** How many rows make one piece. */
const together = 100;

function* lines<T>(values: readonly T[], write: (value: T) => object): Generator<string> {
  yield values.length === 0 ? '[' : '[\n';
  for (let from = 0; from < values.length; from += together) {
    const rows = from === 0 ? [] : [''];
    for (const value of values.slice(from, from + together)) rows.push(JSON.stringify(write(value)));
    yield rows.join(',\n');
  }
  yield values.length === 0 ? ']' : '\n]';
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
    originator: component.originator ?? unknown,
    homepage: component.homepage ?? unknown,
    repository: component.repository ?? unknown,
    download: component.download ?? unknown,
    source: component.source ?? unknown,
    dependsOn: component.dependsOn ?? [],
    graphKnown: component.dependsOn !== undefined,
  };
}
