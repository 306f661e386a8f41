import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vexProblems } from '../../../test/schemas/vex-problems.ts';
import { mergeStatements } from '../../base/vex/merge-statements.ts';
import { vexPart } from '../../base/vex/vex-part.ts';
import { vexExports } from '../../exports/vex/index.ts';
import type { VexExport } from '../../model/plugs/vex-export.ts';
import type { VexDocument, VexStatement } from '../../model/vex/vex-document.ts';
import { justifications, responses, statuses } from '../../model/vex/vex.ts';
import { vexReaders } from '../../readers/vex/index.ts';

const issuer = {
  website: 'https://maker.example',
  email: 'sbom@maker.example',
  tool: { name: 'tureen', version: '1' },
};
const product = vexPart({ id: 'pkg:generic/Scope@2.4.1' });
const components = [
  'pkg:npm/%40a/b@1.0.0-rc.1%2Bbuild',
  'pkg:deb/debian/curl@1:7.88.1-10%2Bdeb12u5?arch=amd64&distro=debian-12',
  'pkg:pypi/torch@2.5.1',
  'pkg:golang/github.com/x/y@v1.2.3',
].map((purl) => vexPart({ id: purl, purl }));
const names = [
  { vulnerability: 'CVE-2025-30208', aliases: ['GHSA-x574-m823-4x7w', 'PYSEC-2025-1'] },
  { vulnerability: 'OSV-2022-715', aliases: [] },
  { vulnerability: 'GHSA-aaaa-bbbb-cccc', aliases: ['RUSTSEC-2020-0001'] },
];

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() !== ''),
  fc.constantFrom('[update] x', '[] x', '[due 2026-01-01] x', 'notes', 'two\nlines', 'Statement on CSAFPID-0001'),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const action = fc.record({
  responses: fc.subarray([...responses]),
  text,
  due: optional(fc.constantFrom('2026-12-11', '2027-01-29')),
});
const saying = fc
  .record({
    status: fc.constantFrom(...statuses),
    justification: optional(fc.constantFrom(...justifications)),
    impact: optional(text),
    action: optional(action),
    notes: optional(text),
    timestamp: optional(fc.constantFrom('2026-11-24T00:00:00Z', '2026-07-14T00:00:00Z', '2026-07-14T12:30:15Z')),
  })
  .map((one) => ({
    ...one,
    justification: one.status === 'not_affected' ? (one.justification ?? 'component_not_present') : one.justification,
    action: one.status === 'affected' ? (one.action ?? { responses: [], text: 'Not decided' }) : one.action,
  }));

/** Each part has one status in each vulnerability, as each finding has one verdict. */
const documents = fc
  .array(fc.record({ name: fc.constantFrom(...names), part: fc.integer({ min: -1, max: 3 }), saying }), {
    minLength: 1,
  })
  .map((all): VexDocument => {
    const once = new Map(all.map((one) => [`${one.name.vulnerability} ${one.part}`, one]));
    const statements = [...once.values()].map(({ name, part, saying: said }): VexStatement => {
      const component = components[part];
      return {
        ...name,
        ...said,
        products: [{ part: product, subcomponents: component === undefined ? [] : [component] }],
      };
    });
    const head = { id: 'urn:uuid:5e249fc7-911e-8fe4-b7bc-dd1f0ad0b476', author: 'Maker', version: '1' };
    return { ...head, issued: '2026-11-29T00:00:00Z', product, statements: mergeStatements(statements) };
  });

function readBack(plug: VexExport, written: string): VexDocument {
  const value: unknown = JSON.parse(written);
  const reader = vexReaders.find((one) => one.fits(value));
  assert.equal(reader?.name, plug.name);
  const { document, diagnostics } = reader.readVex({ file: 'vex.json', value, lineOf: () => 1 });
  assert.deepEqual(diagnostics, []);
  assert.ok(document !== undefined);
  return document;
}

for (const plug of vexExports) {
  test(`${plug.title}: export, import and export again loses nothing`, () => {
    fc.assert(
      fc.property(documents, (document) => {
        const written = plug.writeVex(document, issuer);
        const read = readBack(plug, written);
        assert.deepEqual(plain(read), plain(document));
        assert.equal(plug.writeVex(read, issuer), written);
      }),
      { numRuns: 200 },
    );
  });

  test(`${plug.title}: what is written is valid by the official schema and tests`, async () => {
    await fc.assert(
      fc.asyncProperty(documents, async (document) => {
        const written: unknown = JSON.parse(plug.writeVex(document, issuer));
        assert.deepEqual(await vexProblems(plug.name, written), []);
      }),
      { numRuns: 15 },
    );
  });
}

for (const first of vexExports)
  for (const second of vexExports.filter((one) => one !== first))
    test(`from ${first.title} into ${second.title} and back nothing is lost`, () => {
      fc.assert(
        fc.property(documents, (document) => {
          const there = readBack(second, second.writeVex(readBack(first, first.writeVex(document, issuer)), issuer));
          const back = readBack(first, first.writeVex(there, issuer));
          assert.deepEqual([plain(there), plain(back)], [plain(document), plain(document)]);
        }),
        { numRuns: 40 },
      );
    });

/** Keys that hold nothing are as good as absent. */
function plain(document: VexDocument): unknown {
  return JSON.parse(JSON.stringify(document));
}
