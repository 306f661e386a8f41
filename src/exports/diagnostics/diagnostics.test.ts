import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocatedDiagnostic } from '../../model/plugs/diagnostic-export.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

const missing: LocatedDiagnostic = {
  rule: '62304/manufacturer',
  severity: 'error',
  message: '50% of pkg:npm/a,b:c\nhave no manufacturer',
  clause: '62304:8.1.2',
  help: 'Write it.',
  file: 'soup/items/a b.yaml',
  line: 3,
  column: 7,
};
const whole: LocatedDiagnostic = {
  rule: 'x/y',
  severity: 'note',
  message: 'm',
  help: 'h',
  file: 'f',
  line: undefined,
  column: undefined,
};
const context = {
  rules: [{ id: '62304/manufacturer', title: 't', why: 'w', help: 'h' }],
  waived: [],
  tool: { name: 'tureen', version: '1.2.3' },
};

test('a workflow command keeps its message on one line, and no comma of a file ends a property', () => {
  assert.equal(
    github.write([missing, whole], context),
    '::error file=soup/items/a b.yaml,line=3,col=7,title=62304/manufacturer (62304 8.1.2)::50%25 of pkg:npm/a,b:c%0Ahave no manufacturer%0AWrite it.\n::notice file=f,title=x/y::m%0Ah\n',
  );
});

test('nothing that a message quotes is a command or hidden', () => {
  const message = 'a\u001b[31m\u009b\u202e\n::error::b\r##[add-path]c ##vso[x] ## d 👩‍🔬';
  assert.equal(
    github.write([{ ...whole, message }], context),
    '::notice file=f,title=x/y::a\\u{1b}[31m\\u{9b}\\u{202e}%0A::error::b%0D\\u{23}#[add-path]c \\u{23}#vso[x] ## d 👩‍🔬%0Ah\n',
  );
});

test('JSON gives the diagnostics as they are', () => {
  assert.deepEqual(JSON.parse(json.write([missing], context)), { diagnostics: [missing], waived: [] });
});

test('SARIF names tool, rules, level and region, and a file as an address', () => {
  const log = JSON.parse(sarif.write([missing, whole], context));
  assert.equal(log.version, '2.1.0');
  assert.equal(log.runs[0].tool.driver.version, '1.2.3');
  assert.deepEqual(
    log.runs[0].tool.driver.rules.map((rule: { id: string }) => rule.id),
    ['62304/manufacturer'],
  );
  const [first, second] = log.runs[0].results;
  assert.equal(first.level, 'error');
  assert.deepEqual(first.locations[0].physicalLocation, {
    artifactLocation: { uri: 'soup/items/a%20b.yaml' },
    region: { startLine: 3, startColumn: 7 },
  });
  assert.equal(second.level, 'note');
  assert.equal(second.locations[0].physicalLocation.region, undefined);
});

test('a JUnit report has a case for each rule, which fails as a whole and tells all that was found', () => {
  const rules = [
    ...context.rules,
    { id: '62304/title', title: 'Title', why: 'w', help: 'h' },
    { ...whole, id: 'x/y', title: 'Y', why: 'w' },
  ];
  const warning = {
    ...missing,
    severity: 'warning' as const,
    message: 'a <b> & "c"',
    line: undefined,
    column: undefined,
  };
  assert.equal(
    junit.write([missing, warning, whole], { ...context, rules }),
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1">
  <testsuite name="tureen check" tests="3" failures="1">
    <testcase classname="62304" name="62304/manufacturer: t">
      <failure type="error" message="50% of pkg:npm/a,b:c&#10;have no manufacturer (and 1 more)">soup/items/a b.yaml:3:7: error: 50% of pkg:npm/a,b:c&#10;have no manufacturer (62304 8.1.2)&#10;Write it.&#10;&#10;soup/items/a b.yaml: warning: a &lt;b&gt; &amp; &quot;c&quot; (62304 8.1.2)&#10;Write it.</failure>
    </testcase>
    <testcase classname="62304" name="62304/title: Title"/>
    <testcase classname="x" name="x/y: Y">
      <system-out>f: note: m&#10;h</system-out>
    </testcase>
  </testsuite>
</testsuites>
`,
  );
});

test('a Code Quality report keeps its fingerprints when lines move, and tells two of the same apart', () => {
  const read = (diagnostics: readonly LocatedDiagnostic[]) =>
    JSON.parse(gitlab.write(diagnostics, context)) as readonly { readonly fingerprint: string }[];
  const [first, again, other] = read([missing, missing, whole]);
  assert.deepEqual(first, {
    description: '50% of pkg:npm/a,b:c\nhave no manufacturer. Write it.',
    check_name: '62304/manufacturer',
    fingerprint: first?.fingerprint,
    severity: 'critical',
    location: { path: 'soup/items/a b.yaml', lines: { begin: 3 } },
  });
  assert.match(first?.fingerprint ?? '', /^[0-9a-f]{64}$/);
  assert.equal(new Set([first, again, other].map((one) => one?.fingerprint)).size, 3);
  assert.equal(read([{ ...missing, line: 99, column: 1 }])[0]?.fingerprint, first?.fingerprint);
});

test('what is waived stays to be seen: in JSON and JUnit with its waiver, in SARIF as suppressed', () => {
  const waiver = {
    file: 'soup/waivers.yaml',
    reason: 'planned',
    text: 'Comes with 2.5',
    by: 'ada',
    on: '2026-11-02',
    until: '2027-02-28',
  } as const;
  const waived = { ...context, waived: [{ ...whole, waiver }] };
  assert.deepEqual(JSON.parse(json.write([], waived)).waived, [
    { rule: 'x/y', severity: 'note', message: 'm', help: 'h', file: 'f', waiver },
  ]);
  const rules = [{ id: 'x/y', title: 'Y', why: 'w', help: 'h' }];
  assert.match(
    junit.write([], { ...waived, rules }),
    /failures="0"[^]*<system-out>f: note: m&#10;h&#10;waived until [\d-]+ by \w+ in soup\/waivers\.yaml, /,
  );
  const [result] = JSON.parse(sarif.write([], waived)).runs[0].results;
  assert.equal(result.ruleId, 'x/y');
  assert.deepEqual(result.suppressions, [
    {
      kind: 'external',
      status: 'accepted',
      justification: 'planned, until 2027-02-28, by ada: Comes with 2.5',
      location: { physicalLocation: { artifactLocation: { uri: 'soup/waivers.yaml' } } },
    },
  ]);
});
