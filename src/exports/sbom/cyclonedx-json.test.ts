import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component, subject } from '../../../test/sbom-subjects.ts';
import type { Component, Hash } from '../../model/component.ts';
import type { SbomSubject } from '../../model/plugs/export.ts';
import { cyclonedxJson } from './cyclonedx-json.ts';

type Row = Readonly<Record<string, unknown>> & {
  readonly properties: readonly { readonly name: string; readonly value: string }[];
};
type Bom = {
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly components: readonly Row[];
  readonly dependencies: readonly unknown[];
  readonly compositions: unknown;
};

function write(known: Partial<Component>, spec = '1.6', about: Partial<SbomSubject> = {}): Bom {
  return JSON.parse(cyclonedxJson.write(subject([component(known)], about), spec)) as Bom;
}

function row(known: Partial<Component>, spec = '1.6'): Row {
  return write(known, spec).components[0] ?? { properties: [] };
}

function fact(known: Partial<Component>, name: string): readonly string[] {
  return row(known).properties.flatMap((property) => (property.name === name ? [property.value] : []));
}

const at = { file: 'x.lock', line: 1 };
const id = (text: string) => ({ license: { id: text, acknowledgement: 'declared' } });
const named = (text: string) => ({ license: { name: text, acknowledgement: 'declared' } });
const expression = (text: string) => ({ expression: text, acknowledgement: 'declared' });

const licences: readonly (readonly [stated: readonly string[], in16: unknown, in17?: unknown])[] = [
  [[], undefined],
  [['MIT'], [id('MIT')]],
  [['mit'], [id('MIT')]],
  [
    ['MIT', 'ISC', 'MIT'],
    [id('ISC'), id('MIT')],
  ],
  [['MIT OR ISC'], [expression('MIT OR ISC')]],
  [['GPL-2+'], [named('GPL-2+')]],
  [['  SEE LICENSE IN eula.txt'], [named('SEE LICENSE IN eula.txt')]],
  [
    ['MIT OR ISC', 'MIT'],
    [id('MIT'), named('MIT OR ISC')],
    [id('MIT'), expression('MIT OR ISC')],
  ],
  [['NOASSERTION', ''], undefined],
];

for (const [stated, in16, in17 = in16] of licences) {
  test(`the licences ${JSON.stringify(stated)} are written as the schema of each version takes them`, () => {
    const known = { licences: stated.map((text) => ({ expression: text, at })) };
    assert.deepEqual(row(known, '1.6')['licenses'], in16);
    assert.deepEqual(row(known, '1.7')['licenses'], in17);
    assert.equal(fact(known, 'tureen:unknown')[0]?.includes('licence'), in16 === undefined);
  });
}

const sha1: Hash = { algorithm: 'sha1', value: 'a'.repeat(40), of: 'archive' };
const sha512: Hash = { algorithm: 'sha512', value: 'b'.repeat(128), of: 'archive' };
const wheel: Hash = { algorithm: 'sha256', value: 'c'.repeat(64), of: 'a-1+cpu.whl' };
const source: Hash = { algorithm: 'sha256', value: 'd'.repeat(64), of: 'a-1.tar.gz' };
const other: Hash = { algorithm: 'sha256', value: 'e'.repeat(64), of: 'archive' };
const archive = 'https://npm.example/a-1.tgz';
const cdx = ({ algorithm, value }: Hash) => ({ alg: algorithm.toUpperCase().replace('SHA', 'SHA-'), content: value });
const unaddressed = { comment: 'No file gives the address.' };

const files: readonly (readonly [what: string, known: Partial<Component>, hashes: unknown, references: unknown])[] = [
  ['nothing of it', {}, undefined, undefined],
  ['an address', { download: archive }, undefined, [{ type: 'distribution', url: archive }]],
  [
    'an archive with two hashes',
    { download: archive, hashes: [sha1, sha512] },
    [cdx(sha1), cdx(sha512)],
    [{ type: 'distribution', url: archive, hashes: [cdx(sha1), cdx(sha512)] }],
  ],
  [
    'one file by name',
    { download: 'https://pypi.example/a-1%2Bcpu.whl', hashes: [wheel] },
    [cdx(wheel)],
    [{ type: 'distribution', url: 'https://pypi.example/a-1%2Bcpu.whl', hashes: [cdx(wheel)] }],
  ],
  [
    'several files, of which one has an address',
    { download: 'https://pypi.example/a-1.tar.gz#x', hashes: [wheel, source] },
    undefined,
    [
      { type: 'distribution', url: 'a-1%2Bcpu.whl', ...unaddressed, hashes: [cdx(wheel)] },
      { type: 'distribution', url: 'https://pypi.example/a-1.tar.gz#x', hashes: [cdx(source)] },
    ],
  ],
  [
    'hashes of several files without names',
    { hashes: [other, { ...source, of: 'archive' }] },
    undefined,
    [
      { type: 'distribution', url: 'pkg:npm/x@1.0.0', ...unaddressed, hashes: [cdx(other)] },
      { type: 'distribution', url: 'pkg:npm/x@1.0.0', ...unaddressed, hashes: [cdx(source)] },
    ],
  ],
];

for (const [what, known, hashes, references] of files) {
  test(`of a component's files is told ${what}`, () => {
    assert.deepEqual(row(known)['hashes'], hashes);
    assert.deepEqual(row(known)['externalReferences'], references);
  });
}

