import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check } from '../../src/app/check/check.ts';
import { locateDiagnostics } from '../../src/app/check/locate-diagnostics.ts';
import { sealedLock } from '../../src/rules/examples/sealed-lock.ts';
import { deviceOfEveryKind } from '../device-of-every-kind.ts';
import { memoryHost } from '../memory-host.ts';

const device = 'tureen.yaml';
const item = 'soup/items/npm-left-pad.yaml';
const risks = 'soup/risks.yaml';
const licences = 'soup/licences.yaml';
const verdicts = 'soup/verdicts/npm-left-pad.yaml';
const waivers = 'soup/waivers.yaml';
const dispositions = 'soup/dispositions/npm-left-pad.yaml';
const review = 'soup/reviews/2026-11-01.yaml';
const verification = 'soup/verification.yaml';
const list = 'soup/anomalies/npm-left-pad.json';
const metadata = 'soup/metadata.lock.json';
const findings = 'soup/anomalies.lock.json';

/** What is put in the place of what, in which file, and what is told of it first. */
const cases: readonly (readonly [what: string, file: string, from: string | RegExp, to: string, told: string])[] = [
  ['an owner who is nobody', item, 'owner: ada', 'owner: bob', `${item}:4:1 records/unknown-person`],
  ['an approval by nobody', item, '1.3.0, by: ada', '1.3.0, by: bob', `${item}:42:23 records/unknown-person`],
  ['a risk that is not in the file', item, '[RISK-1]', '[RISK-9]', `${item}:28:13 62304/trace-dangling`],
  ['a requirement that is nowhere', item, 's: [REQ-PAD-1]', 's: [REQ-9]', `${item}:35:24 62304/trace-dangling`],
  ['a level that the matrix has not', item, 'severity: S2', 'severity: S9', `${item}:29:5 14971/risk-estimated`],
  ['a test without a result', item, '[TEST-PAD-1]', '[TEST-9]', `${item}:13:18 62304/requirement-result`],
  ['an id of two requirements', item, 'REQ-PAD-2', 'REQ-PAD-1', `${item}:14:5 records/duplicate-id`],
  [
    'a parent that is nowhere',
    device,
    'class: B',
    'class: B\n    parent: x',
    `${device}:12:5 62304/software-item-tree`,
  ],
  [
    'an item inside of itself',
    device,
    'class: B',
    'class: B\n    parent: viewer',
    `${device}:12:5 62304/software-item-tree`,
  ],
  [
    'two items inside of each other',
    device,
    'softwareItems:',
    'softwareItems:\n  - { id: a, name: A, class: B, rationale: x, parent: b }\n  - { id: b, name: B, class: B, rationale: x, parent: a }',
    `${device}:9:47 62304/software-item-tree`,
  ],
  ['a reviewer who is nobody', device, 'owner: ada', 'owner: bob', `${device}:21:24 records/unknown-person`],
  ['a zone that is nowhere', device, '[ok, ok]', '[ok, no]', `${device}:20:3 14971/matrix`],
  [
    'a rule that is none',
    device,
    /$/,
    'policy: { rules: [{ rule: x/y, severity: off, reason: x }] }\n',
    `${device}:26:21 records/unknown-rule`,
  ],
  [
    'two people with one id',
    device,
    'people:',
    'people:\n  - { id: ada, name: B }',
    `${device}:7:5 records/said-twice`,
  ],
  [
    'two zones with one id',
    device,
    'zones:',
    'zones:\n    - { id: ok, name: B, acceptable: always }',
    `${device}:19:7 records/said-twice`,
  ],
  ['a software item that is nowhere', risks, '[viewer]', '[viewer, x]', `${risks}:8:29 62304/trace-dangling`],
  ['a test of a control without a result', risks, '[TEST-PAD-3]', '[TEST-9]', `${risks}:11:91 62304/control-result`],
  ['an id of two risks', risks, /risks:\n([^]*)/, 'risks:\n$1$1', `${risks}:13:5 records/duplicate-id`],
  ['a licence concluded by nobody', licences, 'by: ada', 'by: bob', `${licences}:2:5 records/unknown-person`],
  ['a licence of nothing', licences, 'npm/left', 'npm/right', `${licences}:2:5 licences/decision-unused`],
  [
    'two licences of one package',
    licences,
    /conclusions:\n([^]*)/,
    'conclusions:\n$1$1',
    `${licences}:8:5 records/said-twice`,
  ],
  ['a review by nobody', review, '[ada]', '[ada, bob]', `${review}:2:`],
  ['a verdict by nobody', verdicts, 'by: ada', 'by: bob', `${verdicts}:11:5 records/unknown-person`],
  ['a verdict on nothing', verdicts, 'CVE-2026-0001', 'CVE-2026-9', `${verdicts}:3:9 records/verdict-unused`],
  ['a harm that is nowhere', verdicts, /$/, '    safety: { failureModes: [FM-9], reason: x }\n', `${verdicts}:13:`],
  ['a waiver by nobody', waivers, 'by: ada', 'by: bob', `${waivers}:6:5 records/unknown-person`],
  ['a waiver of no rule', waivers, '62304/title', '62304/titel', `${waivers}:2:5 records/waiver-rule`],
  ['a disposition by nobody', dispositions, 'by: ada', 'by: bob', `${dispositions}:3:5 records/unknown-person`],
  ['a disposition on nothing', dispositions, 'fix 1.3.1 aa', 'fix 9', `${dispositions}:3:16 62304/anomaly-disposition`],
  [
    'a failure mode of nobody',
    dispositions,
    'versions:',
    'failureModes: [FM-9]\n    versions:',
    `${dispositions}:6:20 62304/`,
  ],
  ['dispositions of another item', dispositions, 'npm/left', 'npm/right', `${dispositions}:1:1 records/stray-file`],
  ['another package tested', verification, 'left-pad@', 'right-pad@', `${item}:13:18 62304/result-stale`],
  ['a list of another item', list, 'npm/left-pad"', 'npm/right-pad"', `${list}:2:3 records/stray-file`],
  ['an entry of a list twice', list, /("entries": \[)([^]*?\n {4}\})/, '$1$2,$2', `${list}:`],
  ['facts of one package twice', metadata, /("packages": \[)([^]*\})(?=\n {2}\])/, '$1$2,$2', `${metadata}:`],
  ['a finding twice', findings, /("findings": \[)([^]*?\n {4}\})/, '$1$2,$2', `${findings}:`],
  ['a document that was changed', 'soup/vex/pad.vex.json', 'Pad', 'Bad', 'soup/vex/pad.yaml:5:1 vex/changed'],
];

