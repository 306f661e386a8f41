import type { Component } from '../../../model/component.ts';
import type { SbomSubject } from '../../../model/plugs/export.ts';
import { artefactsOf, fileNameOf, hashesOfOnlyFile, type Artefact } from '../facts/artefacts.ts';
import { cpeNamesOf, isCpe23 } from '../facts/cpe-names.ts';
import { spdxId } from '../facts/content-id.ts';
import type { GraphNode } from '../facts/dependency-graph.ts';
import { isAddress } from '../facts/is-address.ts';
import { parseOrganisation, supplierOf } from '../facts/organisation.ts';
import { spdxLicence } from './spdx-licence.ts';
import { componentFacts, factLines, type Fact } from '../facts/tureen-facts.ts';

/** A package in the names and the order of the JSON of SPDX 2.3, clause 7. */
export type SpdxPackage = {
  readonly name: string;
  readonly SPDXID: string;
  readonly versionInfo: string | undefined;
  readonly packageFileName?: string | undefined;
  readonly supplier: string;
  readonly originator?: string;
  readonly downloadLocation: string;
  readonly filesAnalyzed: false;
  readonly checksums?: readonly SpdxChecksum[] | undefined;
  readonly homepage: string | undefined;
  readonly sourceInfo?: string | undefined;
  readonly licenseConcluded: string;
  readonly licenseDeclared: string;
  readonly licenseComments?: string;
  readonly copyrightText: string;
  readonly description?: string | undefined;
  readonly externalRefs?: readonly SpdxReference[];
  readonly primaryPackagePurpose: string | undefined;
  readonly annotations: readonly SpdxAnnotation[] | undefined;
};

type SpdxChecksum = { readonly algorithm: string; readonly checksumValue: string };

type SpdxReference = {
  readonly referenceCategory: string;
  readonly referenceType: string;
  readonly referenceLocator: string;
};

/** What a tool adds to an element (SPDX 2.3, clause 12). */
export type SpdxAnnotation = {
  readonly annotationDate: string;
  readonly annotationType: string;
  readonly annotator: string;
  readonly comment: string;
};

/** A package of SPDX 2.3. NOASSERTION means that no file says; NONE is never written, for nobody looked into the package. */
export function spdxPackage(node: GraphNode, subject: SbomSubject): SpdxPackage {
  const { component } = node;
  const artefacts = artefactsOf(component);
  const only = artefacts.length === 1 ? artefacts[0] : undefined;
  const supplier = supplierOf(component, subject.product);
  return {
    name: component.name,
    SPDXID: packageId(node),
    versionInfo: component.version,
    packageFileName: only === undefined ? undefined : fileNameOf(only),
    supplier: supplier === undefined ? 'NOASSERTION' : spdxOrganisation(supplier),
    originator: makerOf(component, subject),
    downloadLocation: downloadOf(component, only),
    filesAnalyzed: false,
    checksums: checksumsOf(artefacts),
    homepage: isAddress(component.homepage) ? component.homepage : undefined,
    sourceInfo: sourceOf(component, only),
    licenseConcluded: 'NOASSERTION',
    ...spdxLicence(component),
    copyrightText: 'NOASSERTION',
    description: component.description,
    externalRefs: [
      { referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: component.purl },
      ...cpeNamesOf(component).names.map(cpeReference),
    ],
    primaryPackagePurpose: component.firstParty ? 'APPLICATION' : undefined,
    annotations: [annotation([...componentFacts(node), ...fileFacts(artefacts)], subject)],
  };
}

function cpeReference(name: string): SpdxReference {
  const referenceType = isCpe23(name) ? 'cpe23Type' : 'cpe22Type';
  return { referenceCategory: 'SECURITY', referenceType, referenceLocator: name };
}

/** Who makes the product makes its own packages; of others no lockfile tells who made them, but registries and people may. */
function makerOf({ firstParty, originator }: Component, { product }: SbomSubject): string {
  if (!firstParty && originator !== undefined) return spdxOrganisation(originator);
  return firstParty && product.manufacturer !== undefined
    ? spdxOrganisation(product.manufacturer, product.email)
    : 'NOASSERTION';
}

/** The SPDX identifier of a component: legal, and the same in every document. */
export function packageId({ ref }: GraphNode): string {
  return spdxId('SPDXRef', ref.replace(/^pkg:/, ''));
}

/** An organisation in the syntax of SPDX 2.3, 7.5. */
export function spdxOrganisation(text: string, address?: string): string {
  const { name, email = address } = parseOrganisation(text);
  return `Organization: ${name}${email === undefined ? '' : ` (${email})`}`;
}

/** What the format has no field for, a line each. */
export function annotation(facts: readonly Fact[], { made, tool }: SbomSubject): SpdxAnnotation {
  return {
    annotationDate: made,
    annotationType: 'OTHER',
    annotator: `Tool: ${tool.name}-${tool.version}`,
    comment: factLines(facts),
  };
}

/** An archive's address, or a repository at a commit; a repository alone does not tell what was taken from it. */
function downloadOf({ repository }: Component, only: Artefact | undefined): string {
  const commit = isAddress(repository) && /^git\+[^#]+#[0-9a-f]{40}$/.test(repository) ? repository : 'NOASSERTION';
  const download = only?.address ?? commit;
  if (!downloadable.test(download)) return 'NOASSERTION';
  return download
    .replace(/^git\+ssh:\/\/git@([^/:]+)\//, 'git+git@$1:')
    .replace(/^(git\+[^#]+)#([0-9a-f]{40})$/, '$1@$2');
}

/** The schemes of SPDX 2.3, 7.7; a user and a commit are written otherwise there than in a lockfile. */
const downloadable = /^(?:(?:git|hg|svn|bzr)\+)?(?:https?|ssh|git|svn|sftp|ftp):\/\//;

function checksumsOf(artefacts: readonly Artefact[]): readonly SpdxChecksum[] | undefined {
  const hashes = hashesOfOnlyFile(artefacts);
  if (hashes.length === 0) return undefined;
  return hashes.map(({ algorithm, value }) => ({ algorithm: algorithm.toUpperCase(), checksumValue: value }));
}

/** Of several files none is the package; their checksums and addresses are told one by one. */
function fileFacts(artefacts: readonly Artefact[]): readonly Fact[] {
  if (artefacts.length < 2) return [];
  return artefacts.flatMap(({ name, address, hashes }) => {
    const file = address ?? name ?? 'one of several files';
    if (hashes.length === 0) return [{ name: 'tureen:distribution' as const, value: file }];
    return hashes.map(({ algorithm, value }) => ({
      name: 'tureen:distribution' as const,
      value: `${algorithm} ${value} ${file}`,
    }));
  });
}

function sourceOf({ source, repository }: Component, only: Artefact | undefined): string | undefined {
  const told = [
    ...(source === undefined ? [] : [`built from the source package ${source.name} ${source.version}`]),
    ...(isAddress(repository) ? [`repository: ${repository}`] : []),
    ...(only?.address === undefined || downloadable.test(only.address) ? [] : [`taken from ${only.address}`]),
  ];
  return told.length === 0 ? undefined : told.join('; ');
}
