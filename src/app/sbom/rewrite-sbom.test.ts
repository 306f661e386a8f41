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

test('a schema that a document names follows its version', () => {
  const text =
    '{"$schema":"http://cyclonedx.org/schema/bom-1.4.schema.json","bomFormat":"CycloneDX","specVersion":"1.4"}';
  const { document } = readSbomDocument('bom.json', text);
  assert.ok(document);
  assert.equal(rewriteSbom(text, document, '1.6'), text.replaceAll('1.4', '1.6'));
});
