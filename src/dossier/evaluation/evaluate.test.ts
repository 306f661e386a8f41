import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { component } from '../../../test/sample-component.ts';
import type { Component } from '../../model/component.ts';
import { sealedInPieces } from '../../base/anomalies/hash-evaluation.ts';
import { evaluationSchema, type Evaluation } from '../../model/anomalies/evaluation.ts';
import { evaluate } from './evaluate.ts';
import type { Candidates } from './matching/records-for.ts';
import { hashInventory } from '../inventory/hash-inventory.ts';

const source = (ecosystem: string, records = 1) => ({
  feed: 'osv',
  from: 'advisories',
  ecosystem,
  records,
  newest: '2026-01-02T03:04:05Z',
});

const content: Evaluation['data'] = {
  hash: 'sha256:0123',
  fetched: '2026-01-03T00:00:00Z',
  newest: '2026-01-02T03:04:05Z',
  sources: [source('npm'), source('Debian:12'), source('PyPI', 0)],
};

const everyVersion = [range('semver', { introduced: '0' })];

const held = new Map([
  [
    'npm/axios',
    [
      advisory('GHSA-2', { affected: [affects('npm', 'axios', { ranges: everyVersion })] }),
      advisory('GHSA-1', { affected: [affects('npm', 'axios', { ranges: everyVersion })] }),
    ],
  ],
  ['npm/ms', [advisory('GHSA-3', { affected: [affects('npm', 'ms', { ranges: everyVersion })] })]],
]);

const candidates: Candidates = ({ ecosystem, name }) => held.get(`${ecosystem}/${name}`) ?? [];

const evaluateAll = (components: readonly Component[]) =>
  evaluate(components, candidates, content, '2026-01-04').evaluation;

test('an evaluation is bound to its day, its data and its inventory, and passes its schema', () => {
  const components = [component('pkg:npm/axios@1.6.0')];
  const { findings, uncovered, ...rest } = evaluateAll(components);
  assert.deepEqual(rest, {
    evaluated: '2026-01-04',
    data: content,
    inventory: hashInventory(components),
    components: 1,
  });
  assert.deepEqual(uncovered, []);
  assert.equal(
    evaluationSchema.safeParse(JSON.parse([...sealedInPieces({ ...rest, findings, uncovered })].join(''))).success,
    true,
  );
});

test('only the facts of the store are taken over, whatever else comes with them', () => {
  const filled = { ...content, kind: 'filled' };
  assert.deepEqual(evaluate([], candidates, filled, '2026-01-04').evaluation.data, content);
});

test('findings are sorted by component and id', () => {
  const { findings } = evaluateAll([component('pkg:npm/ms@2.0.0'), component('pkg:npm/axios@1.6.0')]);
  assert.deepEqual(
    findings.map(({ component, id }) => `${component} ${id}`),
    ['pkg:npm/axios@1.6.0 GHSA-1', 'pkg:npm/axios@1.6.0 GHSA-2', 'pkg:npm/ms@2.0.0 GHSA-3'],
  );
});

for (const [withdrawn, result] of [
  ['2026-01-04T05:06:07Z', 'not-affected'],
  ['2026-01-05T00:00:00Z', 'affected'],
] as const) {
  test(`on 2026-01-04 a record that is withdrawn at ${withdrawn} says ${result}`, () => {
    const affected = [affects('npm', 'axios', { ranges: everyVersion })];
    const ask: Candidates = () => [advisory('GHSA-1', { affected, withdrawn })];
    const { findings } = evaluate([component('pkg:npm/axios@1.6.0')], ask, content, '2026-01-04').evaluation;
    assert.deepEqual(
      findings.map((finding) => finding.result),
      [result],
    );
  });
}

