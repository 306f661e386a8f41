import type { LinePlace } from '../../../model/place.ts';
import type {
  Given,
  SbomComponent,
  SbomHash,
  SbomLicence,
  SbomProperty,
  SbomReference,
} from '../../../model/inventory/sbom-document.ts';
import { hashAlgorithm } from '../stated/hash-algorithm.ts';
import { spdx3Agent, statedSpdx3Agent } from './spdx3-agent.ts';
import type { Spdx3Edges } from './spdx3-edges.ts';
import { isFields, keyOf, textOf, textsOf, valuesOf, type Spdx3Element, type Spdx3Graph } from './spdx3-graph.ts';
import { spdx3Licence } from './spdx3-licence.ts';
import { give, state } from '../stated/stated.ts';

/** What of a graph is needed to tell all about one package of it. */
export type Spdx3Surroundings = {
  readonly graph: Spdx3Graph;
  readonly edges: Spdx3Edges;
  /** What annotations tell, by the element that they are about. */
  readonly annotations: ReadonlyMap<string, readonly SbomProperty[]>;
  readonly at: LinePlace;
  /** Whether packages tell by their purpose what is installed, as Yocto has them do. */
  readonly tellsInstalled: boolean;
};

/** A package of SPDX 3, in the words of any SBOM. */
export function spdx3Package(element: Spdx3Element, around: Spdx3Surroundings): SbomComponent {
  const { graph, edges, annotations, at, tellsInstalled } = around;
  const { keyPath, id } = element;
  const key = (name: string, profile?: string) => [...keyPath, keyOf(element, name, profile)];
  const given = (name: string, profile?: string) => give(textOf(element, name, profile), key(name, profile));
  const stated = (name: string, profile?: string) => state(textOf(element, name, profile), key(name, profile));
  const purpose = given('primaryPurpose', 'software');
  const files = (id === undefined ? [] : edges.linked(id, 'hasDistributionArtifact')).flatMap(
    ({ reference }) => graph.find(reference) ?? [],
  );
  const sources = (id === undefined ? [] : edges.linked(id, 'isGeneratedFrom')).flatMap(
    ({ reference }) => graph.find(reference) ?? [],
  );
  const purposes = [element, ...files].flatMap((one) => purposesOf(one));
  const purposeOf = (...names: readonly string[]) =>
    [...(purpose ? [purpose] : []), ...purposes].find(({ value }) => names.includes(value));
  const identifiers = identifiersOf(element);
  const ofKind = (...kinds: readonly string[]) => identifiers.filter(({ kind }) => kinds.includes(kind));
  const [file] = files;
  const [supplier] = valuesOf(element, 'suppliedBy');
  const [maker, ...otherMakers] = valuesOf(element, 'originatedBy');
  const references = referencesOf(element);
  const support = stated('supportLevel');
  return {
    at,
    keyPath,
    ref: id,
    hasOwnRef: id !== undefined,
    inside: undefined,
    type: purpose,
    purposes,
    group: undefined,
    name: stated('name'),
    version: stated('packageVersion', 'software'),
    versionRange: undefined,
    supplier: statedSpdx3Agent(supplier, graph, key('suppliedBy')),
    manufacturer: statedSpdx3Agent(maker, graph, key('originatedBy')),
    publisher: undefined,
    authors: otherMakers.map((one) => ({ value: spdx3Agent(one, graph), keyPath: key('originatedBy') })),
    purls: distinct([...[given('packageUrl', 'software') ?? []].flat(), ...ofKind('packageUrl', 'purl')]),
    cpes: ofKind('cpe22', 'cpe23'),
    identifiers: ofKind('swid', 'swhid', 'omniborId'),
    hashes: [
      ...hashesOf(element, graph, 'component'),
      ...files.flatMap((one) => hashesOf(one, graph, 'distribution')),
      ...sources.flatMap((one) => hashesOf(one, graph, 'source')),
    ],
    licences: id === undefined ? [] : licencesOf(id, around),
    copyright: stated('copyrightText', 'software'),
    description: textOf(element, 'summary') ?? textOf(element, 'description'),
    fileName: file && fileNameOf(file),
    executable: purposeOf('executable'),
    archive: purposeOf('archive'),
    structured: purposeOf('container', 'firmware'),
    download: stated('downloadLocation', 'software'),
    source: [...references, ...sources.flatMap(referencesOf)].find(({ type }) => /^sourceArtifact$/i.test(type)),
    vcs: references.find(({ type }) => type === 'vcs'),
    website: stated('homePage', 'software'),
    scope:
      tellsInstalled && purpose !== undefined && (purpose.value === 'install' || purpose.value === 'source')
        ? purpose
        : undefined,
    supportLevel:
      support?.state === 'known' && support.value === 'noAssertion'
        ? { state: 'unknown', keyPath: support.keyPath }
        : support,
    endOfSupport: given('validUntilTime'),
    references: [...references, ...files.flatMap(referencesOf)],
    properties: id === undefined ? [] : (annotations.get(id) ?? []),
  };
}

