import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csaf } from './csaf.ts';

/** A document in which a group of products has as many remediations, and each product one of its own. */
function documentOf(products: number, remediations: number) {
  const ids = Array.from({ length: products }, (_, index) => `P${index}`);
  const ofGroup = Array.from({ length: remediations }, (_, index) => ({
    category: 'workaround',
    details: `Step ${index}`,
    group_ids: ['G'],
  }));
  return {
    document: { csaf_version: '2.0', publisher: { name: 'Supplier' }, tracking: { id: 'S-1' } },
    product_tree: {
      full_product_names: ids.map((id) => ({
        product_id: id,
        name: id,
        product_identification_helper: { purl: `pkg:npm/${id.toLowerCase()}@1.0.0` },
      })),
      product_groups: [{ group_id: 'G', product_ids: ids }],
    },
    vulnerabilities: [
      {
        cve: 'CVE-2026-0001',
        product_status: { known_affected: ids },
        remediations: [
          ...ofGroup,
          ...ids.map((id) => ({ category: 'workaround', details: `Of ${id}`, product_ids: [id] })),
        ],
      },
    ],
  };
}

const read = (value: unknown) => csaf.readVex({ file: 'a.json', value, lineOf: () => 1 }).document?.statements ?? [];

test('what is said of a group and of a product of it is said of the product', () => {
  assert.deepEqual(
    read(documentOf(2, 2)).map(({ action }) => action?.text),
    ['Step 0\nStep 1\nOf P0', 'Step 0\nStep 1\nOf P1'],
  );
});

test('of a product about which a document says without end the beginning is read, and that there is more', () => {
  const [only] = read(documentOf(1, 5000));
  const lines = only?.action?.text.split('\n') ?? [];
  assert.deepEqual([lines.length, lines[0], lines.at(-1)], [101, 'Step 0', '…; the document says more']);
});

const listed: readonly (readonly [purls: readonly string[], purl: string | undefined])[] = [
  [['pkg:maven/a/b@1?type=jar'], 'pkg:maven/a/b@1?type=jar'],
  [['pkg:maven/a/b@1', 'pkg:maven/a/b@1?classifier=sources'], 'pkg:maven/a/b@1'],
  [['pkg:maven/a/b@1', 'pkg:maven/a/c@1'], undefined],
  [[], undefined],
];

for (const [purls, purl] of listed)
  test(`the package URLs ${purls.join(', ') || 'of an empty list'} of CSAF 2.1 are ${purl ?? 'those of no package'}`, () => {
    const product = { product_id: 'P', name: 'B', product_identification_helper: { purls } };
    const [only] = read({
      document: { csaf_version: '2.1', publisher: { name: 'Supplier' }, tracking: { id: 'S-1' } },
      product_tree: { full_product_names: [product] },
      vulnerabilities: [{ cve: 'CVE-2026-0001', product_status: { fixed: ['P'] } }],
    });
    assert.equal(only?.products[0]?.part.purl, purl);
  });

for (const [list, status] of [
  ['known_not_affected', 'not_affected'],
  ['fixed', 'fixed'],
  ['first_fixed', 'fixed'],
  ['known_affected', 'affected'],
  ['first_affected', 'affected'],
  ['last_affected', 'affected'],
  ['under_investigation', 'under_investigation'],
  ['recommended', undefined],
  ['unknown', undefined],
] as const)
  test(`the list ${list} states ${status ?? 'nothing'} of its products`, () => {
    const [vulnerability] = documentOf(1, 0).vulnerabilities;
    const told = read({
      ...documentOf(1, 0),
      vulnerabilities: [{ ...vulnerability, product_status: { [list]: ['P0'] } }],
    });
    assert.deepEqual(
      told.map((one) => one.status),
      status === undefined ? [] : [status],
    );
  });
