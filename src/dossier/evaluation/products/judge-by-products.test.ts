import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../../test/sample-component.ts';
import type { Advisory } from '../../../model/anomalies/advisory.ts';
import type {
  CpeCriterion,
  CveClaim,
  CveRecord,
  ProductStatement,
  VersionStatement,
} from '../../../model/anomalies/cve.ts';
import { cve } from '../../../../test/sample-cve.ts';
import { evaluateComponent } from '../evaluate-component.ts';
import { advise } from '../matching/advise.ts';

const mapping = { vendor: 'acme', product: 'viewer', by: 'mia', on: '2026-11-01', reason: 'its site says so' };

function record(claims: readonly CveClaim[], more: Partial<CveRecord> = {}): CveRecord {
  return cve('CVE-2026-0001', { claims, ...more });
}

function criterion(more: Partial<CpeCriterion> = {}): CpeCriterion {
  const name = { vendor: 'acme', product: 'viewer', targetSoftware: '*' };
  return { ...name, vulnerable: true, version: '*', update: '*', ...more };
}

const platform = criterion({ vendor: 'microsoft', product: 'windows', vulnerable: false, version: '-' });

type Nodes = readonly {
  readonly operator?: 'and' | 'or';
  readonly negate?: boolean;
  readonly of: readonly CpeCriterion[];
}[];

function configuration(operator: 'and' | 'or', nodes: Nodes, negate = false): CveClaim {
  return {
    kind: 'configuration',
    by: 'NVD',
    operator,
    negate,
    nodes: nodes.map((node) => ({ operator: node.operator ?? 'or', negate: node.negate ?? false, criteria: node.of })),
  };
}

function statement(versions: readonly VersionStatement[], more: Partial<ProductStatement> = {}): CveClaim {
  const products = [{ vendor: 'acme', product: 'viewer', targetSoftware: '*' }];
  return { kind: 'versions', by: 'acme', products, versions, platforms: [], functions: [], ...more };
}

function judge(
  version: string,
  records: readonly CveRecord[],
  advisories: readonly Advisory[] = [],
  purl = 'pkg:generic/viewer',
) {
  const found = { records: Map.groupBy(records, ({ id }) => id), byProduct: new Map([['acme/viewer', records]]) };
  const [finding] = evaluateComponent(advise(component(`${purl}@${version}`)), advisories, {
    mappings: new Map([[purl, [mapping]]]),
    found,
  });
  return finding;
}

const affected = (more: Partial<VersionStatement>): VersionStatement => ({ version: '0', status: 'affected', ...more });

