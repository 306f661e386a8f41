import type { XmlElement } from '../../../base/formats/xml.ts';

/** The elements of an RDF/XML document: nodes and properties by turns. */
export type RdfNodes = {
  /** Every element, with the node that its property belongs to. */
  readonly all: readonly { readonly element: XmlElement; readonly owner: XmlElement | undefined }[];
  /** The node that a property names by `rdf:nodeID` or `rdf:resource`, where the document describes it. */
  readonly find: (property: XmlElement) => XmlElement | undefined;
  /** The whole address of a node. */
  readonly addressOf: (node: XmlElement) => string | undefined;
};

/** Walks a document once, without recursion, for packages may nest in each other as deep as their needs go. */
export function rdfNodes(root: XmlElement): RdfNodes {
  const all: { element: XmlElement; owner: XmlElement | undefined }[] = [{ element: root, owner: undefined }];
  const byName = new Map<string, XmlElement>();
  const parents = new Map<XmlElement, XmlElement>();
  for (const { element } of all) {
    const name = attribute(element, 'nodeID') ?? attribute(element, 'about');
    if (name !== undefined && element.children.length > 0 && !byName.has(name)) byName.set(name, element);
    for (const child of element.children) {
      parents.set(child, element);
      all.push({ element: child, owner: parents.get(element) });
    }
  }
  return {
    all,
    find: (property) => byName.get(attribute(property, 'nodeID') ?? attribute(property, 'resource') ?? ''),
    addressOf: (node) => attribute(node, 'about') ?? attribute(node, 'ID'),
  };
}

/** What an element is, or what a property leads to, without the namespace: `SPDXRef-1`. */
export function rdfReference(element: XmlElement): string | undefined {
  const address =
    attribute(element, 'about') ??
    attribute(element, 'resource') ??
    attribute(element, 'ID') ??
    attribute(element, 'nodeID');
  return address === undefined ? undefined : localName(address);
}

/** The text of a property, or the last part of the address that it leads to; two of those are SPDX's own words. */
export function rdfText(property: XmlElement): string {
  const [child] = property.children;
  const address = attribute(property, 'resource') ?? (child && attribute(child, 'about'));
  if (address === undefined) return property.text.trim() || (child?.text.trim() ?? '');
  if (address.endsWith('rdf/terms#noassertion')) return 'NOASSERTION';
  if (address.endsWith('rdf/terms#none')) return 'NONE';
  return /^https?:\/\/spdx\.org\/rdf\/terms#/.test(address) ? localName(address) : address;
}

function localName(address: string): string {
  return address.slice(address.lastIndexOf('#') + 1);
}

/** An attribute by its name without the prefix, which stands for the namespace of RDF. */
function attribute(element: XmlElement, name: string): string | undefined {
  for (const [key, value] of Object.entries(element.attributes))
    if (key === name || key.endsWith(`:${name}`)) return value;
  return undefined;
}
