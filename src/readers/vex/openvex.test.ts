import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openvex } from './openvex.ts';

const head = { '@context': 'https://openvex.dev/ns/v0.2.0', '@id': 'x', author: 'Supplier' };
const pad = { vulnerability: 'CVE-2026-0001', products: ['pkg:npm/left-pad'], status: 'fixed' };
const [january, march] = ['2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z'];

function read(statement: object, more: object = {}) {
  const value = { ...head, ...more, statements: [{ ...pad, ...statement }] };
  const { document, diagnostics } = openvex.readVex({ file: 'a.json', value, lineOf: () => 1 });
  assert.deepEqual(diagnostics, []);
  assert.ok(document !== undefined);
  return { document, statement: document.statements[0] };
}

test('what was said anew was said then, and so was the document', () => {
  assert.equal(read({ timestamp: january }).statement?.timestamp, january);
  assert.equal(read({ timestamp: january, last_updated: march }).statement?.timestamp, march);
  assert.equal(read({}, { timestamp: january }).document.issued, january);
  assert.equal(read({}, { timestamp: january, last_updated: march }).document.issued, march);
});

for (const [vulnerability, name, aliases] of [
  ['CVE-2026-0001', 'CVE-2026-0001', []],
  [{ name: 'CVE-2026-0001', aliases: ['GHSA-pad1'] }, 'CVE-2026-0001', ['GHSA-pad1']],
  [{ '@id': 'https://vulns.example/CVE-2026-0001' }, 'CVE-2026-0001', []],
] as const)
  test(`${JSON.stringify(vulnerability)} is ${name}`, () => {
    const { statement } = read({ vulnerability });
    assert.deepEqual([statement?.vulnerability, statement?.aliases], [name, aliases]);
  });

test('parts beside the products are parts of each, as parts of a product are of it alone', () => {
  const products = ['pkg:oci/a', { '@id': 'pkg:oci/b', subcomponents: [{ '@id': 'pkg:npm/pan' }] }];
  const { statement } = read({ products, subcomponents: ['pkg:npm/pot'] });
  assert.deepEqual(
    statement?.products.map(({ part, subcomponents }) => [part.id, subcomponents.map(({ id }) => id)]),
    [
      ['pkg:oci/a', ['pkg:npm/pot']],
      ['pkg:oci/b', ['pkg:npm/pan', 'pkg:npm/pot']],
    ],
  );
});
