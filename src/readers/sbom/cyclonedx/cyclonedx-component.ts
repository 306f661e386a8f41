import type { KeyPath, LinePlace } from '../../../model/place.ts';
import type {
  Given,
  SbomComponent,
  SbomHash,
  SbomIdentifier,
  SbomLicence,
  SbomProperty,
  SbomReference,
} from '../../../model/inventory/sbom-document.ts';
import { people, statedOrganisation } from './cyclonedx-agents.ts';
import type { BomComponent, BomLicences } from './cyclonedx-schema.ts';
import { give, state } from '../stated/stated.ts';

/** A component as the file writes it, in the words of any SBOM. */
export function cycloneDxComponent(
  written: BomComponent,
  { at, keyPath, inside }: { at: LinePlace; keyPath: KeyPath; inside: string | undefined },
): SbomComponent {
  const key = (name: string) => [...keyPath, name];
  const ownRef = written['bom-ref'];
  const references = referencesOf(written.externalReferences, key('externalReferences'));
  const properties = propertiesOf(written.properties, key('properties'));
  const reference = (...types: readonly string[]) =>
    references.find(({ type, value }) => types.includes(type) && value);
  const property = (name: string) => properties.find((one) => one.name === name && one.value !== '');
  const vcs = reference('vcs');
  const download = reference('distribution');
  const website = reference('website');
  const milestone = property('cdx:lifecycle:milestone:endOfSupport') ?? property('cdx:fda:end-of-support-date');
  const support = property('cdx:fda:level-of-support');
  return {
    at,
    keyPath,
    ref: ownRef ?? (written.purl || undefined),
    hasOwnRef: ownRef !== undefined,
    inside,
    type: give(written.type, key('type')),
    purposes: [],
    group: written.group || undefined,
    name: state(written.name, key('name')),
    version: state(written.version, key('version')),
    versionRange: written.versionRange || undefined,
    supplier: statedOrganisation(written.supplier, key('supplier')),
    manufacturer: statedOrganisation(written.manufacturer, key('manufacturer')),
    publisher: give(written.publisher, key('publisher')),
    authors: [
      ...people(written.authors, key('authors')),
      ...people(written.author ? [{ name: written.author }] : [], key('author')),
    ],
    purls: [give(written.purl, key('purl')) ?? []].flat(),
    cpes: [give(written.cpe, key('cpe')) ?? []].flat(),
    identifiers: identifiersOf(written, key),
    hashes: hashesOf(written, key),
    licences: licencesOf(written.licenses, key('licenses'), property('bsi:component:effectiveLicense')),
    copyright: state(written.copyright, key('copyright')),
    description: written.description,
    fileName: property('bsi:component:filename'),
    executable: property('bsi:component:executable'),
    archive: property('bsi:component:archive'),
    structured: property('bsi:component:structured'),
    download: download && { state: 'known', ...download },
    source: reference('source-distribution'),
    vcs,
    website: website && { state: 'known', ...website },
    scope: give(written.scope, key('scope')),
    supportLevel: support && { state: 'known', ...support },
    endOfSupport: milestone,
    references,
    properties,
  };
}

/** External references with their hashes. */
export function referencesOf(written: BomComponent['externalReferences'], keyPath: KeyPath): readonly SbomReference[] {
  return (written ?? []).map(({ type, url, hashes = [] }, index) => ({
    type,
    value: url,
    keyPath: [...keyPath, index],
    hashes: hashes.flatMap(({ alg, content }, at) => {
      const of = type === 'source-distribution' ? 'source' : 'distribution';
      return hash(alg, content, of, [...keyPath, index, 'hashes', at], url.replace(/^.*\//, ''));
    }),
  }));
}

/** Properties that have a name. */
export function propertiesOf(written: BomComponent['properties'], keyPath: KeyPath): readonly SbomProperty[] {
  return (written ?? []).flatMap(({ name, value = '' }, index) =>
    name === undefined ? [] : [{ name, value, keyPath: [...keyPath, index] }],
  );
}

/** Whether a text can be a checksum of a kind that CycloneDX knows. */
export function isHexadecimal(content: string): boolean {
  return [32, 40, 64, 96, 128].includes(content.length) && /^[0-9a-fA-F]*$/.test(content);
}

function hashesOf(written: BomComponent, key: (name: string) => KeyPath): readonly SbomHash[] {
  return (written.hashes ?? []).flatMap(({ alg, content }, index) =>
    hash(alg, content, 'component', [...key('hashes'), index], undefined),
  );
}

function hash(
  alg: string,
  content: string,
  of: SbomHash['of'],
  keyPath: KeyPath,
  file: string | undefined,
): SbomHash[] {
  return isHexadecimal(content)
    ? [{ algorithm: alg.toUpperCase(), value: content.toLowerCase(), of, file, keyPath }]
    : [];
}

function identifiersOf(written: BomComponent, key: (name: string) => KeyPath): readonly SbomIdentifier[] {
  const list = (kind: string, values: readonly string[] = []) =>
    values.map((value, index) => ({ kind, value, keyPath: [...key(kind), index] }));
  const tag = written.swid?.tagId;
  return [
    ...(tag ? [{ kind: 'swid', value: tag, keyPath: key('swid') }] : []),
    ...list('swhid', written.swhid),
    ...list('omniborId', written.omniborId),
  ];
}

function licencesOf(
  written: BomLicences,
  keyPath: KeyPath,
  effective: Given<string> | undefined,
): readonly SbomLicence[] {
  const stated = (written ?? []).flatMap(({ expression, license, acknowledgement }, index): SbomLicence[] => {
    const licence = state(expression || license?.id || license?.name, [...keyPath, index]);
    const role = acknowledgement ?? license?.acknowledgement;
    const isName = !expression && !license?.id;
    return licence === undefined
      ? []
      : [{ role: role === 'declared' || role === 'concluded' ? role : 'unspecified', licence, isName }];
  });
  if (effective === undefined) return stated;
  return [...stated, { role: 'effective', licence: { state: 'known', ...effective }, isName: false }];
}
