import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { spdx3Problems } from './spdx3-problems.ts';

const example = '../../src/readers/sbom/fixtures/spdx-json/example14-3.0.1/examplemaven-0.0.1-enriched.spdx3.json';

test('an example of the SPDX project has no problem', () => {
  assert.deepEqual(spdx3Problems(JSON.parse(readFileSync(new URL(example, import.meta.url), 'utf8'))), []);
});

const id = (name: string) => `urn:uuid:00000000-0000-8000-8000-000000000000#${name}`;
const relationship = { type: 'Relationship', from: id('right'), relationshipType: 'dependsOn' };

const faults: readonly (readonly [string, Readonly<Record<string, unknown>>, RegExp])[] = [
  [
    'a property that the class does not have',
    { type: 'software_Package', software_version: '1' },
    /refuses .*_version/,
  ],
  ['a class that the model does not have', { type: 'software_Library' }, /refuses .*software_Library/],
  ['a list that may not be empty', { ...relationship, to: [] }, /refuses .*"to":\[\]/],
  [
    'a word that the model does not have',
    { type: 'software_Package', software_primaryPurpose: 'app' },
    /refuses .*"app"/,
  ],
  ['an address that leads nowhere', { ...relationship, to: [id('nowhere')] }, /^nothing is at .*#nowhere$/],
  ['an address that stands twice', { type: 'software_Package', spdxId: id('right') }, /^an address stands twice$/],
];

for (const [name, fault, message] of faults) {
  test(`${name} is the only problem`, () => {
    const element = { spdxId: id('wrong'), creationInfo: '_:creation', ...fault };
    const right = { type: 'software_Package', spdxId: id('right'), creationInfo: '_:creation', name: 'right' };
    const creation = {
      type: 'CreationInfo',
      '@id': '_:creation',
      specVersion: '3.0.1',
      created: '2026-01-31T12:00:00Z',
      createdBy: [id('right')],
    };
    const context = 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld';
    const problems = spdx3Problems({ '@context': context, '@graph': [creation, right, element] });
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', message);
  });
}
