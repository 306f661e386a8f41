import { spdxListVersion } from '../../base/generated/spdx-license-ids.ts';
import type { SbomExport, SbomSubject } from '../../model/export.ts';
import { contentId } from './content-id.ts';
import { dependencyGraph, type DependencyGraph, type GraphNode } from './dependency-graph.ts';
import { describeContext } from './generation-context.ts';
import { extractedLicences } from './spdx-licence.ts';
import { annotation, packageId, spdxOrganisation, spdxPackage } from './spdx-package.ts';
import { documentFacts, productFacts, type Fact } from './tureen-facts.ts';

/** Writes SPDX 2.3 JSON (ISO/IEC 5962 is 2.2.1): inventory, graph and what is not known of them. */
export const spdxJson: SbomExport = {
  name: 'spdx-json',
  title: 'SPDX JSON',
  specs: ['2.3'],
  extension: 'spdx.json',
  write: (subject) => {
    const { inventory, product } = subject;
    const graph = dependencyGraph(inventory);
    const licences = extractedLicences(graph.nodes.map(({ component }) => component));
    const content = {
      creationInfo: creationInfo(subject),
      documentDescribes: [productId],
      packages: [productPackage(subject), ...graph.nodes.map((node) => spdxPackage(node, subject))],
      hasExtractedLicensingInfos: licences.length === 0 ? undefined : licences,
      relationships: relationships(graph),
      annotations: annotations(documentFacts(inventory), subject),
    };
    const head = {
      spdxVersion: 'SPDX-2.3',
      dataLicense: 'CC0-1.0',
      SPDXID: 'SPDXRef-DOCUMENT',
      name: product.version === undefined ? product.name : `${product.name} ${product.version}`,
    };
    const document = { ...head, documentNamespace: `urn:uuid:${contentId([head, content])}`, ...content };
    return `${JSON.stringify(document, undefined, 2)}\n`;
  },
};

const productId = 'SPDXRef-Product';

function creationInfo({ product, tool, made, inventory }: SbomSubject): object {
  const tools = [`Tool: ${tool.name}-${tool.version}`];
  return {
    comment: describeContext(inventory),
    created: made,
    creators:
      product.manufacturer === undefined ? tools : [spdxOrganisation(product.manufacturer, product.email), ...tools],
    licenseListVersion: spdxListVersion,
  };
}

function productPackage(subject: SbomSubject): object {
  const { name, version, manufacturer, website } = subject.product;
  const maker = manufacturer === undefined ? 'NOASSERTION' : spdxOrganisation(manufacturer);
  return {
    name,
    SPDXID: productId,
    versionInfo: version,
    supplier: maker,
    originator: maker,
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    homepage: website,
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: 'NOASSERTION',
    copyrightText: 'NOASSERTION',
    primaryPackagePurpose: 'APPLICATION',
    annotations: annotations(productFacts(subject.product), subject),
  };
}

function annotations(facts: readonly Fact[], subject: SbomSubject): readonly object[] | undefined {
  return facts.length === 0 ? undefined : [annotation(facts, subject)];
}

function relationships({ nodes, product }: DependencyGraph): readonly object[] {
  const ids = new Map(nodes.map((node) => [node.ref, packageId(node)]));
  const needs = (from: string, { dependsOn, completeness }: Pick<GraphNode, 'dependsOn' | 'completeness'>) =>
    [...dependsOn.flatMap((ref) => ids.get(ref) ?? []), ...beyond(dependsOn, completeness)].map((to) =>
      relationship(from, 'DEPENDS_ON', to),
    );
  return [
    relationship('SPDXRef-DOCUMENT', 'DESCRIBES', productId),
    ...needs(productId, product),
    ...nodes.flatMap((node) => [...useOf(node), ...needs(packageId(node), node)]),
  ];
}

/** SPDX 2.3, 11.1: NONE closes a list that is known to be empty, NOASSERTION leaves one open. */
function beyond(dependsOn: readonly string[], completeness: GraphNode['completeness']): readonly string[] {
  if (completeness !== 'complete') return ['NOASSERTION'];
  return dependsOn.length === 0 ? ['NONE'] : [];
}

/** What a component is to the product, where its scope tells more than that it is needed. */
function useOf(node: GraphNode): readonly object[] {
  if (node.component.scope === 'development') return [relationship(packageId(node), 'DEV_DEPENDENCY_OF', productId)];
  if (node.component.scope === 'optional') return [relationship(packageId(node), 'OPTIONAL_DEPENDENCY_OF', productId)];
  return [];
}

function relationship(from: string, type: string, to: string): object {
  return { spdxElementId: from, relationshipType: type, relatedSpdxElement: to };
}