test('a hash that cannot be one is kept as a fact', () => {
  const short: Hash = { algorithm: 'sha512', value: 'abc', of: 'archive' };
  assert.equal(row({ hashes: [short] })['hashes'], undefined);
  assert.deepEqual(fact({ hashes: [short] }, 'tureen:hash'), ['sha512 abc of archive']);
  assert.match(fact({ hashes: [short] }, 'tureen:unknown')[0] ?? '', /hash/);
});

const names: readonly (readonly [purl: string, name: string, group: string | undefined, rest: string])[] = [
  ['pkg:npm/react@1', 'react', undefined, 'react'],
  ['pkg:npm/%40babel/core@1', '@babel/core', '@babel', 'core'],
  ['pkg:maven/org.hl7/fhir@1', 'org.hl7:fhir', 'org.hl7', 'fhir'],
  ['pkg:golang/github.com/a/b@v1', 'github.com/a/b', 'github.com/a', 'b'],
  ['pkg:composer/monolog/monolog@1', 'Monolog/monolog', 'Monolog', 'monolog'],
  ['pkg:deb/debian/openssl@3?arch=amd64', 'openssl', undefined, 'openssl'],
  ['pkg:pypi/typing-extensions@4', 'typing_extensions', undefined, 'typing_extensions'],
];

for (const [purl, name, group, rest] of names) {
  test(`${name} of ${purl} has ${group === undefined ? 'no group' : `the group ${group}`}`, () => {
    const written = row({ purl, name });
    assert.deepEqual([written['group'], written['name']], [group, rest]);
  });
}

test('the scope has the word of CycloneDX, and where it has none, the property tells', () => {
  const scopes = (['runtime', 'optional', 'development', 'unknown'] as const).map((scope) => row({ scope })['scope']);
  assert.deepEqual(scopes, ['required', 'optional', 'excluded', undefined]);
  assert.deepEqual(fact({ scope: 'unknown' }, 'tureen:scope'), ['unknown']);
});

test('addresses that the format does not take are kept letter by letter', () => {
  const repository = 'git@host.example:a/b.git';
  assert.equal(row({ repository })['externalReferences'], undefined);
  assert.deepEqual(fact({ repository }, 'tureen:repository'), [repository]);
});

test('a first-party package is an application of the manufacturer', () => {
  const about = { product: { ...subject([]).product, manufacturer: 'Maker' } };
  const [own] = write({ firstParty: true }, '1.6', about).components;
  assert.equal(own?.['type'], 'application');
  assert.deepEqual(own?.['supplier'], { name: 'Maker' });
  const [foreign] = write({}, '1.6', about).components;
  assert.equal(foreign?.['type'], 'library');
  assert.equal(foreign?.['supplier'], undefined);
});

test('the maintainer of a package is its supplier, with the address apart', () => {
  const supplier = 'Debian OpenSSL Team <openssl@lists.example>';
  assert.deepEqual(row({ supplier })['supplier'], {
    name: 'Debian OpenSSL Team',
    contact: [{ email: 'openssl@lists.example' }],
  });
});

test('a version that nobody knows is left out and named as unknown', () => {
  const known = { version: undefined, purl: 'pkg:npm/x' };
  assert.ok(!('version' in row(known)));
  assert.match(fact(known, 'tureen:unknown')[0] ?? '', /^version,/);
});

test('lockfiles tell of the time before the build, package databases of the time after it', () => {
  const phases = (types: readonly string[]) => {
    const components = types.map((type) => component({ type }));
    const bom = JSON.parse(cyclonedxJson.write(subject(components), '1.7')) as Bom;
    return bom.metadata['lifecycles'];
  };
  assert.deepEqual(phases([]), [{ phase: 'pre-build' }]);
  assert.deepEqual(phases(['npm', 'pypi']), [{ phase: 'pre-build' }]);
  assert.deepEqual(phases(['deb']), [{ phase: 'post-build' }]);
  assert.deepEqual(phases(['npm', 'deb']), [{ phase: 'pre-build' }, { phase: 'post-build' }]);
});

test('that the files list everything is never claimed', () => {
  const known = { relation: 'direct', dependsOn: [] } as const;
  const purl = 'pkg:npm/x@1.0.0';
  assert.deepEqual(write(known).compositions, [
    { aggregate: 'complete', dependencies: ['product', purl] },
    { aggregate: 'unknown', assemblies: ['product'] },
  ]);
  const path = 'go.mod';
  const files = [{ path, reader: undefined, status: 'not-understood', reason: 'no reader', graph: 'none' }] as const;
  const inventory = { components: [component(known)], files, diagnostics: [] };
  const bom = write(known, '1.6', { inventory });
  assert.deepEqual(bom.compositions, [
    { aggregate: 'complete', dependencies: [purl] },
    { aggregate: 'incomplete', assemblies: ['product'], dependencies: ['product'] },
  ]);
  assert.deepEqual(bom.metadata['properties'], [{ name: 'tureen:file:not-understood', value: 'go.mod: no reader' }]);
});

test('what a component needs is told as a list, as an empty list, or not at all', () => {
  const entry = (dependsOn: readonly string[] | undefined) => write({ dependsOn }).dependencies[1];
  const ref = 'pkg:npm/x@1.0.0';
  assert.deepEqual(entry([ref]), { ref, dependsOn: [ref] });
  assert.deepEqual(entry([]), { ref, dependsOn: [] });
  assert.deepEqual(entry(undefined), { ref });
});
