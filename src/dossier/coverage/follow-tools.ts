import type { Component } from '../../model/component.ts';
import type { Use } from '../../model/entry.ts';
import type { ScannedFile } from '../../model/inventory/inventory.ts';

/** A component and how it is used, before anybody asked what brings it in. */
export type Used = { readonly component: Component; readonly use: Use };

/**
 * Finds what nothing but tools brings in, where a person decided on one of them, and why: it follows its tool. What the
 * product asks for itself, what a file without a whole graph lists and what any other way leads to does not follow.
 */
export function followTools(used: readonly Used[], files: readonly ScannedFile[]): ReadonlyMap<string, Use> {
  if (!used.some(isDecidedTool)) return new Map();
  const graph = new Map(used.map((one) => [one.component.purl, one]));
  const whole = new Set(files.filter((file) => file.graph === 'complete').map(({ path }) => path));
  const candidates = new Set(used.filter((one) => mayFollow(one, whole)).map(({ component }) => component.purl));
  const kept = reach(
    used.filter((one) => isProduct(one) || !(isTool(one) || candidates.has(one.component.purl))),
    graph,
    (one) => !isTool(one),
  );
  const brought = reach(used.filter(isDecidedTool), graph, ({ component: { purl } }) => candidates.has(purl));
  const following = [...candidates].filter((purl) => !kept.has(purl) && brought.has(purl));
  const parents = parentsOf(following, used);
  return new Map(
    following.map((purl) => [purl, useOf(parents.get(purl) ?? [], graph.get(brought.get(purl) ?? purl))] as const),
  );
}

function isDecidedTool(one: Used): boolean {
  return one.use.decidedBy === 'person' && isTool(one);
}

function isTool({ use }: Used): boolean {
  return use.scope === 'development';
}

function isProduct(one: Used): boolean {
  return one.component.firstParty && !isDecidedTool(one);
}

function mayFollow({ component, use }: Used, whole: ReadonlySet<string>): boolean {
  return (
    use.decidedBy === 'files' &&
    use.scope !== 'development' &&
    component.relation === 'transitive' &&
    !component.firstParty &&
    component.foundAt.every(({ file }) => whole.has(file))
  );
}

/** Everything that the starts bring in through what may be passed, each with the start that is nearest. */
function reach(
  starts: readonly Used[],
  graph: ReadonlyMap<string, Used>,
  isPassed: (one: Used) => boolean,
): ReadonlyMap<string, string> {
  const origins = new Map(starts.map(({ component: { purl } }) => [purl, purl]));
  const queue = [...starts];
  for (const { component } of queue) {
    const origin = origins.get(component.purl) ?? component.purl;
    for (const needed of component.dependsOn ?? []) {
      const next = graph.get(needed);
      if (next === undefined || origins.has(needed) || !isPassed(next)) continue;
      origins.set(needed, origin);
      queue.push(next);
    }
  }
  return origins;
}

function parentsOf(following: readonly string[], used: readonly Used[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(following.map((purl): [string, string[]] => [purl, []]));
  for (const { component } of used)
    for (const needed of component.dependsOn ?? []) parents.get(needed)?.push(component.purl);
  return parents;
}

function useOf(parents: readonly string[], tool: Used | undefined): Use {
  const shown = parents.slice(0, 3).join(', ');
  const others = parents.length > 3 ? ` and ${parents.length - 3} more` : '';
  const name = tool?.component.purl ?? '';
  const behind = parents.length === 1 && parents[0] === name ? ', a tool' : `, behind which stands the tool ${name}`;
  const reason = `only brought in by ${shown}${others}${behind}: ${tool?.use.reason ?? ''}`;
  return { scope: 'development', decidedBy: 'tool', reason };
}
