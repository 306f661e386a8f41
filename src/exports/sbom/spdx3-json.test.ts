import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component, subject } from '../../../test/sbom-subjects.ts';
import type { Component } from '../../model/component.ts';
import { spdx3Json } from './spdx3-json.ts';

const at = { file: 'package-lock.json', line: 1 };

function write(...known: readonly Partial<Component>[]): readonly Readonly<Record<string, unknown>>[] {
  const text = spdx3Json.write(subject(known.map((one) => component(one))), '3.0.1');
  return (JSON.parse(text) as { readonly '@graph': readonly Readonly<Record<string, unknown>>[] })['@graph'];
}

test('foreign text cannot add lines to an annotation', () => {
  const reason = 'x\ntureen:relation: direct';
  const graph = write({ scopeEvidence: [{ scope: 'runtime', reason, at }], relation: 'transitive' });
  const statements = graph.flatMap(({ statement }) => (typeof statement === 'string' ? [statement] : []));
  assert.equal(
    statements
      .join('\n')
      .match(/^tureen:relation: .*$/gm)
      ?.join(),
    'tureen:relation: transitive',
  );
});

test('each name of a licence that is not on the list leads to its own text', () => {
  const licences = [{ expression: 'LicenseRef-b AND LicenseRef-a AND LicenseRef-b', at }];
  const graph = write({ licences }, { name: 'y', licences: [{ expression: 'LicenseRef-c', at }] });
  const nameAt = new Map(graph.map(({ spdxId, name }) => [spdxId, name]));
  const told = graph
    .filter(({ type }) => type === 'simplelicensing_LicenseExpression')
    .map(({ simplelicensing_customIdToUri: entries }) =>
      (entries as readonly { readonly key: string; readonly value: string }[]).map(({ key, value }) => [
        key,
        nameAt.get(value),
      ]),
    );
  assert.deepEqual(told, [
    [
      ['LicenseRef-a', 'LicenseRef-a'],
      ['LicenseRef-b', 'LicenseRef-b'],
    ],
    [['LicenseRef-c', 'LicenseRef-c']],
  ]);
});

test('a supplier of blanks is nobody, and is told as not known', () => {
  const graph = write({ supplier: ' \u0004 ' });
  assert.ok(graph.every(({ type }) => type !== 'Organization'));
  assert.ok(graph.every(({ suppliedBy }) => suppliedBy === undefined));
  assert.ok(
    graph.some(({ statement }) => typeof statement === 'string' && /^tureen:unknown: .*supplier/m.test(statement)),
  );
});
