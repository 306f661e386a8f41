import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../../test/sample-component.ts';
import type { Reasons } from '../../../app/explain/reasons-for.ts';
import type { Finding } from '../../../model/anomalies/evaluation.ts';
import type { ImportSite } from '../../../model/inventory/usage.ts';
import { showReasons } from './show-reasons.ts';

const typescript = { title: 'JavaScript and TypeScript', types: ['npm'], files: 12 };
const site: ImportSite = {
  file: 'src/a.ts',
  line: 3,
  module: 'react',
  role: 'product',
  typesOnly: false,
  certainty: 'exact',
};

/** What is said of imports, by the lines that were found and the languages that were looked through. */
const cases: readonly (readonly [string, Reasons['imports'], readonly string[]])[] = [
  [
    'no source could import it',
    { sites: [], lookedThrough: [] },
    ['imported at     not looked for: no source of a language that imports such packages is here'],
  ],
  [
    'nobody imports it',
    { sites: [], lookedThrough: [typescript, { ...typescript, files: 1 }] },
    ['imported at     nowhere in 12 files of JavaScript and TypeScript, 1 file of JavaScript and TypeScript'],
  ],
  [
    'the product’s own code comes first, what is no proof says so, and the rest is counted',
    {
      sites: [
        { ...site, role: 'test', line: 1 },
        { ...site, typesOnly: true },
        { ...site, role: 'build' },
        { ...site, certainty: 'by-name' },
        { ...site, certainty: 'one-of-several' },
        { ...site, role: 'test', line: 2 },
        { ...site, role: 'test', line: 4 },
      ],
      lookedThrough: [typescript],
    },
    [
      'imported at     src/a.ts:3 react (by its name)',
      'src/a.ts:3 react (by its name, which others share)',
      'src/a.ts:3 react (types only)',
      'src/a.ts:1 react (a test)',
      'src/a.ts:3 react (a build script)',
      'and at 2 more',
    ],
  ],
];

for (const [says, imports, lines] of cases) {
  test(`why says where a component is imported: ${says}`, () => {
    const shown = showReasons([{ ...reasons, imports }], (_style, text) => text).split('\n');
    const from = shown.findIndex((line) => line.includes('imported at'));
    const to = shown.findIndex((line) => line.trimStart().startsWith('use '));
    assert.deepEqual(
      shown.slice(from, to).map((line) => line.trim()),
      lines,
    );
  });
}

test('why shows the findings that may concern a component, and counts those that do not', () => {
  const finding = (id: string, result: Finding['result']): NonNullable<Reasons['findings']>[number] => ({
    component: 'pkg:npm/react@19.0.0',
    id,
    aliases: [],
    result,
    why: 'by its range',
    records: [],
    severities: [],
    fixed: [],
    kind: 'vulnerability',
    stated: [],
    standing: result === 'not-affected' ? { kind: 'not-needed' } : { kind: 'open', met: undefined },
  });
  const shown = (findings: Reasons['findings']) =>
    showReasons([{ ...reasons, findings }], (_style, text) => text)
      .split('findings')[1]
      ?.split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const [bad, doubt, past] = [
    finding('A-1', 'affected'),
    finding('A-2', 'undetermined'),
    finding('A-3', 'not-affected'),
  ];
  assert.deepEqual(shown([bad, past, doubt]), [
    'A-1 affected: by its range – not judged yet',
    'A-2 undetermined: by its range – not judged yet',
    '1 more that does not affect it; --json shows it',
  ]);
  assert.deepEqual(shown([past, { ...past, id: 'A-4' }]), ['2 known, none affects it; --json shows them']);
});

const reasons: Reasons = {
  component: component('pkg:npm/react@19.0.0'),
  paths: [],
  use: { scope: 'runtime', decidedBy: 'files', reason: 'no "dev" flag' },
  softwareItems: [{ id: 'viewer', partOf: [], class: 'B', classFrom: 'record' }],
  class: 'B',
  account: { kind: 'unaccounted', record: undefined, reason: 'no record is about it' },
  imports: { sites: [], lookedThrough: [] },
  evaluation: 'current',
  uncovered: undefined,
  findings: [],
  support: undefined,
  detected: [],
  judged: undefined,
  anomalies: undefined,
  facts: [],
};

test('why does not call a component free of findings that no source covers', () => {
  const shown = (uncovered: string | undefined) => showReasons([{ ...reasons, uncovered }], (_, text) => text);
  assert.match(shown(undefined), /findings +evaluated, none known\n/);
  assert.match(shown('no source covers generic packages'), /findings +not known: no source covers generic packages\n/);
});

test('why tells whether nobody has evaluated, or the evaluation cannot be read', () => {
  const shown = (evaluation: Reasons['evaluation']) =>
    showReasons([{ ...reasons, evaluation, findings: undefined }], (_, text) => text);
  assert.match(shown('missing'), /findings +not evaluated; run `tureen evaluate`\n/);
  assert.match(shown('unread'), /findings +not known: the evaluation cannot be read; `tureen check` tells why\n/);
});

test('why shows facts with their sources, and where the sources differ', () => {
  const facts: Reasons['facts'] = [
    { fact: 'latest', values: [{ value: '2.0.0', sources: ['https://npm.example/react, 2026-11-10'] }], differ: false },
    {
      fact: 'licence',
      values: [
        { value: 'MIT', sources: ['package-lock.json:5'] },
        { value: 'BUSL-1.1', sources: ['https://npm.example/react, 2026-11-10'] },
      ],
      differ: true,
    },
  ];
  const lines = showReasons([{ ...reasons, facts }], (_, text) => text)
    .split('\n')
    .map((line) => line.trim());
  assert.ok(lines.includes('facts           latest: 2.0.0 (https://npm.example/react, 2026-11-10)'));
  const at = lines.indexOf('licence, the sources differ:');
  assert.deepEqual(lines.slice(at + 1, at + 3), [
    'MIT (package-lock.json:5)',
    'BUSL-1.1 (https://npm.example/react, 2026-11-10)',
  ]);
});
