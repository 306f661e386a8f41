import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LocatedDiagnostic } from '../../model/diagnostic-export.ts';
import { github } from './github.ts';
import { json } from './json.ts';
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
  tool: { name: 'tureen', version: '1.2.3' },
};

test('a workflow command keeps its message on one line, and no comma of a file ends a property', () => {
  assert.equal(
    github.write([missing, whole], context),
    '::error file=soup/items/a b.yaml,line=3,col=7,title=62304/manufacturer (62304 8.1.2)::50%25 of pkg:npm/a,b:c%0Ahave no manufacturer%0AWrite it.\n::notice file=f,title=x/y::m%0Ah\n',
  );
});

test('JSON gives the diagnostics as they are', () => {
  assert.deepEqual(JSON.parse(json.write([missing], context)), { diagnostics: [missing] });
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
