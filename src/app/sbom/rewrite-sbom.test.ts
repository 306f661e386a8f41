import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readSbomDocument } from '../../readers/sbom/read-sbom-document.ts';
import { rewriteSbom } from './rewrite-sbom.ts';

const named = new Set(['bomFormat', 'specVersion', '$schema', 'spdxVersion', 'metadata', 'components', '@context']);
const unknown = fc.dictionary(
  fc.string().filter((key) => !named.has(key) && key !== '__proto__'),
  fc.jsonValue().filter((value) => !JSON.stringify(value).includes('__proto__')),
);

test('unknown keys of a CycloneDX document survive reading and writing, whatever they are', () => {
  fc.assert(
    fc.property(unknown, unknown, fc.constantFrom(0, 2), (atTop, inComponent, indent) => {
      const bom = {
        ...atTop,
        bomFormat: 'CycloneDX',
        specVersion: '1.5',
        components: [{ ...inComponent, type: 'library', name: 'zlib', 'bom-ref': 'z' }],
      };
      const text = JSON.stringify(bom, undefined, indent);
      const { document } = readSbomDocument('bom.json', text);
      assert.ok(document);
      assert.equal(rewriteSbom(text, document, '1.5'), text);
      const written = rewriteSbom(text, document, '1.7') ?? '';
      assert.deepEqual(JSON.parse(written), { ...(JSON.parse(text) as object), specVersion: '1.7' });
      assert.equal(readSbomDocument('bom.json', written).document?.specVersion, '1.7');
    }),
  );
});

test('unknown keys of an SPDX document survive, and numbers stay as they were typed', () => {
  const text = '{"big": 12345678901234567890, "spdxVersion": "SPDX-2.2", "10": 1.0, "2": "a", "packages": []}';
  const { document } = readSbomDocument('a.spdx.json', text);
  assert.ok(document);
  assert.equal(rewriteSbom(text, document, '2.3'), text.replace('SPDX-2.2', 'SPDX-2.3'));
});

test('XML changes its namespace alone, also under a prefix; text that mentions it stays', () => {
  const address = 'http://cyclonedx.org/schema/bom/';
  const body = (version: string) =>
    `<c:bom xmlns:c="${address}${version}" xmlns:x="urn:x"><!-- kept --><x:odd a='1'>${address}1.4</x:odd></c:bom>`;
  const { document } = readSbomDocument('bom.xml', body('1.4'));
  assert.ok(document);
  assert.equal(rewriteSbom(body('1.4'), document, '1.6'), body('1.6'));
});

const texts: readonly (readonly [what: string, text: string])[] = [
  ['tag-value', 'SPDXVersion: SPDX-2.2\nOdd: SPDX-2.2\nPackageName: a\nSPDXID: SPDXRef-a\n'],
  ['yaml', '# SPDX-2.2\nspdxVersion: "SPDX-2.2"\nodd: [1.0, SPDX-2.2]\npackages: []\n'],
  [
    'rdf',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://spdx.org/rdf/terms#"><s:SpdxDocument rdf:about="https://a.example#SPDXRef-DOCUMENT"><s:odd>SPDX-2.2</s:odd><s:specVersion>SPDX-2.2</s:specVersion></s:SpdxDocument></rdf:RDF>`,
  ],
];

for (const [what, text] of texts)
  test(`SPDX in ${what} changes its version alone`, () => {
    const { document } = readSbomDocument('a.spdx', text);
    assert.equal(document?.serialisation, what);
    assert.equal(rewriteSbom(text, document, '2.2'), text);
    const written = rewriteSbom(text, document, '2.3') ?? '';
    assert.equal(readSbomDocument('a.spdx', written).document?.specVersion, '2.3');
    assert.deepEqual(changed(text, written), ['2.2 → 2.3']);
  });

/** The versions that differ where two texts are split at each. */
function changed(before: string, after: string): readonly string[] {
  const versions = (text: string) => text.match(/2\.\d/g) ?? [];
  const [old, now] = [versions(before), versions(after)];
  assert.equal(before.replace(/2\.\d/g, ''), after.replace(/2\.\d/g, ''));
  return old.flatMap((version, at) => (version === now[at] ? [] : [`${version} → ${now[at]}`]));
}

test('a schema that a document names follows its version', () => {
  const text =
    '{"$schema":"http://cyclonedx.org/schema/bom-1.4.schema.json","bomFormat":"CycloneDX","specVersion":"1.4"}';
  const { document } = readSbomDocument('bom.json', text);
  assert.ok(document);
  assert.equal(rewriteSbom(text, document, '1.6'), text.replaceAll('1.4', '1.6'));
});