const claims: readonly (readonly [string, string, CveClaim, string])[] = [
  ['a bound that is included', '2.0', configuration('or', [{ of: [criterion({ through: '2.0' })] }]), 'affected'],
  ['a beginning that is excluded', '1.0', configuration('or', [{ of: [criterion({ after: '1.0' })] }]), 'not-affected'],
  [
    'a pre-release that is listed',
    '2.0-beta9',
    configuration('or', [{ of: [criterion({ version: '2.0', update: 'beta9' })] }]),
    'affected',
  ],
  [
    'another pre-release than the listed',
    '2.0-rc1',
    configuration('or', [{ of: [criterion({ version: '2.0', update: 'beta9' })] }]),
    'not-affected',
  ],
  [
    'a pre-release of a version with any update',
    '2.0-rc1',
    configuration('or', [{ of: [criterion({ version: '2.0' })] }]),
    'affected',
  ],
  [
    'a release that alone is listed',
    '2.0-rc1',
    configuration('or', [{ of: [criterion({ version: '2.0', update: '-' })] }]),
    'not-affected',
  ],
  ['a name without versions', '2.0', configuration('or', [{ of: [criterion({ version: '-' })] }]), 'not-affected'],
  [
    'a bound that is no version',
    '2.0',
    configuration('or', [{ of: [criterion({ until: 'latest' })] }]),
    'undetermined',
  ],
  [
    'a platform that has to be there',
    '1',
    configuration('and', [{ of: [criterion()] }, { of: [platform] }]),
    'undetermined',
  ],
  [
    'a platform, but a version that is not in the range',
    '3',
    configuration('and', [{ of: [criterion({ until: '2' })] }, { of: [platform] }]),
    'not-affected',
  ],
  [
    'a platform in the same node, joined by and',
    '1',
    configuration('or', [{ operator: 'and', of: [criterion(), platform] }]),
    'undetermined',
  ],
  [
    'a platform in the same node, joined by or',
    '1',
    configuration('or', [{ of: [criterion(), platform] }]),
    'affected',
  ],
  [
    'a node that is negated',
    '1',
    configuration('or', [{ negate: true, of: [criterion({ until: '2' })] }]),
    'not-affected',
  ],
  [
    'a configuration that is negated',
    '3',
    configuration('or', [{ of: [criterion({ until: '2' })] }], true),
    'affected',
  ],
  [
    'a configuration that is negated, of which nobody can tell whether it holds',
    '1',
    configuration('or', [{ of: [criterion({ until: 'latest' })] }], true),
    'undetermined',
  ],
  [
    'a run of releases without an update',
    '1',
    configuration('or', [{ of: [criterion({ update: '-', until: '2' })] }]),
    'affected',
  ],
  [
    'target software that only a person can tell',
    '1',
    configuration('or', [{ of: [criterion({ targetSoftware: 'windows' })] }]),
    'undetermined',
  ],
  ['a run that ends before a version', '2', statement([affected({ lessThan: '2' })]), 'not-affected'],
  [
    'a default for all others',
    '2',
    statement([affected({ version: '1' })], { defaultStatus: 'unaffected' }),
    'not-affected',
  ],
  [
    'an affected default with an unaffected run',
    '1.5',
    statement([{ version: '1', lessThan: '2', status: 'unaffected' }], { defaultStatus: 'affected' }),
    'not-affected',
  ],
  [
    'a version outside of an unaffected run',
    '2.5',
    statement([{ version: '1', lessThan: '2', status: 'unaffected' }], { defaultStatus: 'affected' }),
    'affected',
  ],
  [
    'the first entry that a version falls under',
    '1',
    statement([{ version: '1', status: 'unaffected' }, affected({ lessThan: '2' })]),
    'not-affected',
  ],
  [
    'a change within a run',
    '1.5',
    statement([affected({ lessThan: '2', changes: [{ at: '1.4', status: 'unaffected' }] })]),
    'not-affected',
  ],
  [
    'a version before a change',
    '1.3',
    statement([affected({ lessThan: '2', changes: [{ at: '1.4', status: 'unaffected' }] })]),
    'affected',
  ],
  ['a run without an end', '9', statement([affected({ version: '3', lessThan: '*' })]), 'affected'],
  ['every version', '9', statement([affected({ version: '*' })]), 'affected'],
  ['no version', '9', statement([affected({ version: 'n/a' })]), 'undetermined'],
  [
    'an unspecified version',
    '9',
    statement([affected({ version: 'unspecified' })], { defaultStatus: 'unaffected' }),
    'undetermined',
  ],
  ['a range in one text', '4.4', statement([affected({ version: '>= 4.0, < 4.5' })]), 'affected'],
  ['words in place of a range', '4.4', statement([affected({ version: 'before 4.5' })]), 'undetermined'],
  ['commits', '4.4', statement([affected({ version: 'abc', lessThan: 'def', type: 'git' })]), 'undetermined'],
  [
    'versions that are listed alone, without a default',
    '4.4',
    statement([affected({ version: '4.3' })]),
    'undetermined',
  ],
  ['a system that is named', '1', statement([affected({ lessThan: '2' })], { platforms: ['Windows'] }), 'undetermined'],
  ['an unknown status', '1', statement([{ version: '1', status: 'unknown' }]), 'undetermined'],
  [
    'an unknown status before a run that takes it in',
    '1',
    statement([{ version: '1', status: 'unknown' }, affected({ lessThan: '2' })]),
    'undetermined',
  ],
  [
    'a version that is unaffected, and no word of the others',
    '1',
    statement([{ version: '2', status: 'unaffected' }]),
    'undetermined',
  ],
];

for (const [what, version, claim, result] of claims) {
  test(`${what}: ${version} is ${result}`, () => {
    const finding = judge(version, [record([claim])]);
    assert.equal(finding?.result, result, finding?.why);
  });
}

const javaUpdates: readonly (readonly [string, Partial<CpeCriterion>, string])[] = [
  ['1.8.0_202', { version: '1.8.0', update: 'update202' }, 'affected'],
  ['8u202', { version: '8', update: 'update_202' }, 'affected'],
  ['1.8.0_212', { version: '1.8.0', update: 'update202' }, 'not-affected'],
  ['1.8.0_212', { version: '1.8.0' }, 'affected'],
  ['1.8.0_362', { from: '8', until: '8.0.372' }, 'affected'],
];

for (const [version, more, result] of javaUpdates) {
  test(`a Java runtime ${version} is ${result} by ${JSON.stringify(more)}`, () => {
    const claim = configuration('or', [{ of: [criterion({ vendor: 'oracle', product: 'jdk', ...more })] }]);
    const found = { records: new Map(), byProduct: new Map([['oracle/jdk', [record([claim])]]]) };
    const mappings = new Map([['pkg:generic/openjdk', [{ ...mapping, vendor: 'oracle', product: 'jdk' }]]]);
    const [finding] = evaluateComponent(advise(component(`pkg:generic/openjdk@${version}`)), [], { mappings, found });
    assert.equal(finding?.result, result, finding?.why);
  });
}

