import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readSbomDocument } from './read-sbom-document.ts';
import { sbomReading } from './inventory/sbom-reading.ts';

const fixtures = 'src/readers/sbom/fixtures';

const documents: readonly (readonly [file: string, told: string])[] = [
  ['cyclonedx-json/pnpm-1.7/sbom.json', 'CycloneDX 1.7 json'],
  ['cyclonedx-xml/laravel-1.1/bom.xml', 'CycloneDX 1.1 xml'],
  ['spdx-json/npm-2.3/viewer.spdx.json', 'SPDX 2.3 json'],
  ['spdx-json/yocto-3.0.1/core-image.rootfs.spdx.json', 'SPDX 3.0.1 json-ld'],
  ['spdx-yaml/application-2.2/app.spdx.yaml', 'SPDX 2.2 yaml'],
  ['spdx-rdf/application-2.2/app.spdx.rdf.xml', 'SPDX 2.2 rdf'],
  ['spdx-tag-value/application-2.2/app.spdx', 'SPDX 2.2 tag-value'],
];

for (const [file, told] of documents) {
  test(`${file} is known by its content as ${told}`, () => {
    const { document } = readSbomDocument('anything', readFileSync(`${fixtures}/${file}`, 'utf8'));
    assert.equal(document && `${document.family} ${document.specVersion} ${document.serialisation}`, told);
  });
}

