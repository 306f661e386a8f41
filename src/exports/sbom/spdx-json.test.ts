import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component, subject } from '../../../test/sbom-subjects.ts';
import type { Component, Hash } from '../../model/component.ts';
import { spdxJson } from './spdx-json.ts';

type Document = {
  readonly packages: readonly (Readonly<Record<string, unknown>> & {
    readonly SPDXID: string;
    readonly name: string;
  })[];
  readonly hasExtractedLicensingInfos?: readonly { readonly licenseId: string; readonly name: string }[];
  readonly relationships: readonly {
    readonly spdxElementId: string;
    readonly relationshipType: string;
    readonly relatedSpdxElement: string;
  }[];
};

function write(...components: readonly Partial<Component>[]): Document {
  return JSON.parse(spdxJson.write(subject(components.map(component)), '2.3')) as Document;
}

function row(known: Partial<Component>): Readonly<Record<string, unknown>> {
  return write(known).packages[1] ?? {};
}

function comment(known: Partial<Component>): string {
  const [annotation] = row(known)['annotations'] as readonly { readonly comment: string }[];
  return annotation?.comment ?? '';
}

const at = { file: 'x.lock', line: 1 };

const licences: readonly (readonly [stated: readonly string[], declared: RegExp, defined: readonly string[]])[] = [
  [[], /^NOASSERTION$/, []],
  [['NOASSERTION'], /^NOASSERTION$/, []],
  [['mit or isc'], /^MIT OR ISC$/, []],
  [['GPL-2+'], /^LicenseRef-GPL-2-[0-9a-f]{12}$/, ['GPL-2+']],
  [['LicenseRef-a OR LicenseRef-b'], /^LicenseRef-a OR LicenseRef-b$/, ['LicenseRef-a', 'LicenseRef-b']],
  [
    ['DocumentRef-a:LicenseRef-b'],
    /^LicenseRef-DocumentRef-a-LicenseRef-b-[0-9a-f]{12}$/,
    ['DocumentRef-a:LicenseRef-b'],
  ],
  [['MIT', 'GPL-2+'], /^NOASSERTION$/, []],
];

for (const [stated, declared, defined] of licences) {
  test(`of the licences ${JSON.stringify(stated)} is declared ${declared.source}`, () => {
    const document = write({ licences: stated.map((expression) => ({ expression, at })) });
    assert.match(String(document.packages[1]?.['licenseDeclared']), declared);
    assert.deepEqual(document.hasExtractedLicensingInfos?.map(({ name }) => name) ?? [], defined);
  });
}

test('several licences are quoted, for no file says whether all of them hold', () => {
  const written = row({ licences: ['MIT', 'GPL-2+'].map((expression) => ({ expression, at })) });
  assert.match(String(written['licenseComments']), /"GPL-2\+", "MIT"/);
});

const commit = '0123456789012345678901234567890123456789';
const downloads: readonly (readonly [known: Partial<Component>, download: string])[] = [
  [{}, 'NOASSERTION'],
  [{ download: 'https://npm.example/a.tgz' }, 'https://npm.example/a.tgz'],
  [{ download: '../a.tgz' }, 'NOASSERTION'],
  [{ download: 'file:../a.tgz' }, 'NOASSERTION'],
  [{ repository: 'https://host.example/a.git' }, 'NOASSERTION'],
  [{ repository: `git+https://host.example/a.git#${commit}` }, `git+https://host.example/a.git@${commit}`],
  [{ repository: `git+ssh://git@host.example/a.git#${commit}` }, `git+git@host.example:a.git@${commit}`],
  [{ download: `git+https://host.example/a.git#${commit}` }, `git+https://host.example/a.git@${commit}`],
  [{ repository: 'git+https://host.example/a.git#main' }, 'NOASSERTION'],
  [{ repository: `github:a/b#${commit}` }, 'NOASSERTION'],
];

for (const [known, download] of downloads) {
  test(`${JSON.stringify(known)} is downloaded from ${download}`, () => {
    assert.equal(row(known)['downloadLocation'], download);
  });
}

