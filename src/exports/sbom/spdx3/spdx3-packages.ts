import type { Component, Hash } from '../../../model/component.ts';
import type { SbomSubject } from '../../../model/plugs/export.ts';
import { artefactsOf, fileNameOf, type Artefact } from '../facts/artefacts.ts';
import { cpeNamesOf, isCpe23 } from '../facts/cpe-names.ts';
import type { DependencyGraph, GraphNode } from '../facts/dependency-graph.ts';
import { isAddress } from '../facts/is-address.ts';
import { supplierOf } from '../facts/organisation.ts';
import type { Spdx3Agents } from './spdx3-agents.ts';
import type { Spdx3Element, Spdx3Maker } from './spdx3-element.ts';
import { productPurl } from '../facts/product-purl.ts';
import { packageId } from '../spdx/spdx-package.ts';
import { componentFacts, factLines, productFacts, type Fact } from '../facts/tureen-facts.ts';

/** The name of a component's element in its document. */
export function spdx3PackageName(node: GraphNode): string {
  return packageId(node).replace(/^SPDXRef-/, 'Package-');
}

/** The product that the document is about. */
export function spdx3Product({ product }: SbomSubject, maker: Spdx3Maker, agents: Spdx3Agents): Spdx3Element[] {
  const organisation = agents.organisationOf(product.manufacturer);
  const element = maker.make('software_Package', 'Product', {
    name: product.name,
    software_packageVersion: product.version,
    software_homePage: product.website,
    software_packageUrl: productPurl(product),
    software_primaryPurpose: 'application',
    suppliedBy: organisation,
    originatedBy: organisation === undefined ? undefined : [organisation],
    externalIdentifier: [packageUrl(productPurl(product))],
  });
  return [element, ...annotations('Product', productFacts(product), maker)];
}

/** A package for each component, the files that it is delivered as, and what the format has no field for. */
export function spdx3Packages(
  { nodes }: DependencyGraph,
  { product }: SbomSubject,
  maker: Spdx3Maker,
  agents: Spdx3Agents,
): readonly Spdx3Element[] {
  return nodes.flatMap((node) => {
    const { component } = node;
    const name = spdx3PackageName(node);
    const artefacts = artefactsOf(component);
    const only = artefacts.length === 1 && artefacts[0]?.name === undefined ? artefacts[0] : undefined;
    const element = maker.make('software_Package', name, {
      name: component.name,
      description: component.description,
      software_packageVersion: component.version,
      software_downloadLocation: only?.address,
      software_homePage: isAddress(component.homepage) ? component.homepage : undefined,
      software_packageUrl: component.purl,
      software_primaryPurpose: component.firstParty ? 'application' : 'library',
      software_sourceInfo: sourceOf(component),
      suppliedBy: agents.organisationOf(supplierOf(component, product)),
      originatedBy: listed(agents.organisationOf(component.firstParty ? product.manufacturer : component.originator)),
      externalIdentifier: [
        packageUrl(component.purl),
        ...cpeNamesOf(component).names.map((cpe) => externalIdentifier(isCpe23(cpe) ? 'cpe23' : 'cpe22', cpe)),
      ],
      externalRef: isAddress(component.repository)
        ? ['vcs', 'sourceArtifact'].map((type) => externalRef(type, component.repository ?? ''))
        : undefined,
      verifiedUsing: hashesOf(only?.hashes ?? []),
    });
    const files = artefacts.flatMap((artefact, at) => fileOf(artefact, name, at, maker));
    return [element, ...files, ...delivered(name, files, maker), ...annotations(name, componentFacts(node), maker)];
  });
}

function listed(id: string | undefined): readonly string[] | undefined {
  return id === undefined ? undefined : [id];
}

function packageUrl(identifier: string): object {
  return externalIdentifier('packageUrl', identifier);
}

function externalIdentifier(externalIdentifierType: string, identifier: string): object {
  return { type: 'ExternalIdentifier', externalIdentifierType, identifier };
}

/** An element must have a name: of a file whose name nobody tells, it is the address, or else a checksum. */
function fileOf(artefact: Artefact, owner: string, at: number, { make }: Spdx3Maker): Spdx3Element[] {
  const { address, hashes } = artefact;
  const [hash] = hashes;
  const name = fileNameOf(artefact) ?? address ?? (hash && `${hash.algorithm}:${hash.value}`);
  if (name === undefined) return [];
  return [
    make('software_File', `${owner}-file-${at + 1}`, {
      name,
      externalRef: address === undefined ? undefined : [externalRef('binaryArtifact', address)],
      verifiedUsing: hashesOf(hashes),
    }),
  ];
}

function externalRef(externalRefType: string, address: string): object {
  return { type: 'ExternalRef', externalRefType, locator: [address] };
}

function delivered(owner: string, files: readonly Spdx3Element[], { idOf, make }: Spdx3Maker): Spdx3Element[] {
  if (files.length === 0) return [];
  return [
    make('Relationship', `${owner}-files`, {
      from: idOf(owner),
      relationshipType: 'hasDistributionArtifact',
      to: files.map(({ spdxId }) => spdxId),
    }),
  ];
}

function hashesOf(hashes: readonly Hash[]): readonly object[] | undefined {
  if (hashes.length === 0) return undefined;
  return hashes.map(({ algorithm, value }) => ({ type: 'Hash', algorithm, hashValue: value }));
}

function sourceOf({ source }: Component): string | undefined {
  return source === undefined ? undefined : `built from the source package ${source.name} ${source.version}`;
}

function annotations(owner: string, facts: readonly Fact[], { idOf, make }: Spdx3Maker): Spdx3Element[] {
  if (facts.length === 0) return [];
  const statement = factLines(facts);
  return [make('Annotation', `${owner}-facts`, { annotationType: 'other', subject: idOf(owner), statement })];
}
