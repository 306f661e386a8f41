import type { KeyPath, LinePlace } from '../../model/place.ts';
import type {
  SbomComponent,
  SbomHash,
  SbomIdentifier,
  SbomProperty,
  SbomReference,
} from '../../model/sbom-document.ts';
import { isHexadecimal } from './cyclonedx-component.ts';
import { hashAlgorithm } from './hash-algorithm.ts';
import { statedAgent } from './spdx-agent.ts';
import type { SpdxPackage } from './spdx-schema.ts';
import { give, state } from './stated.ts';

/** A package of SPDX 2, in the words of any SBOM. */
export function spdxPackage(written: SpdxPackage, { at, keyPath }: { at: LinePlace; keyPath: KeyPath }): SbomComponent {
  const key = (name: string) => [...keyPath, name];
  const references = referencesOf(written, key('externalRefs'));
  const ofType = (...types: readonly string[]) => references.filter(({ type }) => types.includes(type.toLowerCase()));
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
    references,
    properties: propertiesOf(written, key('annotations')),
  };
}

/** Annotations by convention: one `name=value`, or a line `namespace:name: value` for each. */
function propertiesOf({ annotations = [] }: SpdxPackage, keyPath: KeyPath): readonly SbomProperty[] {
  return annotations.flatMap(({ comment }, index) => {
    const text = comment?.trim() ?? '';
    const [, name, value] = /^([\w:.-]{1,200})=(.*)$/s.exec(text) ?? [];
    if (name !== undefined && value !== undefined) return [{ name, value, keyPath: [...keyPath, index] }];
    return text.split('\n').flatMap((line) => {
      const [, named, told] = /^([\w.-]{1,100}(?::[\w.-]{1,100}){1,5}): (.*)$/.exec(line) ?? [];
      return named === undefined || told === undefined
        ? []
        : [{ name: named, value: told, keyPath: [...keyPath, index] }];
    });
  });
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
