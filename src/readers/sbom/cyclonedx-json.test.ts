import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cyclonedxJson } from './cyclonedx-json.ts';

function read(bom: object) {
  return cyclonedxJson.read({ path: 'bom.json', text: JSON.stringify(bom), companions: new Map() });
}

const head = { bomFormat: 'CycloneDX', specVersion: '1.6' };

for (const [specVersion, warned] of [
  ['1.2', false],
  ['1.7', false],
  ['1.8', true],
  ['1.10', true],
  ['1.1', true],
] as const) {
  test(`version ${specVersion} is read ${warned ? 'with a warning' : 'without a word'}`, () => {
    const { components, diagnostics } = read({
      ...head,
      specVersion,
      components: [{ purl: 'pkg:npm/a@1', name: 'a' }],
    });
    assert.equal(components.length, 1);
    assert.deepEqual(
      diagnostics.map(({ severity }) => severity),
      warned ? ['warning'] : [],
    );
  });
}

const strangers: readonly { readonly document: unknown; readonly named: RegExp }[] = [
  { document: { spdxVersion: 'SPDX-2.3' }, named: /SPDX document \(SPDX-2.3\)/ },
  { document: { '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld' }, named: /SPDX 3/ },
  { document: { '@context': 'https://openvex.dev/ns/v0.2.0' }, named: /OpenVEX/ },
  { document: { document: { csaf_version: '2.0' } }, named: /CSAF/ },
  { document: { artifacts: [], descriptor: {} }, named: /Syft/ },
  { document: { SchemaVersion: 2, Results: [] }, named: /Trivy/ },
  { document: { sbom: { spdxVersion: 'SPDX-2.3' } }, named: /under "sbom"/ },
  { document: { bomFormat: 'Other' }, named: /format "Other"/ },
  { document: { specVersion: '1.6', components: [] }, named: /without "bomFormat"/ },
  { document: [], named: /without an object/ },
];

for (const { document, named } of strangers) {
  test(`${JSON.stringify(document)} is refused by its name`, () => {
    const text = JSON.stringify(document);
    const { components, diagnostics } = cyclonedxJson.read({ path: 'bom.json', text, companions: new Map() });
    assert.deepEqual(components, []);
    assert.deepEqual(
      diagnostics.map(({ rule }) => rule),
      ['reading/syntax'],
    );
    assert.match(diagnostics[0]?.message ?? '', named);
  });
}

type Identified = { readonly component: object; readonly purl: string; readonly warned?: boolean };

const identified: readonly Identified[] = [
  { component: { purl: 'pkg:npm/a', version: '1' }, purl: 'pkg:npm/a@1' },
  { component: { purl: 'pkg:PYPI/My_Package@1', name: 'x' }, purl: 'pkg:pypi/my-package@1' },
  { component: { purl: 'pkg:rpm/a@1-2?epoch=3', version: '3:1-2' }, purl: 'pkg:rpm/a@1-2?epoch=3' },
  { component: { purl: 'pkg:golang/x/y@v1', version: '1' }, purl: 'pkg:golang/x/y@v1' },
  { component: { purl: 'pkg:npm/a@1', version: '2' }, purl: 'pkg:npm/a@1', warned: true },
  { component: { purl: 'a@1', name: 'a', version: '1' }, purl: 'pkg:generic/a@1', warned: true },
  { component: { purl: '', name: 'a' }, purl: 'pkg:generic/a' },
];

for (const { component, purl, warned = false } of identified) {
  test(`${JSON.stringify(component)} is ${purl}${warned ? ', with a warning' : ''}`, () => {
    const { components, diagnostics } = read({ ...head, components: [component] });
    assert.deepEqual(
      components.map((one) => one.purl),
      [purl],
    );
    assert.equal(diagnostics.filter(({ severity }) => severity === 'warning').length, warned ? 1 : 0);
  });
}

test('a graph is complete only when every component has its entry and nobody says that entries are missing', () => {
  const components = [
    { 'bom-ref': 'a', name: 'a' },
    { 'bom-ref': 'b', name: 'b' },
  ];
  const dependencies = [{ ref: 'a', dependsOn: ['b'] }, { ref: 'b' }];
  const compositions = [{ aggregate: 'incomplete', dependencies: ['a'] }];
  assert.equal(read({ ...head, components, dependencies }).graph, 'complete');
  assert.equal(read({ ...head, components, dependencies, compositions }).graph, 'partial');
  assert.equal(read({ ...head, components, dependencies: dependencies.slice(0, 1) }).graph, 'partial');
  assert.equal(read({ ...head, components, dependencies: dependencies.slice(1) }).graph, 'none');
  assert.equal(read({ ...head, components }).graph, 'none');
});

test('without a root nobody knows what is direct', () => {
  const components = [
    { 'bom-ref': 'a', name: 'a' },
    { 'bom-ref': 'b', name: 'b' },
  ];
  const reading = read({ ...head, components, dependencies: [{ ref: 'a', dependsOn: ['b'] }] });
  assert.deepEqual(
    reading.components.map(({ relation, dependsOn }) => ({ relation, dependsOn })),
    [
      { relation: 'unknown', dependsOn: ['pkg:generic/b'] },
      { relation: 'unknown', dependsOn: undefined },
    ],
  );
});

for (const [aggregate, needs] of [
  ['complete', []],
  ['unknown', undefined],
  ['incomplete', undefined],
] as const)
  test(`an empty list that is said to be ${aggregate} tells ${needs === undefined ? 'nothing' : 'that nothing is needed'}`, () => {
    const { components } = read({
      ...head,
      components: [{ 'bom-ref': 'a', purl: 'pkg:npm/a@1', name: 'a' }],
      dependencies: [{ ref: 'a' }],
      compositions: [{ aggregate, dependencies: ['a'] }],
    });
    assert.deepEqual(
      components.map(({ dependsOn }) => dependsOn),
      [needs],
    );
  });
