import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { entry } from '../../../test/sample-dossier.ts';
import { vexPart } from '../../base/vex/vex-part.ts';
import { deviceSchema } from '../../model/records/device.ts';
import type { EvaluationState } from '../../model/dossier.ts';
import type { Finding } from '../../model/anomalies/evaluation.ts';
import type { VexPart, VexStatement } from '../../model/vex/vex-document.ts';
import type { FiledVex } from '../../model/vex/vex-evidence.ts';
import { joinStatements } from './join-statements.ts';

const device = deviceSchema.parse({
  device: { name: 'Scope', version: '2.0', manufacturer: 'Maker' },
  vexProducts: [
    {
      vendor: 'Pad Inc',
      product: 'Left Pad',
      package: 'pkg:npm/left-pad',
      reason: 'Their page',
      by: 'ada',
      on: '2026-11-01',
    },
  ],
});
const purls = ['pkg:npm/left-pad@1.3.0', 'pkg:golang/example.org/x@v1.2.3', 'pkg:deb/debian/curl@7.88?arch=amd64'];
const entries = purls.map((purl) => entry(component(purl), { kind: 'first-party' }));
const findings = purls.map((purl): Finding => ({
  component: purl,
  id: 'CVE-2026-0001',
  aliases: ['GHSA-pad1'],
  result: 'affected',
  why: 'its range',
  records: [],
  kind: 'vulnerability',
  severities: [],
  fixed: [],
}));

const evaluation: EvaluationState = {
  kind: 'current',
  evaluation: {
    evaluated: '2026-11-14',
    data: { hash: 'sha256:5c1d', fetched: '2026-11-14T06:00:00Z', newest: '2026-11-13T00:00:00Z', sources: [] },
    inventory: 'sha256:6d95',
    components: 3,
    findings,
    uncovered: [],
  },
};

function stated(statements: readonly VexStatement[], author = 'Supplier', issued?: string): FiledVex {
  const signature = { state: 'unsigned' as const, how: 'none' };
  const head = { format: 'openvex' as const, document: 'x', from: 'x.json', sha256: 'aa'.repeat(32), signature };
  return {
    file: 'soup/vex/x.yaml',
    record: { ...head, author, ...(issued !== undefined && { issued }), imported: '2026-11-15' },
    document: { id: 'x', author, issued, version: '1', statements },
  };
}

function statement(
  part: Partial<VexPart> & { id: string },
  given: Partial<VexStatement> = {},
  inner?: string,
): VexStatement {
  const subcomponents = inner === undefined ? [] : [vexPart({ id: inner })];
  return {
    vulnerability: 'CVE-2026-0001',
    aliases: [],
    products: [{ part: vexPart(part), subcomponents }],
    status: 'not_affected',
    ...given,
  };
}

type Row = {
  readonly title: string;
  readonly statement: VexStatement;
  readonly meets: readonly string[];
  readonly doubt?: RegExp;
  readonly reason?: RegExp;
};

