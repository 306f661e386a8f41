import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reports } from '../reports/index.ts';
import { clauseOf, clauses } from './clauses.ts';
import { rules } from './index.ts';

const ruleIds = new Set(rules.map(({ id }) => id));
const reportNames = new Set(reports.map(({ name }) => name));
const asked = new Set(rules.map(({ clause }) => clause));

test('every clause stands in the registry once', () => {
  assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
});

for (const { id, alsoAsked = [], documents = [], human } of clauses) {
  test(`${id} is covered by a rule or a document, or says what a person does`, () => {
    assert.ok(asked.has(id) || alsoAsked.length + documents.length > 0 || human !== undefined);
    assert.deepEqual(
      alsoAsked.filter((rule) => !ruleIds.has(rule)),
      [],
    );
    assert.deepEqual(
      documents.filter((name) => !reportNames.has(name)),
      [],
    );
    assert.deepEqual(
      alsoAsked.filter((rule) => rules.some((one) => one.id === rule && one.clause === id)),
      [],
    );
  });
}

test('no mnemonic is so long that it could be the text of a standard', () => {
  assert.deepEqual(
    clauses.filter(({ mnemonic }) => mnemonic.length > 80),
    [],
  );
});

test('a clause that is not in the registry is a fault of the program', () => {
  assert.throws(() => clauseOf('62304:99'), /no clause "62304:99"/);
});
