import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linterQuestions } from '../scripts/linter-questions.ts';
import { rules } from '../src/rules/index.ts';

const byId = new Map(rules.map((rule) => [rule.id, rule]));

for (const [asks, ids] of linterQuestions)
  test(`"${asks}" is asked by rules that there are, each with an example in which it finds that`, () => {
    assert.ok(ids.length > 0);
    for (const id of ids)
      assert.ok(
        byId.get(id)?.examples.some(({ says }) => says.length > 0),
        `there is no rule ${id}`,
      );
  });
