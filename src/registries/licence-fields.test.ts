import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classifyLicence } from '../base/licences/classify-licence.ts';
import type { PackageRegistryName } from '../model/plugs/registry.ts';
import { registries } from './index.ts';

const wanted = { base: 'https://a.example', namespace: undefined, name: 'pad', version: '1.0.0' };
const registrations = { '@type': 'RegistrationsBaseUrl/3.6.0', '@id': 'https://a.example/r' };

/** The answers of each registry that states licences, with one in its field. */
const answers: Partial<Record<PackageRegistryName, (licence: unknown) => Readonly<Record<string, unknown>>>> = {
  cargo: (license) => ({
    index: { name: 'pad', vers: '1.0.0' },
    config: { api: 'https://a.example' },
    crate: { crate: {}, versions: [{ num: '1.0.0', license }] },
  }),
  composer: (license) => ({
    root: { 'metadata-url': '/p2/%package%.json' },
    package: { packages: { pad: [{ name: 'pad', version: '1.0.0', license }] } },
  }),
  conda: (license) => ({ channel: { packages: { pad: { version: '1.0.0', license } } } }),
  cran: (license) => ({ description: `Package: pad\nVersion: 1.0.0\nLicense: ${String(license)}\n` }),
  gem: (licence) => ({ version: { version: '1.0.0', licenses: [licence] } }),
  hex: (licence) => ({ package: { meta: { licenses: [licence] }, releases: [{ version: '1.0.0' }] } }),
  maven: (licence) => ({
    'pom 0': `<project><licenses><license><name>${String(licence)}</name></license></licenses></project>`,
  }),
  npm: (license) => ({ package: { versions: { '1.0.0': { license } } } }),
  nuget: (licenseExpression) => ({
    service: { resources: [registrations] },
    leaf: { catalogEntry: { licenseExpression } },
  }),
  pypi: (license) => ({
    index: { files: [{ filename: 'pad-1.0.0.tar.gz', url: 'https://a.example/pad-1.0.0.tar.gz' }] },
    version: { info: { name: 'pad', version: '1.0.0', license } },
  }),
};

const kinds = Object.keys(answers) as PackageRegistryName[];

/** What a registry states as the licence of pad, whose field holds this. */
function licenceAt(type: PackageRegistryName, field: unknown): string | undefined {
  const registry = registries.find(({ name }) => name === type);
  const texts = Object.entries(answers[type]?.(field) ?? {}).map(
    ([name, answer]) => [name, typeof answer === 'string' ? answer : JSON.stringify(answer)] as const,
  );
  const reading = registry?.read({ ...wanted, type }, new Map(texts), () => 0);
  return reading?.kind === 'facts' ? reading.facts.licence : undefined;
}

for (const [field, kind] of [
  ['MIT OR Apache-2.0', 'spdx'],
  ['MIT/Apache-2.0', 'name'],
  ['SEE LICENSE IN LICENSE.md', 'see-file'],
  ['UNLICENSED', 'proprietary'],
  ['http://opensource.org/licenses/MIT', 'url'],
  ['GPL-2.0+', 'deprecated'],
  ['LicenseRef-Acme', 'reference'],
  ['NONE', 'none'],
  ['Acme End User Terms v2', 'unlisted'],
] as const)
  test(`${field} is kept letter by letter by every registry, and is of the class ${kind}`, () => {
    const told = kinds.map((type) => [type, licenceAt(type, field)]);
    assert.deepEqual(
      told,
      kinds.map((type) => [type, field]),
    );
    assert.equal(classifyLicence(field).class, kind);
  });

for (const [title, field, licence] of [
  ['an object by its type', { type: 'MIT', url: 'https://a.example/mit' }, 'MIT'],
  ['an object by its address', { url: 'https://a.example/mit' }, 'https://a.example/mit'],
  ['a list of objects', [{ type: 'MIT' }, { type: 'GPL-2.0' }], 'MIT, GPL-2.0'],
  ['a list of texts', ['MIT', 'MIT', 'ISC'], 'MIT, ISC'],
  ['an object that names nothing', { a: 1 }, undefined],
  ['a number', 7, undefined],
  ['an empty text', ' ', undefined],
  ['a megabyte', 'MIT '.repeat(250_000), undefined],
] as const)
  test(`of ${title} npm states ${licence ?? 'nothing'}`, () => assert.equal(licenceAt('npm', field), licence));

test('a list of Composer is a choice, and what is no text in it is left out', () => {
  assert.equal(licenceAt('composer', ['MIT', { a: 1 }, 7, 'GPL-2.0-only']), 'MIT OR GPL-2.0-only');
});

test('no registry makes a licence of an object, a list of lists or a number', () => {
  for (const type of kinds.filter((kind) => kind !== 'cran' && kind !== 'maven'))
    for (const field of [{ a: {} }, [[{}]], 7, true]) assert.equal(licenceAt(type, field), undefined, type);
});
