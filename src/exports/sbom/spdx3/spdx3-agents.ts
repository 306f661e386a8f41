import type { SbomSubject } from '../../../model/plugs/export.ts';
import { contentId } from '../facts/content-id.ts';
import type { DependencyGraph } from '../facts/dependency-graph.ts';
import { parseOrganisation, supplierOf } from '../facts/organisation.ts';
import type { Spdx3Element, Spdx3Maker } from './spdx3-element.ts';

/** The organisations and the tool behind a document. */
export type Spdx3Agents = {
  readonly elements: readonly Spdx3Element[];
  /** Who answers for the document: the manufacturer where one is known, else the tool that wrote it. */
  readonly author: string;
  readonly tool: string;
  /** The address of an organisation by the text that names it. */
  readonly organisationOf: (text: string | undefined) => string | undefined;
};

/** Makes an element of each organisation that anything names, and one of the tool. */
export function spdx3Agents(graph: DependencyGraph, subject: SbomSubject, { idOf, make }: Spdx3Maker): Spdx3Agents {
  const { product, tool } = subject;
  const texts = graph.nodes.flatMap(({ component }) =>
    [supplierOf(component, product), component.originator].flatMap((text) => text ?? []),
  );
  const named = [
    ...new Set([...texts, ...(product.manufacturer === undefined ? [] : [product.manufacturer])]),
  ].toSorted();
  const ids = new Map(named.map((text) => [text, `Organization-${contentId(text)}`]));
  const organisations = named.map((text) => {
    const { name, email } = parseOrganisation(text);
    const own = text === product.manufacturer;
    return make('Organization', ids.get(text) ?? '', {
      name,
      externalIdentifier: identifiers('email', own ? (product.email ?? email) : email),
      externalRef: own ? references('altWebPage', product.website) : undefined,
    });
  });
  const toolName = { name: `${tool.name}-${tool.version}` };
  const author = product.manufacturer === undefined ? undefined : ids.get(product.manufacturer);
  const agents = author === undefined ? [make('SoftwareAgent', 'Agent', toolName)] : [];
  return {
    elements: [make('Tool', 'Tool', toolName), ...agents, ...organisations],
    author: idOf(author ?? 'Agent'),
    tool: idOf('Tool'),
    organisationOf: (text) => {
      const id = text === undefined ? undefined : ids.get(text);
      return id === undefined ? undefined : idOf(id);
    },
  };
}

function identifiers(externalIdentifierType: string, identifier: string | undefined): readonly object[] | undefined {
  return identifier === undefined ? undefined : [{ type: 'ExternalIdentifier', externalIdentifierType, identifier }];
}

function references(externalRefType: string, address: string | undefined): readonly object[] | undefined {
  return address === undefined ? undefined : [{ type: 'ExternalRef', externalRefType, locator: [address] }];
}
