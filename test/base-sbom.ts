import { readSbomDocument } from '../src/readers/sbom/read-sbom-document.ts';
import type { ParsedSbom, SbomDocument } from '../src/model/inventory/sbom-document.ts';
import type { SbomExample } from '../src/model/plugs/sbom-profile.ts';

const sha512 = [{ alg: 'SHA-512', content: 'a'.repeat(128) }];
const files = (name: string) => [
  { name: 'bsi:component:filename', value: `${name}.tgz` },
  { name: 'bsi:component:executable', value: 'executable' },
  { name: 'bsi:component:archive', value: 'archive' },
  { name: 'bsi:component:structured', value: 'structured' },
  { name: 'bsi:component:effectiveLicense', value: 'MIT' },
];
const references = (name: string) => [
  { type: 'distribution', url: `https://npm.example/${name}.tgz`, hashes: sha512 },
  { type: 'source-distribution', url: `https://code.example/${name}.tar.gz`, hashes: sha512 },
  { type: 'rfc-9116', url: 'https://code.example/.well-known/security.txt' },
];
const licences = [
  { license: { id: 'MIT', acknowledgement: 'declared' } },
  { expression: 'MIT', acknowledgement: 'concluded' },
];
const component = (name: string, version: string) => ({
  type: 'library',
  'bom-ref': `pkg:npm/${name}@${version}`,
  supplier: { name: `${name} project` },
  manufacturer: { name: `${name} project`, url: [`https://${name}.example`] },
  name,
  version,
  hashes: sha512,
  licenses: licences,
  purl: `pkg:npm/${name}@${version}`,
  externalReferences: references(`${name}-${version}`),
  properties: [
    ...files(`${name}-${version}`),
    { name: 'cdx:fda:level-of-support', value: 'actively maintained' },
    { name: 'cdx:lifecycle:milestone:endOfSupport', value: '2030-12-31' },
  ],
});
const maker = { name: 'Example Devices', contact: [{ email: 'sbom@devices.example' }] };

/** A small SBOM in CycloneDX that every requirement of every profile is content with; examples are laid over it. */
export const baseCycloneDx = {
  bomFormat: 'CycloneDX',
  specVersion: '1.7',
  serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
  version: 1,
  metadata: {
    timestamp: '2026-01-31T12:00:00Z',
    lifecycles: [{ phase: 'build' }],
    tools: { components: [{ type: 'application', name: 'generator', version: '2.1.0' }] },
    manufacturer: maker,
    component: {
      type: 'application',
      'bom-ref': 'product',
      supplier: maker,
      manufacturer: maker,
      name: 'device',
      version: '1.0.0',
      cpe: 'cpe:2.3:a:example:device:1.0.0:*:*:*:*:*:*:*',
      hashes: sha512,
      licenses: licences,
      externalReferences: references('device-1.0.0'),
      properties: files('device-1.0.0'),
    },
  },
  components: [component('left-pad', '1.3.0'), component('right-pad', '1.0.0')],
  dependencies: [
    { ref: 'product', dependsOn: ['pkg:npm/left-pad@1.3.0', 'pkg:npm/right-pad@1.0.0'] },
    { ref: 'pkg:npm/left-pad@1.3.0', dependsOn: [] },
    { ref: 'pkg:npm/right-pad@1.0.0', dependsOn: [] },
  ],
  compositions: [
    { aggregate: 'complete', dependencies: ['product', 'pkg:npm/left-pad@1.3.0', 'pkg:npm/right-pad@1.0.0'] },
  ],
  signature: { algorithm: 'ES256', value: 'c2lnbmF0dXJl' },
};

const spdxPackage = (name: string, versionInfo: string, purl: string) => ({
  name,
  SPDXID: `SPDXRef-${name}`,
  versionInfo,
  supplier: `Organization: ${name} project`,
  originator: `Organization: ${name} project`,
  downloadLocation: 'NOASSERTION',
  checksums: [{ algorithm: 'SHA512', checksumValue: 'a'.repeat(128) }],
  licenseConcluded: 'MIT',
  licenseDeclared: 'MIT',
  externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }],
});

/** The like of it in SPDX 2.3, with which the profiles are content that know that format. */
export const baseSpdx = {
  spdxVersion: 'SPDX-2.3',
  dataLicense: 'CC0-1.0',
  SPDXID: 'SPDXRef-DOCUMENT',
  name: 'device 1.0.0',
  documentNamespace: 'https://devices.example/spdx/1',
  creationInfo: {
    created: '2026-01-31T12:00:00Z',
    creators: ['Organization: Example Devices (sbom@devices.example)', 'Tool: generator-2.1.0'],
    comment: 'Generation context: build.',
  },
  packages: [
    spdxPackage('device', '1.0.0', 'pkg:generic/device@1.0.0'),
    {
      ...spdxPackage('left-pad', '1.3.0', 'pkg:npm/left-pad@1.3.0'),
      validUntilDate: '2030-12-31T00:00:00Z',
      annotations: [{ comment: 'cle:supportStatus=supported' }],
    },
  ],
  relationships: [
    { spdxElementId: 'SPDXRef-DOCUMENT', relationshipType: 'DESCRIBES', relatedSpdxElement: 'SPDXRef-device' },
    { spdxElementId: 'SPDXRef-device', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'SPDXRef-left-pad' },
    { spdxElementId: 'SPDXRef-left-pad', relationshipType: 'DEPENDS_ON', relatedSpdxElement: 'NONE' },
  ],
};

/** An example as a document. */
export function exampleSbom({ over, changes }: Pick<SbomExample, 'over' | 'changes'>): SbomDocument {
  const base: unknown = JSON.parse(JSON.stringify(over === 'cyclonedx' ? baseCycloneDx : baseSpdx));
  for (const [path, value] of Object.entries(changes)) change(base, path.split('.'), value);
  const { document, diagnostics }: ParsedSbom = readSbomDocument('sbom.json', JSON.stringify(base));
  if (document === undefined) throw new Error(diagnostics.map(({ message }) => message).join('; '));
  return document;
}

function change(above: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (typeof above !== 'object' || above === null) throw new Error(`there is nothing at "${key}" to change`);
  if (rest.length > 0) return change(Reflect.get(above, key), rest, value);
  if (value === undefined) Reflect.deleteProperty(above, key);
  else Reflect.set(above, key, value);
}
