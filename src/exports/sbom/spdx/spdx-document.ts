import { spdxListVersion } from '../../../base/licences/generated/spdx-license-ids.ts';
import type { SbomSubject } from '../../../model/plugs/export.ts';
import { contentId } from '../facts/content-id.ts';
import { dependencyGraph, type DependencyGraph, type GraphNode } from '../facts/dependency-graph.ts';
import { describeContext } from '../facts/generation-context.ts';
import { extractedLicences, type ExtractedLicence } from './spdx-licence.ts';
import { productPurl } from '../facts/product-purl.ts';
import {
  annotation,
  packageId,
  spdxOrganisation,
  spdxPackage,
  type SpdxAnnotation,
  type SpdxPackage,
} from './spdx-package.ts';
import { documentFacts, productFacts, type Fact } from '../facts/tureen-facts.ts';

/** What an SPDX 2.3 document says, in the names and the order of its JSON. */
export type SpdxDocument = {
  readonly spdxVersion: string;
  readonly dataLicense: string;
  readonly SPDXID: string;
  readonly name: string;
  readonly documentNamespace: string;
  readonly creationInfo: SpdxCreation;
  readonly documentDescribes: readonly string[];
  readonly packages: readonly SpdxPackage[];
  readonly hasExtractedLicensingInfos: readonly ExtractedLicence[] | undefined;
  readonly relationships: readonly SpdxRelationship[];
  readonly annotations: readonly SpdxAnnotation[] | undefined;
};

/** Who made the document, when and how (SPDX 2.3, clause 6). */
export type SpdxCreation = {
  readonly comment: string;
  readonly created: string;
  readonly creators: readonly string[];
  readonly licenseListVersion: string;
};

/** One edge (SPDX 2.3, clause 11). */
export type SpdxRelationship = {
  readonly spdxElementId: string;
  readonly relationshipType: string;
  readonly relatedSpdxElement: string;
};

/** Describes a subject as SPDX 2.3 can; its identity follows from all that it says. */
export function spdxDocument(subject: SbomSubject): SpdxDocument {
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
  return { ...head, documentNamespace: `urn:uuid:${contentId([head, content])}`, ...content };
}

const productId = 'SPDXRef-Product';

function creationInfo({ product, tool, made, inventory }: SbomSubject): SpdxCreation {
  const tools = [`Tool: ${tool.name}-${tool.version}`];
  return {
    comment: describeContext(inventory),
    created: made,
    creators:
      product.manufacturer === undefined ? tools : [spdxOrganisation(product.manufacturer, product.email), ...tools],
    licenseListVersion: spdxListVersion,
  };
}

function productPackage(subject: SbomSubject): SpdxPackage {
  const { name, version, manufacturer, website, email } = subject.product;
  const maker = manufacturer === undefined ? 'NOASSERTION' : spdxOrganisation(manufacturer);
  return {
    name,
    SPDXID: productId,
    versionInfo: version,
    supplier: maker,
    originator: manufacturer === undefined ? 'NOASSERTION' : spdxOrganisation(manufacturer, email),
    downloadLocation: 'NOASSERTION',
    filesAnalyzed: false,
    homepage: website,
    licenseConcluded: 'NOASSERTION',
    licenseDeclared: 'NOASSERTION',
    copyrightText: 'NOASSERTION',
    externalRefs: [
      {
        referenceCategory: 'PACKAGE-MANAGER',
        referenceType: 'purl',
        referenceLocator: productPurl(subject.product),
      },
    ],
    primaryPackagePurpose: 'APPLICATION',
    annotations: annotations(productFacts(subject.product), subject),
  };
}

function annotations(facts: readonly Fact[], subject: SbomSubject): readonly SpdxAnnotation[] | undefined {
  return facts.length === 0 ? undefined : [annotation(facts, subject)];
}

function relationships({ nodes, product }: DependencyGraph): readonly SpdxRelationship[] {
  const byRef = new Map(nodes.map((node) => [node.ref, node]));
  const needs = (from: string, { dependsOn, completeness }: Pick<GraphNode, 'dependsOn' | 'completeness'>) =>
    [
      ...dependsOn.flatMap((ref) => byRef.get(ref) ?? []).map((node) => packageId(node)),
      ...beyond(dependsOn, completeness),
    ].map((to) => relationship(from, 'DEPENDS_ON', to));
  const uses = (from: string, { dependsOn }: Pick<GraphNode, 'dependsOn'>) =>
    dependsOn.flatMap((ref) => byRef.get(ref) ?? []).flatMap((node) => useOf(node, from));
  return [
    relationship('SPDXRef-DOCUMENT', 'DESCRIBES', productId),
    ...uses(productId, product),
    ...needs(productId, product),
    ...nodes.flatMap((node) => [...(ships(node) ? uses(packageId(node), node) : []), ...needs(packageId(node), node)]),
  ];
}

/** Whether a component is used as its own needs say: what a tool or an optional part needs is used as they are. */
function ships({ component: { scope } }: GraphNode): boolean {
  return scope === 'runtime' || scope === 'unknown';
}

/** SPDX 2.3, 11.1: NONE closes a list that is known to be empty, NOASSERTION leaves one open. */
function beyond(dependsOn: readonly string[], completeness: GraphNode['completeness']): readonly string[] {
  if (completeness !== 'complete') return ['NOASSERTION'];
  return dependsOn.length === 0 ? ['NONE'] : [];
}

/** What a component is to one that needs it, where its scope tells more than that it is needed. */
function useOf(node: GraphNode, owner: string): readonly SpdxRelationship[] {
  if (node.component.scope === 'development') return [relationship(packageId(node), 'DEV_DEPENDENCY_OF', owner)];
  if (node.component.scope === 'optional') return [relationship(packageId(node), 'OPTIONAL_DEPENDENCY_OF', owner)];
  return [];
}

function relationship(from: string, type: string, to: string): SpdxRelationship {
  return { spdxElementId: from, relationshipType: type, relatedSpdxElement: to };
}