const rows: readonly Row[] = [
  { title: 'a package URL with the version', statement: statement({ id: 'pkg:npm/left-pad@1.3.0' }), meets: ['npm'] },
  { title: 'a package URL without version', statement: statement({ id: 'pkg:npm/left-pad' }), meets: ['npm'] },
  {
    title: 'another version',
    statement: statement({ id: 'pkg:npm/left-pad@1.2.0' }),
    meets: [],
    reason: /^it is about pkg:npm\/left-pad@1\.2\.0, and here is 1\.3\.0$/,
  },
  {
    title: 'a Go version without its v',
    statement: statement({ id: 'pkg:golang/example.org/x@1.2.3' }),
    meets: ['golang'],
  },
  {
    title: 'a range that holds the version',
    statement: statement({ id: 'pkg:npm/left-pad', version: 'vers:npm/>=1.0.0|<2.0.0' }),
    meets: ['npm'],
  },
  {
    title: 'a range that does not',
    statement: statement({ id: 'pkg:npm/left-pad', version: 'vers:npm/>=2.0.0' }),
    meets: [],
    reason: /and here is 1\.3\.0$/,
  },
  {
    title: 'a range in free words',
    statement: statement({ id: 'pkg:npm/left-pad', version: '<= 1.3' }),
    meets: ['npm'],
    doubt: /"<= 1\.3", which cannot be compared with 1\.3\.0/,
  },
  {
    title: 'a qualifier that is here',
    statement: statement({ id: 'pkg:deb/debian/curl?arch=amd64' }),
    meets: ['deb'],
  },
  {
    title: 'a qualifier that is another here',
    statement: statement({ id: 'pkg:deb/debian/curl?arch=arm64' }),
    meets: [],
    reason: /and here is 7\.88$/,
  },
  {
    title: 'a qualifier that nothing here tells',
    statement: statement({ id: 'pkg:deb/debian/curl?distro=debian-12' }),
    meets: ['deb'],
    doubt: /distro=debian-12, and nothing here tells the distro/,
  },
  {
    title: 'a part of the device',
    statement: statement({ id: 'pkg:generic/Scope@2.0' }, {}, 'pkg:npm/left-pad'),
    meets: ['npm'],
  },
  {
    title: 'the device itself',
    statement: statement({ id: 'pkg:generic/Scope@2.0' }),
    meets: ['npm', 'golang', 'deb'],
  },
  {
    title: 'another version of the device',
    statement: statement({ id: 'pkg:generic/Scope@1.0' }, {}, 'pkg:npm/left-pad'),
    meets: [],
    reason: /pkg:generic\/Scope@1\.0, and the device is 2\.0$/,
  },
  {
    title: 'a part of a component that is here',
    statement: statement({ id: 'pkg:golang/example.org/x' }, {}, 'pkg:npm/left-pad@1.3.0'),
    meets: ['npm'],
  },
  {
    title: 'a part of a product that is not here',
    statement: statement({ id: 'pkg:oci/debian' }, {}, 'pkg:npm/left-pad@1.3.0'),
    meets: [],
    reason: /^pkg:oci\/debian is not in the inventory$/,
  },
  {
    title: 'a name without a package URL',
    statement: statement({ id: 'P1', vendor: 'Acme', name: 'left-pad' }),
    meets: [],
    reason: /^"left-pad" of "Acme" has no package URL; a person has to name its package/,
  },
  {
    title: 'a product that a person confirmed, in its range',
    statement: statement({ id: 'P1', vendor: 'PAD Inc', name: 'left pad', version: 'vers:npm/<2.0.0' }),
    meets: ['npm'],
  },
  {
    title: 'a product that a person confirmed, in free words',
    statement: statement({ id: 'P1', vendor: 'Pad Inc', name: 'Left Pad', version: 'before May' }),
    meets: ['npm'],
    doubt: /"before May", which cannot be compared/,
  },
  {
    title: 'a confirmed product of another vendor',
    statement: statement({ id: 'P1', vendor: 'Pads', name: 'Left Pad' }),
    meets: [],
    reason: /^"Left Pad" of "Pads" has no package URL/,
  },
  {
    title: 'no product',
    statement: { ...statement({ id: 'x' }), products: [] },
    meets: [],
    reason: /^it names no product$/,
  },
  {
    title: 'another name of the vulnerability',
    statement: statement({ id: 'pkg:npm/left-pad' }, { vulnerability: 'ghsa-PAD1' }),
    meets: ['npm'],
  },
  {
    title: 'an alias of its own',
    statement: statement({ id: 'pkg:npm/left-pad' }, { vulnerability: 'X-1', aliases: ['CVE-2026-0001'] }),
    meets: ['npm'],
  },
  {
    title: 'another CVE that calls this one an alias',
    statement: statement({ id: 'pkg:npm/left-pad' }, { vulnerability: 'CVE-2026-0002', aliases: ['CVE-2026-0001'] }),
    meets: [],
    reason: /^no finding of pkg:npm\/left-pad is CVE-2026-0002$/,
  },
];

