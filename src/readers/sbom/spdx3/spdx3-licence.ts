import { textOf, valuesOf, type Spdx3Graph } from './spdx3-graph.ts';

/** The licence that a reference leads to, as an expression, NOASSERTION or NONE; `undefined` when nobody can tell. */
export function spdx3Licence(reference: unknown, graph: Spdx3Graph, budget = { left: 1000 }): string | undefined {
  if (budget.left-- <= 0) return undefined;
  const element = graph.find(reference);
  if (element === undefined) return typeof reference === 'string' ? fromAddress(reference) : undefined;
  const expression = textOf(element, 'licenseExpression', 'simplelicensing');
  if (expression !== undefined) return expression.trim();
  const operator = operators.get(element.type);
  if (operator !== undefined) {
    const members = valuesOf(element, 'member', 'expandedlicensing').flatMap(
      (member) => spdx3Licence(member, graph, budget) ?? [],
    );
    return members.length === 0 ? undefined : `(${members.toSorted().join(operator)})`;
  }
  return fromAddress(element.id ?? '', true) ?? textOf(element, 'name') ?? fromAddress(element.id ?? '');
}

const operators: ReadonlyMap<string, string> = new Map([
  ['ConjunctiveLicenseSet', ' AND '],
  ['DisjunctiveLicenseSet', ' OR '],
]);

function fromAddress(address: string, listedOnly = false): string | undefined {
  const [, listed] = /^https?:\/\/spdx\.org\/licenses\/([^/#]+)$/.exec(address) ?? [];
  if (listed !== undefined) return listed;
  if (/(?:\/|_|:)(?:NoAssertion|NoAssertionLicense|NoAssertionElement)$/.test(address)) return 'NOASSERTION';
  if (/(?:\/|_|:)(?:None|NoneLicense|NoneElement)$/.test(address)) return 'NONE';
  if (listedOnly || address === '') return undefined;
  return address.slice(Math.max(address.lastIndexOf('#'), address.lastIndexOf('/')) + 1) || undefined;
}
