import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  justifications,
  justificationOfCyclonedx,
  justificationWords,
  responses,
  statuses,
  statusOfCyclonedx,
  statusWords,
} from './vex.ts';

type Words = { readonly enum: readonly string[] };
const schema = 'node_modules/@cyclonedx/cyclonedx-library/res/schema/bom-1.6.SNAPSHOT.schema.json';
const { definitions } = JSON.parse(readFileSync(schema, 'utf8')) as {
  readonly definitions: {
    readonly impactAnalysisState: Words;
    readonly impactAnalysisJustification: Words;
    readonly vulnerability: {
      readonly properties: {
        readonly analysis: { readonly properties: { readonly response: { readonly items: Words } } };
      };
    };
  };
};

test('every word of CycloneDX 1.6 is known, and none else', () => {
  const { impactAnalysisState, impactAnalysisJustification, vulnerability } = definitions;
  assert.deepEqual(Object.keys(statusOfCyclonedx).toSorted(), impactAnalysisState.enum.toSorted());
  assert.deepEqual(Object.keys(justificationOfCyclonedx).toSorted(), impactAnalysisJustification.enum.toSorted());
  assert.deepEqual(responses.toSorted(), vulnerability.properties.analysis.properties.response.items.enum.toSorted());
});

test('a status is the same after the way there and back; so is a justification, but for what CycloneDX has one word for', () => {
  assert.deepEqual(
    statuses.map((status) => statusOfCyclonedx[statusWords[status].cyclonedx]),
    statuses,
  );
  assert.deepEqual(
    justifications.filter((one) => justificationOfCyclonedx[justificationWords[one].cyclonedx] !== one),
    ['component_not_present'],
  );
});