for (const [what, file, from, to, told] of cases)
  test(`${what} in ${file} is told with its place`, async () => {
    const before = deviceOfEveryKind[file] ?? '';
    const text = before.replace(from, to);
    assert.notEqual(text, before);
    const sealed = file === findings ? sealedLock(JSON.parse(text)) : {};
    const host = memoryHost({ ...deviceOfEveryKind, [file]: text, ...sealed });
    const { diagnostics } = await check(host);
    const located = await locateDiagnostics(host, diagnostics);
    const lines = located.map(({ file: at, line, column, rule }) => `${at}:${line}:${column} ${rule}`);
    assert.ok(
      lines.some((line) => line.startsWith(told) && !line.includes('undefined')),
      lines.join('\n'),
    );
    assert.ok(lines.length <= 6, lines.join('\n'));
  });

test('records that cover each other, and what brings them in, end in an account for each', async () => {
  const lock = JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { 'left-pad': '1.3.0' } },
      'node_modules/left-pad': { version: '1.3.0', license: 'WTFPL', dependencies: { a: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { b: '1.0.0' } },
      'node_modules/b': { version: '1.0.0', license: 'MIT', dependencies: { a: '1.0.0', 'left-pad': '1.3.0' } },
    },
  });
  const covers = (packages: string) =>
    `covers: [{ dependencies: true, reason: x }, { packages: '${packages}', reason: x }]\n`;
  const { dossier } = await check(
    memoryHost({
      ...deviceOfEveryKind,
      'package-lock.json': lock,
      [item]: `${deviceOfEveryKind[item] ?? ''}${covers('pkg:npm/a')}`,
      'soup/items/a.yaml': `soup: pkg:npm/a\nstatus: confirmed\n${covers('pkg:npm/*')}`,
    }),
  );
  assert.deepEqual(
    dossier?.entries.map(({ component, account }) => `${component.name} ${account.kind}`),
    ['a own', 'b covered', 'left-pad own'],
  );
});