/** A file must have a name, so that an address or a checksum may stand in for one; neither is the name of a file. */
function fileNameOf(file: Spdx3Element): Given<string> | undefined {
  const name = textOf(file, 'name');
  const isName = name !== undefined && !/^(?:[a-z][a-z0-9+.-]*:\/\/|(?:md5|sha\d{1,3}):[0-9a-f]{32,128}$)/i.test(name);
  return isName ? give(name, [...file.keyPath, 'name']) : undefined;
}

/** Packages repeat their package URL as an external identifier. */
function distinct(purls: readonly Given<string>[]): readonly Given<string>[] {
  return purls.filter(({ value }, index) => purls.findIndex((one) => one.value === value) === index);
}

function purposesOf(element: Spdx3Element): readonly Given<string>[] {
  const name = keyOf(element, 'additionalPurpose', 'software');
  return textsOf(element, 'additionalPurpose', 'software').map((value) => ({
    value,
    keyPath: [...element.keyPath, name],
  }));
}

function identifiersOf(element: Spdx3Element) {
  const of = (name: string, profile: string | undefined, typeName: string, valueName: string) =>
    valuesOf(element, name, profile).flatMap((fields, index) => {
      if (!isFields(fields)) return [];
      const kind = textOf({ fields }, typeName, profile);
      const value = textOf({ fields }, valueName, profile)?.trim();
      const keyPath = [...element.keyPath, keyOf(element, name, profile), index];
      return kind === undefined || !value ? [] : [{ kind: kind === 'gitoid' ? 'omniborId' : kind, value, keyPath }];
    });
  return [
    ...of('externalIdentifier', undefined, 'externalIdentifierType', 'identifier'),
    ...of('externalIdentifiers', undefined, 'externalIdentifierType', 'identifier'),
    ...of('contentIdentifier', 'software', 'contentIdentifierType', 'contentIdentifierValue'),
  ];
}

function hashesOf(element: Spdx3Element, graph: Spdx3Graph, of: SbomHash['of']): readonly SbomHash[] {
  const file = of === 'distribution' ? fileNameOf(element)?.value : undefined;
  return valuesOf(element, 'verifiedUsing').flatMap((written, index): SbomHash[] => {
    const fields =
      isFields(written) && !Object.hasOwn(written, '@id') ? written : (graph.find(written)?.fields ?? written);
    if (!isFields(fields)) return [];
    const algorithm = textOf({ fields }, 'algorithm');
    const value = textOf({ fields }, 'hashValue')?.trim().toLowerCase() ?? '';
    if (algorithm === undefined || !/^[0-9a-f]+$/.test(value)) return [];
    const keyPath = [...element.keyPath, 'verifiedUsing', index];
    return [{ algorithm: hashAlgorithm(algorithm), value, of, file, keyPath }];
  });
}

function licencesOf(id: string, { edges, graph }: Spdx3Surroundings): readonly SbomLicence[] {
  const of = (kind: string, role: SbomLicence['role']) =>
    edges.linked(id, kind).flatMap(({ reference, edge }): SbomLicence[] => {
      const licence = state(spdx3Licence(reference, graph), edge.keyPath);
      return licence === undefined ? [] : [{ role, licence, isName: false }];
    });
  return [
    ...of('hasDeclaredLicense', 'declared'),
    ...of('hasConcludedLicense', 'concluded'),
    ...of('hasEffectiveLicense', 'effective'),
  ];
}

function referencesOf(element: Spdx3Element): readonly SbomReference[] {
  return valuesOf(element, 'externalRef').flatMap((fields, index) => {
    if (!isFields(fields)) return [];
    const type = textOf({ fields }, 'externalRefType') ?? 'other';
    const keyPath = [...element.keyPath, 'externalRef', index];
    return textsOf({ fields }, 'locator').map((value) => ({ type, value, keyPath, hashes: [] }));
  });
}
