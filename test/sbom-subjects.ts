import * as fc from 'fast-check';
import { formatPurl } from '../src/base/packages/purl.ts';
import type { Component, Hash } from '../src/model/component.ts';
import type { SbomSubject } from '../src/model/plugs/export.ts';

/** A component of which next to nothing is known, and what a test wants it to be. */
export function component(known: Partial<Component>): Component {
  const { type = 'npm', name = 'x', version = '1.0.0' } = known;
  return {
    purl: formatPurl({ type, name, version }),
    type,
    name,
    version,
    pinning: { kind: 'exact' },
    scope: 'unknown',
    scopeEvidence: [],
    relation: 'unknown',
    firstParty: false,
    foundAt: [{ file: 'package-lock.json', line: 1 }],
    hashes: [],
    licences: [],
    supplier: undefined,
    homepage: undefined,
    repository: undefined,
    download: undefined,
    description: undefined,
    source: undefined,
    dependsOn: undefined,
    ...known,
  };
}

/** What an SBOM is made of: these components, and what a test wants the rest to be. */
export function subject(components: readonly Component[], known: Partial<SbomSubject> = {}): SbomSubject {
  return {
    product: { name: 'Pump', version: undefined, manufacturer: undefined, website: undefined, email: undefined },
    tool: { name: 'tureen', version: '0.0.0' },
    made: '2026-01-31T12:00:00Z',
    inventory: { components, files: [], diagnostics: [] },
    ...known,
  };
}

const line = fc.record({
  file: fc.constantFrom('package-lock.json', 'service/uv.lock', 'a folder/süß.lock'),
  line: fc.integer({ min: 1, max: 99999 }),
});
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constant('\ud800'));
const address = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'git@host.example:a/b.git',
    'git+ssh://git@host.example/a.git#0123456789012345678901234567890123456789',
  ),
  fc.constantFrom(
    'file:../core',
    'https://[::1]/x',
    'https://host:x/',
    'https://süß.example/ä?ö#ü',
    'https://h.example/%zz',
  ),
  anyText,
);
const hash: fc.Arbitrary<Hash> = fc.record({
  algorithm: fc.constantFrom('md5', 'sha1', 'sha256', 'sha512'),
  value: fc.oneof(
    ...[32, 40, 64, 128, 7].map((digits) =>
      fc.array(fc.constantFrom('0', '7', 'a', 'f'), { minLength: digits, maxLength: digits }).map((x) => x.join('')),
    ),
  ),
  of: fc.oneof(fc.constantFrom('archive', 'x-1.tar.gz', 'x-1+cpu-py3.whl'), anyText),
});
const licence = fc.oneof(
  fc.constantFrom('MIT', 'mit', '(MIT OR Apache-2.0)', 'GPL-2+', 'NOASSERTION', 'LicenseRef-a AND MIT', 'UNLICENSED'),
  fc.constantFrom('DocumentRef-a:LicenseRef-b', 'SEE LICENSE IN x', '', 'MIT/X11'),
  anyText,
);
const cpe = fc.oneof(
  fc.constantFrom(
    'cpe:2.3:a:acme:pump\\:core:1.0:*:*:en-us:*:*:*:*',
    'cpe:2.3:*:*:busybox:1.36.1:*:*:*:*:*:*:*',
    'cpe:/a:acme:pump:1.0',
    'cpe:2.3:a:acme:pump:1.0 beta:*:*:*:*:*:*:*',
  ),
  anyText,
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const row = fc.record({
  type: fc.constantFrom('npm', 'pypi', 'deb', 'maven', 'golang', 'generic'),
  name: fc.oneof(
    fc.constantFrom('a', 'b', '@scope/a', 'Foo_Bar', 'foo-bar', 'org.x:y'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 9 }),
  ),
  version: maybe(fc.oneof(fc.constantFrom('1', '1.0', '2~rc1+b1'), anyText, fc.constant('9'.repeat(1025)))),
  pinning: fc.oneof<fc.Arbitrary<Component['pinning']>[]>(
    fc.constant({ kind: 'exact' }),
    anyText.map((asked) => ({ kind: 'range', asked })),
  ),
  scope: fc.constantFrom('runtime', 'optional', 'development', 'unknown'),
  scopeEvidence: fc.array(fc.record({ scope: fc.constant('runtime'), reason: anyText, at: line }), { maxLength: 2 }),
  relation: fc.constantFrom('direct', 'transitive', 'unknown'),
  firstParty: fc.boolean(),
  foundAt: fc.array(line, { minLength: 1, maxLength: 2 }),
  hashes: fc.array(hash, { maxLength: 4 }),
  licences: fc.array(fc.record({ expression: licence, at: line }), { maxLength: 3 }),
  supplier: maybe(fc.oneof(fc.constant('A team <a@team.example>'), anyText)),
  homepage: maybe(address),
  repository: maybe(address),
  download: maybe(address),
  description: maybe(anyText),
  source: maybe(fc.record({ name: anyText, version: anyText })),
  cpes: fc.uniqueArray(cpe, { maxLength: 3 }),
});

/** Components of every kind that a reader could bring, and worse, with any edges between them and into the void. */
const anyComponents: fc.Arbitrary<readonly Component[]> = fc
  .array(fc.tuple(row, maybe(fc.array(fc.nat(), { maxLength: 5 }))), { maxLength: 12 })
  .map((rows) => {
    const purls = rows.map(([{ type, name, version }]) =>
      formatPurl({ type, name: name.toWellFormed(), version: version?.toWellFormed() }),
    );
    const targets = [...purls, 'pkg:npm/nowhere@1'];
    return rows.map(([known, edges], index) => ({
      ...known,
      purl: purls[index] ?? '',
      dependsOn: edges?.map((edge) => targets[edge % targets.length] ?? ''),
    }));
  });

/** Any such components as the inventory of a product of which much or little is known. */
export const anySubject: fc.Arbitrary<SbomSubject> = fc
  .record({
    components: anyComponents,
    product: fc.record({
      name: fc.string({ unit: 'binary', minLength: 1 }),
      version: maybe(fc.string({ minLength: 1 })),
      manufacturer: maybe(fc.string({ unit: 'binary', minLength: 1 })),
      website: maybe(fc.webUrl()),
      email: maybe(fc.constant('sbom@maker.example')),
    }),
    understood: fc.boolean(),
  })
  .map(({ components, product, understood }) =>
    subject(components, {
      product,
      inventory: {
        components,
        files: [
          {
            path: 'package-lock.json',
            reader: 'package-lock',
            status: understood ? 'read' : 'not-understood',
            reason: understood ? undefined : 'the file ends too early',
            graph: 'complete',
          },
        ],
        diagnostics: [],
      },
    }),
  );
