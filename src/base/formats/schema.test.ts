import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { checkSchema } from './schema.ts';

test('of the branches of a union the one that got furthest tells what is wrong', () => {
  const schema = z.object({ needs: z.union([z.boolean(), z.record(z.string(), z.string())]) });
  const checked = checkSchema(schema, { needs: { a: '1', b: 2 } });
  assert.ok(!checked.ok);
  assert.deepEqual(
    checked.problems.map(({ keyPath }) => keyPath),
    [['needs', 'b']],
  );
});

test('a value with more faults than a call takes arguments is refused like any other', () => {
  const schema = z.union([z.string(), z.array(z.string())]);
  const checked = checkSchema(
    schema,
    Array.from({ length: 200_000 }, () => 1),
  );
  assert.ok(!checked.ok);
  assert.equal(checked.problems.length, 200_000);
});