test('a record that is withdrawn stays withdrawn beside one of which that is announced', () => {
  const affected = [affects('npm', 'axios', { ranges: everyVersion })];
  const ask: Candidates = () => [
    advisory('GHSA-1', { affected, withdrawn: '2026-01-03T00:00:00Z' }),
    advisory('GHSA-2', { affected, withdrawn: '2026-01-05T00:00:00Z' }),
  ];
  const { findings } = evaluate([component('pkg:npm/axios@1.6.0')], ask, content, '2026-01-04').evaluation;
  assert.deepEqual(
    findings.map(({ result }) => result),
    ['not-affected', 'affected'],
  );
});

/** One record for each name in an ecosystem, which mends it in version 2. */
const ofEach: Candidates = ({ ecosystem, name }) => [
  advisory(`${ecosystem}-${name}`, {
    affected: [affects(ecosystem, name, { ranges: [range('ecosystem', { introduced: '0' }, { fixed: '2' })] })],
  }),
];

const wolfi = (name: string, source: string, version: string) =>
  component(`pkg:apk/wolfi/${name}@${version}`, { source: { name: source, version } });

for (const [says, components, expected] of [
  [
    'its own version',
    [component('pkg:npm/ms@1.0.0'), component('pkg:npm/ms@3.0.0')],
    ['pkg:npm/ms@1.0.0 npm-ms affected', 'pkg:npm/ms@3.0.0 npm-ms not-affected'],
  ],
  [
    'the records of its own ecosystem',
    [component('pkg:npm/ms@1.0.0'), component('pkg:pypi/ms@1.0')],
    ['pkg:npm/ms@1.0.0 npm-ms affected', 'pkg:pypi/ms@1.0 PyPI-ms affected'],
  ],
  [
    'the records of all its names',
    [wolfi('pot', 'soup', '1-r0'), wolfi('pan', 'soup', '3-r0')],
    [
      'pkg:apk/wolfi/pan@3-r0 Wolfi-pan not-affected',
      'pkg:apk/wolfi/pan@3-r0 Wolfi-soup not-affected',
      'pkg:apk/wolfi/pot@1-r0 Wolfi-pot affected',
      'pkg:apk/wolfi/pot@1-r0 Wolfi-soup affected',
    ],
  ],
] as const) {
  test(`of several components each is judged by ${says}`, () => {
    const { findings } = evaluate(components, ofEach, content, '2026-01-04').evaluation;
    assert.deepEqual(
      findings.map(({ component: purl, id, result }) => `${purl} ${id} ${result}`),
      expected,
    );
  });
}

test('a record that speaks of a component by two names is told once', () => {
  const affected = ['soup', 'pot'].map((name) => affects('Wolfi', name, { ranges: everyVersion }));
  const ask: Candidates = ({ name }) => [
    advisory('CGA-1', { affected: affected.filter((entry) => entry.name === name) }),
  ];
  const { findings } = evaluate([wolfi('pot', 'soup', '1-r0')], ask, content, '2026-01-04').evaluation;
  assert.deepEqual(
    findings.map(({ id, records }) => [id, records.map((one) => one.id)]),
    [['CGA-1', ['CGA-1']]],
  );
});

test('of a record that speaks of a component by two names, what it says of either counts', () => {
  const mended = affects('Wolfi', 'soup', { ranges: [range('ecosystem', { introduced: '0' }, { fixed: '0' })] });
  const affected = affects('Wolfi', 'pot', { ranges: [range('ecosystem', { introduced: '0' }, { fixed: '2-r0' })] });
  const ask: Candidates = ({ name }) => [
    advisory('CGA-1', { affected: [mended, affected].filter((entry) => entry.name === name) }),
  ];
  const { findings } = evaluate([wolfi('pot', 'soup', '1-r0')], ask, content, '2026-01-04').evaluation;
  assert.deepEqual(
    findings.map(({ id, result, fixed }) => [id, result, fixed]),
    [['CGA-1', 'affected', ['2-r0']]],
  );
});

test('the order of components does not matter', () => {
  const components = [component('pkg:npm/ms@2.0.0'), component('pkg:conda/zlib@1.3'), component('pkg:conda/bzip2@1.0')];
  assert.deepEqual(evaluateAll(components.toReversed()), evaluateAll(components));
});