test('what is broken is refused with a line, whatever it is called', () => {
  for (const file of globSync(`${fixtures}/*/broken-*/*`).filter((path) => !/reading\.txt$|other-format/.test(path))) {
    const { document, diagnostics } = readSbomDocument('x', readFileSync(file, 'utf8'));
    // A file of another family is refused by the reader that its name leads to, and known by its content.
    if (/broken-(spdx|cyclonedx|xml)\//.test(file)) continue;
    assert.equal(document, undefined, file);
    assert.ok(
      diagnostics.some(({ place }) => 'line' in place),
      file,
    );
  }
});

test('NOASSERTION, NONE and nothing at all are three answers', () => {
  const { document } = readSbomDocument('x', readFileSync(`${fixtures}/spdx-json/edges-2.3/app.spdx.json`, 'utf8'));
  const find = (name: string) => document?.components.find(({ ref }) => ref === `SPDXRef-${name}`);
  assert.equal(find('wrappy')?.supplier?.state, 'unknown');
  assert.equal(find('once')?.copyright?.state, 'none');
  assert.equal(find('gcc')?.supplier, undefined);
  assert.equal(find('once')?.endOfSupport?.value, '2028-01-01T00:00:00Z');
  assert.deepEqual(
    document?.completeness.map(({ refs, state, stated }) => [...refs, state, stated]),
    [
      ['SPDXRef-wrappy', 'complete', 'NONE'],
      ['SPDXRef-rtos', 'unknown', 'NOASSERTION'],
    ],
  );
  assert.deepEqual(document?.authors[0]?.value.emails, ['sbom@dermascan.example']);
  assert.deepEqual(
    document?.tools.map(({ value: { name, version } }) => [name, version]),
    [['sbom-writer', '2.1.0']],
  );
});

test('SPDX 3 tells support, its end, its context and how many statements on vulnerabilities it holds', () => {
  const { document } = readSbomDocument(
    'x',
    readFileSync(`${fixtures}/spdx-json/yocto-3.0.1/core-image.rootfs.spdx.json`, 'utf8'),
  );
  const busybox = document?.components[0];
  assert.deepEqual(busybox?.supportLevel, { state: 'known', value: 'support', keyPath: ['@graph', 6, 'supportLevel'] });
  assert.equal(busybox?.endOfSupport?.value, '2028-04-30T00:00:00Z');
  assert.deepEqual(
    document?.contexts.map(({ value }) => value),
    ['build'],
  );
  assert.equal(document?.vulnerabilities, 1);
  assert.equal(document?.licences[0]?.value, 'CC0-1.0');
});

for (const [written, name, emails] of [
  ['Organization: Acme (info@acme.example)', 'Acme', ['info@acme.example']],
  ['Organization: Acme ()', 'Acme', []],
  ['Organization: Acme (Pumps)', 'Acme (Pumps)', []],
] as const)
  test(`an agent of SPDX 2 that is written ${written} is ${name}`, () => {
    const text = JSON.stringify({ spdxVersion: 'SPDX-2.3', packages: [{ name: 'a', supplier: written }] });
    const supplier = readSbomDocument('a.spdx.json', text).document?.components[0]?.supplier;
    assert.ok(supplier?.state === 'known');
    assert.deepEqual([supplier.value.name, supplier.value.emails], [name, emails]);
  });

test('what is reached through an edge for development alone is for development, whatever the edges behind it say', () => {
  const edges = [
    ['DESCRIBES', 'DOCUMENT', 'p'],
    ['DEPENDS_ON', 'p', 'a'],
    ['DEV_DEPENDENCY_OF', 'd', 'p'],
    ['OPTIONAL_DEPENDENCY_OF', 'e', 'd'],
    ['DEPENDS_ON', 'e', 'f'],
    ['DEPENDS_ON', 'd', 'a'],
  ];
  const text = JSON.stringify({
    spdxVersion: 'SPDX-2.3',
    packages: ['p', 'a', 'd', 'e', 'f'].map((name) => ({ name, SPDXID: `SPDXRef-${name}` })),
    relationships: edges.map(([relationshipType, from, to]) => ({
      spdxElementId: `SPDXRef-${from}`,
      relationshipType,
      relatedSpdxElement: `SPDXRef-${to}`,
    })),
  });
  const { components } = sbomReading('a.spdx.json', readSbomDocument('a.spdx.json', text));
  assert.deepEqual(
    components.map(({ name, scope }) => `${name} ${scope}`),
    ['p runtime', 'a unknown', 'd development', 'e development', 'f development'],
  );
});

test('a line of tag-value ends where a file says so, and not at a separator of Unicode', () => {
  const text = 'SPDXVersion: SPDX-2.3\nPackageName: a\u2028b\nSPDXID: SPDXRef-a\n';
  const { document, diagnostics } = readSbomDocument('a.spdx', text);
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(document?.components[0]?.name, {
    state: 'known',
    value: 'a\u2028b',
    keyPath: ['packages', 0, 'name'],
  });
});

test('a signature is seen in JSON and in XML', () => {
  const xml = (inside: string) =>
    `<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components/>${inside}</bom>`;
  const json = { bomFormat: 'CycloneDX', specVersion: '1.6' };
  const signatureOf = (text: string) => readSbomDocument('x', text).document?.signature;
  assert.equal(signatureOf(xml('')), undefined);
  assert.deepEqual(signatureOf(xml('<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"/>')), ['signature']);
  assert.equal(signatureOf(JSON.stringify({ ...json, signature: 'x' })), undefined);
  assert.deepEqual(signatureOf(JSON.stringify({ ...json, signature: { algorithm: 'ES256' } })), ['signature']);
});

test('SPDX 2 tells the context of generation in a comment that names it, and properties in annotations', () => {
  const read = (comment: string, annotation: string) => {
    const packages = [{ SPDXID: 'SPDXRef-a', name: 'a', annotations: [{ comment: annotation }] }];
    const text = JSON.stringify({ spdxVersion: 'SPDX-2.3', creationInfo: { creators: [], comment }, packages });
    const { document } = readSbomDocument('x', text);
    return {
      contexts: document?.contexts.map(({ value }) => value),
      properties: document?.components[0]?.properties.map(({ name, value }) => `${name} is ${value}`),
    };
  };
  assert.deepEqual(read('Generation context: build.', 'cle:supportStatus=supported'), {
    contexts: ['Generation context: build.'],
    properties: ['cle:supportStatus is supported'],
  });
  assert.deepEqual(read('Built by hand.', 'tureen:unknown: hash,licence\na note: no property\ntureen:scope: unknown'), {
    contexts: [],
    properties: ['tureen:unknown is hash,licence', 'tureen:scope is unknown'],
  });
});

test('SPDX 3 tells what a package was generated from, and by a comment under which licence it is used', () => {
  const hash = { type: 'Hash', algorithm: 'sha512', hashValue: 'a'.repeat(128) };
  const graph = [
    { type: 'SpdxDocument', spdxId: 'urn:doc', rootElement: ['urn:a'], creationInfo: '_:c' },
    { type: 'CreationInfo', '@id': '_:c', specVersion: '3.0.1', created: '2026-01-31T12:00:00Z', createdBy: [] },
    { type: 'software_Package', spdxId: 'urn:a', name: 'a' },
    {
      type: 'software_File',
      spdxId: 'urn:s',
      name: 'source',
      verifiedUsing: [hash],
      externalRef: [{ type: 'ExternalRef', externalRefType: 'sourceArtifact', locator: ['https://code.example/a'] }],
    },
    { type: 'simplelicensing_LicenseExpression', spdxId: 'urn:l', simplelicensing_licenseExpression: 'MIT' },
    { type: 'Relationship', spdxId: 'urn:1', relationshipType: 'generates', from: 'urn:s', to: ['urn:a'] },
    {
      type: 'Relationship',
      spdxId: 'urn:2',
      relationshipType: 'other',
      comment: 'hasEffectiveLicense',
      from: 'urn:a',
      to: ['urn:l'],
    },
  ];
  const context = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';
  const { document } = readSbomDocument('x', JSON.stringify({ '@context': context, '@graph': graph }));
  const [subject] = document?.subjects ?? [];
  assert.equal(subject?.source?.value, 'https://code.example/a');
  assert.deepEqual(
    subject.hashes.map(({ of, algorithm }) => `${algorithm} of ${of}`),
    ['SHA-512 of source'],
  );
  assert.deepEqual(
    subject.licences.map(({ role, licence }) => [role, licence.state === 'known' ? licence.value : licence.state]),
    [['effective', 'MIT']],
  );
});
