import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyPath } from '../../model/place.ts';
import { adviseMissingKey } from './advise-missing-key.ts';
import { byHand, kinds, recordKinds } from './record-kinds.ts';
import { jsonSchemaOf, schemaAt, type JsonSchema } from './schema-at.ts';

test('what is missing is said with its meaning and a line as it may look', () => {
  const advice = (kind: keyof typeof kinds, keyPath: KeyPath) =>
    adviseMissingKey(keyPath, schemaAt(jsonSchemaOf(kinds[kind].schema), {}, keyPath));
  assert.equal(
    advice('item', ['manufacturer', 'name']),
    "Write it: Who makes it, such as `name: 'Meta Platforms, Inc.'`.",
  );
  assert.equal(
    advice('item', ['approved', 0, 'by']),
    'Write it: The person: an id of `people` in tureen.yaml, such as `by: ada`.',
  );
  assert.equal(advice('item', ['status']), 'Write it: one of draft, confirmed.');
  assert.equal(
    advice('device', ['device']),
    'Write it, such as `device: { name: DermaScan, manufacturer: Example Devices GmbH }`.',
  );
  assert.equal(
    advice('device', ['vulnerabilityReview', 'owner']),
    'Write it: Who answers for it: an id of `people` in tureen.yaml, such as `owner: ada`.',
  );
});

test('of each key that people must write it is said what to write', () => {
  const vague: string[] = [];
  const told = new Set<string>();
  for (const { name, schema } of recordKinds.filter(({ help }) => help === byHand)) {
    const look = (shape: JsonSchema, keyPath: KeyPath): void => {
      for (const branch of [...(shape.anyOf ?? []), ...(shape.oneOf ?? [])]) look(branch, keyPath);
      if (typeof shape.items === 'object') look(shape.items as JsonSchema, [...keyPath, 0]);
      for (const [key, inner] of Object.entries(shape.properties ?? {})) {
        if (typeof inner === 'boolean') continue;
        const path = [...keyPath, key];
        if (shape.required?.includes(key) === true) {
          const advice = adviseMissingKey(path, [inner]);
          told.add(`${name} ${path.join('.')}`);
          if (!/one of|such as/.test(advice) || advice.includes('…'))
            vague.push(`${name} ${path.join('.')}: ${advice}`);
        }
        look(inner, path);
      }
    };
    look(jsonSchemaOf(schema), []);
  }
  assert.ok(told.size > 100, `${told.size}`);
  assert.deepEqual(vague, []);
});