test('the product itself is left out, tools are not', () => {
  const { components, findings, uncovered } = evaluateAll([
    component('pkg:npm/axios@1.6.0', { firstParty: true }),
    component('pkg:generic/our-firmware@1.0', { firstParty: true }),
    component('pkg:npm/ms@2.0.0', { scope: 'development' }),
  ]);
  assert.equal(components, 1);
  assert.deepEqual(
    findings.map(({ component }) => component),
    ['pkg:npm/ms@2.0.0'],
  );
  assert.deepEqual(uncovered, []);
});

const gaps: readonly (readonly [Component, string | undefined])[] = [
  [component('pkg:npm/axios@1.6.0'), undefined],
  [component('pkg:npm/nobody-knows@1.0.0'), undefined],
  [component('pkg:conda/zlib@1.3'), 'no source of advisories covers conda packages'],
  [component('pkg:generic/vendor-sdk@4.2'), 'no source of advisories covers generic packages'],
  [component('pkg:conan/zlib@1.3'), 'no source of advisories covers conan packages'],
  [component('pkg:deb/some-vendor/tool@1.0'), 'no source of advisories covers deb packages of some-vendor'],
  [component('pkg:deb/bash@5.2'), 'it is not known which distribution this deb package comes from'],
  [component('pkg:cargo/serde@1.0.0'), 'the store holds no records for crates.io'],
  [component('pkg:pypi/django@4.0'), 'the store holds no records for PyPI'],
  [component('pkg:npm/axios'), 'its version is not known'],
  [
    component('pkg:npm/axios', { pinning: { kind: 'range', asked: '^1.0.0' } }),
    'its version is not fixed: "^1.0.0" is asked for',
  ],
  [component('pkg:deb/debian/bash@5.2?distro=debian-12', { source: { name: 'bash', version: '5.2' } }), undefined],
  [component('pkg:deb/debian/libssl3@3.0?distro=debian-12&upstream=openssl'), undefined],
  [component('pkg:deb/debian/openssl@3.0?arch=source&distro=debian-12'), undefined],
  [
    component('pkg:deb/debian/libssl3@3.0?distro=debian-12'),
    'Debian publishes by source package, and no file names the one of libssl3',
  ],
];

for (const [given, reason] of gaps) {
  test(`${given.purl} is ${reason === undefined ? 'covered' : `uncovered: ${reason}`}`, () => {
    const expected = reason === undefined ? [] : [{ component: given.purl, reason }];
    assert.deepEqual(evaluateAll([given]).uncovered, expected);
  });
}

test('a component without version is uncovered, and yet its package is looked up', () => {
  const { findings } = evaluateAll([component('pkg:npm/axios')]);
  assert.deepEqual(
    findings.map(({ result }) => result),
    ['undetermined', 'undetermined'],
  );
});

test('a store is asked for each third-party package once', () => {
  const asked: string[] = [];
  const components = [
    component('pkg:npm/ms@2.0.0'),
    component('pkg:npm/%40babel/core@7.0.0'),
    component('pkg:npm/ms@2.1.0'),
    component('pkg:npm/ours@1.0.0', { firstParty: true }),
    component('pkg:conda/zlib@1.3'),
    component('pkg:deb/debian/libssl3@3.0?upstream=openssl'),
    component('pkg:deb/debian/openssl@3.0'),
    component('pkg:pypi/zope.interface@5.0'),
  ];
  const ask: Candidates = (key) => (asked.push(`${key.ecosystem}/${key.name}`), candidates(key));
  const { findings } = evaluate(components, ask, content, '2026-01-04').evaluation;
  assert.deepEqual(asked, ['npm/ms', 'npm/@babel/core', 'Debian/openssl', 'PyPI/zope-interface']);
  assert.deepEqual(
    findings.map(({ component: purl }) => purl),
    ['pkg:npm/ms@2.0.0', 'pkg:npm/ms@2.1.0'],
  );
});
