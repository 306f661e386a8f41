import { writeFileSync } from 'node:fs';

/** Writes an SPDX 3 document as Yocto makes them of an image: packages, their sources, files and statements on CVEs. */
export function writeSpdx3(path: string, packages: number, statements: number): void {
  const spdxId = (name: string) => `http://spdx.org/spdxdocs/image/${name}`;
  const made = (type: string, name: string, facts: object) => ({
    type,
    spdxId: spdxId(name),
    creationInfo: '_:c',
    ...facts,
  });
  const numbers = Array.from({ length: packages }, (_, at) => at);
  const graph = [
    {
      type: 'CreationInfo',
      '@id': '_:c',
      specVersion: '3.0.1',
      created: '2026-01-31T12:00:00Z',
      createdBy: [spdxId('agent')],
    },
    made('Organization', 'agent', { name: 'OpenEmbedded' }),
    made('SpdxDocument', 'document', { rootElement: [spdxId('image')] }),
    made('software_Package', 'image', { name: 'core-image', software_primaryPurpose: 'archive' }),
    ...numbers.map((at) =>
      made('software_Package', `package-${at}`, {
        name: `package-${at}`,
        software_packageVersion: `1.${at}`,
        software_primaryPurpose: 'install',
        verifiedUsing: [{ type: 'Hash', algorithm: 'sha256', hashValue: 'a'.repeat(64) }],
      }),
    ),
    made('Relationship', 'contents', {
      from: spdxId('image'),
      relationshipType: 'contains',
      to: numbers.map((at) => spdxId(`package-${at}`)),
    }),
    ...numbers.slice(1).map((at) =>
      made('LifecycleScopedRelationship', `needs-${at}`, {
        from: spdxId(`package-${at}`),
        relationshipType: 'dependsOn',
        scope: 'runtime',
        to: [spdxId(`package-${Math.floor(at / 2)}`)],
      }),
    ),
    ...Array.from({ length: statements }, (_, at) =>
      made('security_VexFixedVulnAssessmentRelationship', `vex-${at}`, {
        from: spdxId(`vulnerability-${at}`),
        relationshipType: 'fixedIn',
        to: [spdxId(`package-${at % packages}`)],
        security_vexVersion: '1.0.0',
        description: `What a distribution says of its fix, and where it stands: ${'patch '.repeat(90)}`,
      }),
    ),
  ];
  const document = { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld', '@graph': graph };
  writeFileSync(path, JSON.stringify(document, undefined, 2));
}
