import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../test/sample-component.ts';
import { withoutPlaceholders } from './without-placeholders.ts';

const at = { file: 'package-lock.json', line: 1 };

for (const text of ['TBD', 'tbd: ask the vendor', 'n/a', 'UNKNOWN', '<name>', '?', 'Lorem ipsum dolor'])
  test(`"${text}" is no fact`, () => {
    const stated = component('pkg:generic/colour@1', {
      supplier: text,
      homepage: text,
      description: text,
      licences: [
        { expression: text, at },
        { expression: 'MIT', at },
      ],
    });
    const { supplier, homepage, description, licences } = withoutPlaceholders(stated);
    assert.deepEqual([supplier, homepage, description], [undefined, undefined, undefined]);
    assert.deepEqual(licences, [{ expression: 'MIT', at }]);
  });

test('facts stay, and a component that has nothing but facts is the same one', () => {
  const stated = component('pkg:npm/tbd@1', { supplier: 'Unknown Worlds', licences: [{ expression: 'MIT', at }] });
  assert.equal(withoutPlaceholders(stated), stated);
});
