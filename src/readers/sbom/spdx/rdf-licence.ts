import type { XmlElement } from '../../../base/formats/xml.ts';
import { rdfReference, rdfText, type RdfNodes } from './rdf-nodes.ts';

/** The licence that a property leads to, as an expression. */
export function rdfLicence(property: XmlElement, nodes: RdfNodes): string | undefined {
  return expression(property, nodes, deepest, { left: 1000 });
}

/** Deeper than any expression that is meant; sets may name each other, so their number is bounded too. */
const deepest = 30;

function expression(
  property: XmlElement,
  nodes: RdfNodes,
  depth: number,
  budget: { left: number },
): string | undefined {
  const node = property.children[0] ?? nodes.find(property);
  if (depth === 0 || budget.left-- <= 0) return undefined;
  const operator = operators.get(node?.name ?? '');
  if (node === undefined || operator === undefined) return simple(property, node);
  const members = node.children.flatMap((child) =>
    child.name === 'member' ? (expression(child, nodes, depth - 1, budget) ?? []) : [],
  );
  return members.length === 0
    ? undefined
    : depth === deepest
      ? bare(members, operator)
      : `(${bare(members, operator)})`;
}

function bare(members: readonly string[], operator: string): string {
  return members.toSorted().join(operator);
}

const operators: ReadonlyMap<string, string> = new Map([
  ['ConjunctiveLicenseSet', ' AND '],
  ['DisjunctiveLicenseSet', ' OR '],
]);

function simple(property: XmlElement, node: XmlElement | undefined): string | undefined {
  const own = node?.children.find(({ name }) => name === 'licenseId');
  if (own !== undefined) return rdfText(own);
  const text = rdfText(property);
  if (text === 'NOASSERTION' || text === 'NONE') return text;
  const [, listed] = /^https?:\/\/spdx\.org\/licenses\/([^/#]+?)(?:\.html)?$/.exec(text) ?? [];
  const last = listed ?? rdfReference(property) ?? (node && rdfReference(node)) ?? text;
  return last || undefined;
}
