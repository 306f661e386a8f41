import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type { SbomComponent, SbomHash, SbomIdentifier, SbomReference } from '../../../model/inventory/sbom-document.ts';
import { annotationProperties } from '../stated/annotation-properties.ts';
import { isHexadecimal } from '../cyclonedx/cyclonedx-component.ts';
import { hashAlgorithm } from '../stated/hash-algorithm.ts';
import { statedAgent } from './spdx-agent.ts';
import type { SpdxPackage } from './spdx-schema.ts';
import { give, state } from '../stated/stated.ts';
import { toldDistributions } from '../stated/told-distributions.ts';

/** A package of SPDX 2, in the words of any SBOM. */
export function spdxPackage(written: SpdxPackage, { at, keyPath }: { at: LinePlace; keyPath: KeyPath }): SbomComponent {
  const key = (name: string) => [...keyPath, name];
  const references = referencesOf(written, key('externalRefs'));
  const ofType = (...types: readonly string[]) => references.filter(({ type }) => types.includes(type.toLowerCase()));
  const properties = (written.annotations ?? []).flatMap(({ comment }, index) =>
    annotationProperties(comment, [...key('annotations'), index]),
  );
  return {
    at,
    keyPath,
    ref: written.SPDXID,
    hasOwnRef: written.SPDXID !== undefined,
    inside: undefined,
    type: give(written.primaryPackagePurpose?.toLowerCase(), key('primaryPackagePurpose')),
    purposes: [],
    group: undefined,
    name: state(written.name, key('name')),
    version: state(written.versionInfo, key('versionInfo')),
    versionRange: undefined,
    supplier: statedAgent(written.supplier, key('supplier')),
    manufacturer: statedAgent(written.originator, key('originator')),
    publisher: undefined,
    authors: [],
    purls: ofType('purl', 'package-url'),
    cpes: ofType('cpe22type', 'cpe23type', 'cpe22', 'cpe23'),
    identifiers: identifiersOf(references),
    hashes: hashesOf(written, key),
    licences: [
      licence('declared', written.licenseDeclared, key('licenseDeclared')),
      licence('concluded', written.licenseConcluded, key('licenseConcluded')),
    ].flat(),
    copyright: state(written.copyrightText, key('copyrightText')),
    description: written.summary ?? written.description,
    fileName: give(written.packageFileName, key('packageFileName')),
    executable: undefined,
    archive: undefined,
    structured: undefined,
    download: state(written.downloadLocation, key('downloadLocation')),
    source: undefined,
    vcs: repositoryIn(written.downloadLocation, key('downloadLocation')),
    website: state(written.homepage, key('homepage')),
    scope: undefined,
    supportLevel: undefined,
    endOfSupport: give(written.validUntilDate, key('validUntilDate')),
    references: [...references, ...toldDistributions(properties)],
    properties,
  };
}

function referencesOf({ externalRefs = [] }: SpdxPackage, keyPath: KeyPath): readonly SbomReference[] {
  return externalRefs.map(({ referenceType, referenceLocator }, index) => ({
    // RDF writes the types that SPDX lists as addresses.
    type: referenceType.replace(/^https?:\/\/spdx\.org\/rdf\/references\//, ''),
    value: referenceLocator.trim(),
    keyPath: [...keyPath, index],
    hashes: [],
  }));
}

const identifierTypes: ReadonlySet<string> = new Set(['swid', 'swh', 'gitoid']);

function identifiersOf(references: readonly SbomReference[]): readonly SbomIdentifier[] {
  return references.flatMap(({ type, value, keyPath }) => {
    if (!identifierTypes.has(type)) return [];
    return [{ kind: type === 'swh' ? 'swhid' : type === 'gitoid' ? 'omniborId' : type, value, keyPath }];
  });
}

function hashesOf(written: SpdxPackage, key: (name: string) => KeyPath): readonly SbomHash[] {
  const code = written.packageVerificationCode?.packageVerificationCodeValue;
  return [
    ...(written.checksums ?? []).flatMap(({ algorithm, checksumValue }, index): SbomHash[] => {
      const value = checksumValue.trim().toLowerCase();
      const keyPath = [...key('checksums'), index];
      return /^[0-9a-f]+$/.test(value)
        ? [
            {
              algorithm: hashAlgorithm(algorithm),
              value,
              of: 'component',
              file:
                written.packageFileName?.includes('/') === false && written.packageFileName
                  ? written.packageFileName
                  : undefined,
              keyPath,
            },
          ]
        : [];
    }),
    ...(code !== undefined && isHexadecimal(code)
      ? [
          {
            algorithm: 'SHA-1',
            value: code.toLowerCase(),
            of: 'files' as const,
            file: undefined,
            keyPath: key('packageVerificationCode'),
          },
        ]
      : []),
  ];
}

function licence(role: 'declared' | 'concluded', written: string | undefined, keyPath: KeyPath) {
  const stated = state(written, keyPath);
  return stated === undefined ? [] : [{ role, licence: stated, isName: false }];
}

/** A download location may be a repository: `git+https://…@v1.2`. */
function repositoryIn(location: string | undefined, keyPath: KeyPath) {
  return location !== undefined && /^(?:git|hg|svn|bzr)(?:\+|:)/.test(location) ? give(location, keyPath) : undefined;
}