for (const [purl, confidence] of [
  ['pkg:npm/viewer', 'mapped-product'],
  ['pkg:generic/viewer', 'mapped-product-generic-order'],
] as const)
  test(`of ${purl} the order of versions is ${confidence === 'mapped-product' ? 'known' : 'guessed'}, which is told`, () => {
    const claim = configuration('or', [{ of: [criterion({ until: '2' })] }]);
    assert.equal(judge('1', [record([claim])], [], purl)?.confidence, confidence);
  });

test('a claim that says something counts for more than one that says nothing', () => {
  const silent = record([statement([affected({ version: '4.3' })])], { feed: 'cve-list' });
  const telling = record([configuration('or', [{ of: [criterion({ until: '4' })] }])]);
  const finding = judge('4.4', [silent, telling]);
  assert.deepEqual([finding?.result, finding?.records.map(({ id }) => id)], ['not-affected', ['nvd/CVE-2026-0001']]);
});

test('what cannot be read is put to a person, whatever else its record says', () => {
  const products = [{ vendor: 'acme', product: 'viewer', targetSoftware: '*' }];
  const unread: CveClaim = { kind: 'unread', by: 'acme', products, flaw: '"versions.0.status": no status' };
  const unaffected = statement([], { defaultStatus: 'unaffected' });
  const finding = judge('4.4', [record([unaffected, unread], { feed: 'cve-list' })]);
  assert.equal(finding?.result, 'undetermined');
  assert.match(finding?.why ?? '', /cannot be read \("versions\.0\.status": no status\)/);
  assert.equal(judge('4.4', [record([unread, statement([affected({ version: '4.4' })])])])?.result, 'affected');
});

test('a rejected record affects nothing, whatever another database still says', () => {
  const claim = configuration('or', [{ of: [criterion()] }]);
  const finding = judge('1', [record([claim]), record([], { feed: 'cve-list', rejected: '2026-02-03T00:00:00Z' })]);
  assert.equal(finding?.result, 'not-affected');
  assert.match(finding?.why ?? '', /was rejected on 2026-02-03/);
});

test('a distribution may have mended what its version does not tell', () => {
  const claim = configuration('or', [{ of: [criterion({ until: '2' })] }]);
  const purl = 'pkg:deb/debian/viewer';
  assert.equal(judge('1:1.9-3%2Bdeb12u1', [record([claim])], [], purl)?.result, 'undetermined');
  assert.equal(judge('1:2.0-3', [record([claim])], [], purl)?.result, 'not-affected');
});

const advisory: Advisory = {
  id: 'GHSA-aaaa-bbbb-cccc',
  feed: 'osv',
  modified: '2026-01-01T00:00:00Z',
  withdrawn: undefined,
  kind: 'vulnerability',
  summary: undefined,
  aliases: ['CVE-2026-0001'],
  upstream: [],
  related: [],
  severities: [],
  affected: [
    {
      ecosystem: 'npm',
      name: 'viewer',
      ranges: [{ kind: 'semver', events: [{ introduced: '0' }, { fixed: '2.0.0' }] }],
      versions: [],
      functions: [],
    },
  ],
  hash: 'cd',
};

const both: readonly (readonly [string, string, string, string, string])[] = [
  ['both sources are affected', '1.0.0', '2.0.0', 'affected', 'package'],
  ['only the package is affected', '1.5.0', '1.2.0', 'affected', 'package'],
  ['only the product is affected', '2.1.0', '3.0.0', 'undetermined', 'package'],
  ['neither is affected', '4.0.0', '3.0.0', 'not-affected', 'package'],
];

for (const [what, version, until, result, confidence] of both) {
  test(`one finding tells both sources when ${what}`, () => {
    const claim = configuration('or', [{ of: [criterion({ until })] }]);
    const finding = judge(version, [record([claim])], [advisory], 'pkg:npm/viewer');
    assert.deepEqual([finding?.result, finding?.confidence, finding?.id], [result, confidence, 'CVE-2026-0001']);
    assert.deepEqual(
      finding?.records.map(({ id }) => id),
      ['nvd/CVE-2026-0001', 'GHSA-aaaa-bbbb-cccc'],
    );
    assert.match(finding?.why ?? '', /GHSA-aaaa-bbbb-cccc: .*nvd\/CVE-2026-0001/);
  });
}

test('without a confirmed product no record is matched, whatever the name', () => {
  const found = {
    records: new Map(),
    byProduct: new Map([['acme/viewer', [record([configuration('or', [{ of: [criterion()] }])])]]]),
  };
  assert.deepEqual(
    evaluateComponent(advise(component('pkg:generic/viewer@1')), [], { mappings: new Map(), found }),
    [],
  );
});