test('an address that SPDX takes for no download is not lost', () => {
  assert.equal(row({ download: 'file:../a.tgz' })['sourceInfo'], 'taken from file:../a.tgz');
  assert.match(comment({ download: '../a.tgz' }), /^tureen:download: \.\.\/a\.tgz$/m);
});

const wheel: Hash = { algorithm: 'sha256', value: 'c'.repeat(64), of: 'a-1.whl' };
const source: Hash = { algorithm: 'sha256', value: 'd'.repeat(64), of: 'a-1.tar.gz' };

test('the checksum of the only file is the package, and of several files each is told', () => {
  const one = row({ hashes: [wheel] });
  assert.equal(one['packageFileName'], 'a-1.whl');
  assert.deepEqual(one['checksums'], [{ algorithm: 'SHA256', checksumValue: wheel.value }]);
  const two = { hashes: [wheel, source] };
  assert.equal(row(two)['packageFileName'], undefined);
  assert.equal(row(two)['checksums'], undefined);
  assert.match(comment(two), new RegExp(`^tureen:distribution: sha256 ${wheel.value} a-1.whl$`, 'm'));
});

test('NONE closes a list that is empty, NOASSERTION leaves open what no file tells', () => {
  const document = write(
    { name: 'leaf', dependsOn: [] },
    { name: 'silent', dependsOn: undefined },
    { name: 'torn', dependsOn: ['pkg:npm/leaf@1.0.0', 'pkg:npm/nowhere@1.0.0'] },
  );
  const nameOf = (id: string) => document.packages.find(({ SPDXID }) => SPDXID === id)?.name ?? id;
  const needs = document.relationships
    .filter(({ relationshipType }) => relationshipType === 'DEPENDS_ON')
    .map(({ spdxElementId, relatedSpdxElement }) => `${nameOf(spdxElementId)} ${nameOf(relatedSpdxElement)}`);
  assert.deepEqual(needs, [
    'Pump silent',
    'Pump torn',
    'Pump NOASSERTION',
    'leaf NONE',
    'silent NOASSERTION',
    'torn leaf',
    'torn NOASSERTION',
  ]);
});

test('development and optional packages say so beside the graph', () => {
  const document = write(
    { name: 'a', scope: 'development' },
    { name: 'b', scope: 'optional' },
    { name: 'c', scope: 'runtime' },
  );
  const uses = document.relationships
    .map(({ relationshipType }) => relationshipType)
    .filter((type) => type.endsWith('_OF'));
  assert.deepEqual(uses, ['DEV_DEPENDENCY_OF', 'OPTIONAL_DEPENDENCY_OF']);
});

test('what a tool needs is no dependency of the product itself', () => {
  const document = write(
    { name: 'tool', scope: 'development', relation: 'direct', dependsOn: ['pkg:npm/part@1.0.0'] },
    { name: 'part', scope: 'development', relation: 'transitive', dependsOn: [] },
  );
  const uses = document.relationships.filter(({ relationshipType }) => relationshipType === 'DEV_DEPENDENCY_OF');
  assert.deepEqual(
    uses.map(({ spdxElementId }) => document.packages.find(({ SPDXID }) => SPDXID === spdxElementId)?.name),
    ['tool'],
  );
});

test('the maintainer is written as SPDX writes an organisation', () => {
  const supplier = 'Debian OpenSSL Team <openssl@lists.example>';
  assert.equal(row({ supplier })['supplier'], 'Organization: Debian OpenSSL Team (openssl@lists.example)');
  assert.equal(row({})['supplier'], 'NOASSERTION');
});

test('foreign text cannot add lines to an annotation', () => {
  const reason = 'x\ntureen:relation: direct';
  const text = comment({ scopeEvidence: [{ scope: 'runtime', reason, at }], relation: 'transitive' });
  assert.equal(text.match(/^tureen:relation: .*$/gm)?.join(), 'tureen:relation: transitive');
});