for (const { title, statement: one, meets, doubt, reason } of rows) {
  test(`${title} ${meets.length > 0 ? 'meets its finding' : 'meets nothing, and it is said why'}`, () => {
    const { about, unmet } = joinStatements({ documents: [stated([one])], evaluation, entries, device });
    assert.deepEqual(
      [...about.keys()].map((finding) => /:(\w+)\//.exec(finding.component)?.[1]),
      meets,
    );
    assert.equal(unmet.length, meets.length > 0 ? 0 : 1);
    assert.match(unmet[0]?.reason ?? '', reason ?? /^$/);
    assert.match([...about.values()][0]?.[0]?.doubt ?? '', doubt ?? /^$/);
  });
}

test('the last timestamp comes first, and of one author what was said before is marked', () => {
  const pad = statement({ id: 'pkg:npm/left-pad' });
  const documents = [
    stated([{ ...pad, timestamp: '2026-02-01T00:00:00Z' }]),
    stated([{ ...pad, status: 'affected' }], 'Supplier', '2026-03-01T00:00:00+01:00'),
    stated([{ ...pad, timestamp: '2026-01-01T00:00:00Z' }], 'Somebody else'),
  ];
  const [met] = joinStatements({ documents, evaluation, entries, device }).about.values();
  assert.deepEqual(
    met?.map((one) => [one.vex.record.author, one.statement.status, one.superseded]),
    [
      ['Supplier', 'affected', false],
      ['Supplier', 'not_affected', true],
      ['Somebody else', 'not_affected', false],
    ],
  );
});

for (const [state, kind, reason] of [
  [{ kind: 'missing' }, 'unevaluated', 'published anomalies have not been evaluated'],
  [{ kind: 'unread', file: 'soup/anomalies.lock.json' }, 'unread', 'the evaluation cannot be read'],
] as const)
  test(`while ${reason}, no statement is said to be about no finding, and all that may be about one have one reason`, () => {
    const own = { id: 'pkg:generic/Scope@2.0' };
    const others = ['pkg:npm/left-pad', 'pkg:golang/example.org/x'].map((id) => statement({ id }));
    const away = statement({ id: 'pkg:npm/right-pad' });
    const documents = [stated([statement(own), ...others, away])];
    const { about, unmet } = joinStatements({ documents, evaluation: state, entries, device });
    assert.equal(about.size, 0);
    assert.deepEqual(
      unmet.map((one) => `${one.kind}: ${one.reason}`),
      [...[1, 2, 3].map(() => `${kind}: ${reason}`), 'absent: pkg:npm/right-pad is not in the inventory'],
    );
  });

test('what an author says of a part within one product takes nothing back of what was said of it elsewhere', () => {
  const alone = { ...statement({ id: 'pkg:npm/left-pad' }, { status: 'affected' }), timestamp: '2026-01-01T00:00:00Z' };
  const inner = statement({ id: 'pkg:golang/example.org/x' }, {}, 'pkg:npm/left-pad');
  const documents = [stated([alone, { ...inner, timestamp: '2026-02-01T00:00:00Z' }])];
  const [met] = joinStatements({ documents, evaluation, entries, device }).about.values();
  assert.deepEqual(
    met?.map((one) => [one.within, one.statement.status, one.superseded]),
    [
      ['pkg:golang/example.org/x', 'not_affected', false],
      [undefined, 'affected', false],
    ],
  );
});

test('what may be about another version takes nothing back, and is taken back by what is surely about this one', () => {
  const certain = statement({ id: 'pkg:npm/left-pad@1.3.0' }, { status: 'fixed' });
  const doubtful = statement({ id: 'pkg:npm/left-pad', version: '<= 1.3' }, { status: 'affected' });
  const supersededOf = (...said: readonly (readonly [VexStatement, day: string])[]) =>
    [
      ...joinStatements({
        documents: [stated(said.map(([one, day]) => ({ ...one, timestamp: `2026-${day}T00:00:00Z` })))],
        evaluation,
        entries,
        device,
      }).about.values(),
    ][0]?.map((one) => [one.statement.status, one.superseded]);
  assert.deepEqual(supersededOf([certain, '01-01'], [doubtful, '02-01']), [
    ['affected', false],
    ['fixed', false],
  ]);
  assert.deepEqual(supersededOf([doubtful, '01-01'], [certain, '02-01']), [
    ['fixed', false],
    ['affected', true],
  ]);
  const other = statement({ id: 'pkg:npm/left-pad' }, { status: 'affected' });
  assert.deepEqual(
    supersededOf([certain, '02-01'], [other, '02-01'], [other, '01-01']),
    [
      ['fixed', false],
      ['affected', false],
      ['affected', true],
    ],
    'what is said at the same time both counts',
  );
});
