import { quote } from '../../base/quote.ts';
import { entryProblem } from '../../base/reading.ts';
import { openJson } from '../../base/formats/json/open-json.ts';
import type { Component } from '../../model/component.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { LinePlace } from '../../model/place.ts';
import type { Reader } from '../../model/plugs/reader.ts';
import { conanComponents } from './conan-components.ts';
import { conanGraphSchema, type GraphNode } from './conan-graph-schema.ts';
import { parseReference } from './conan-reference.ts';

/** Reads what `conan graph info --format=json` of Conan 2 prints, the one file of Conan that tells licences. */
export const conanGraph: Reader = {
  name: 'conan-graph',
  title: 'Conan 2 graph, as conan graph info --format=json prints it',
  capabilities: { scope: true, graph: true, hashes: false, licence: true, direct: true },
  read: ({ path, text }) => {
    const checked = openJson(path, text, conanGraphSchema);
    if ('refused' in checked) return checked.refused;
    const diagnostics: Diagnostic[] = [];
    const rows = Object.entries(checked.value.graph.nodes).map(([id, node]) => {
      const at = { file: path, line: checked.lineOf(['graph', 'nodes', id]) };
      const parse = (reference: string) => {
        const parsed = parseReference(reference);
        if (parsed === undefined)
          diagnostics.push(entryProblem(at, `${quote(reference)} is no reference of Conan`, help));
        return parsed;
      };
      const isNameless = node.name === null || node.name === undefined;
      const reference = isNameless ? undefined : parse(node.ref);
      const needs = Object.entries(node.dependencies).filter(([, { direct }]) => direct);
      const isForBuild = ([, { build, test }]: (typeof needs)[number]) => build || test;
      return {
        id,
        at,
        reference: reference && { ...reference, package: node.prev ?? undefined },
        isLocal: node.recipe === 'Consumer',
        isForBuild: node.context === 'build',
        requires: needs.filter((need) => !isForBuild(need)).map(([to]) => to),
        buildRequires: needs.filter(isForBuild).map(([to]) => to),
        pythons: Object.keys(node.python_requires ?? {}).flatMap((text) => parse(text) ?? []),
        facts: factsOf(node, at),
      };
    });
    return { components: conanComponents(rows), graph: 'complete', diagnostics };
  },
};

const help = 'Run conan graph info --format=json anew.';

function factsOf({ license, homepage, description }: GraphNode, at: LinePlace): Partial<Component> {
  const licences = typeof license === 'string' ? [license] : (license ?? []);
  return {
    licences: licences.map((expression) => ({ expression, at })),
    homepage: homepage ?? undefined,
    description: description?.trim().split('\n')[0],
  };
}
