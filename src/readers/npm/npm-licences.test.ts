import assert from 'node:assert/strict';
import { test } from 'node:test';
import { npmComponent } from './npm-package.ts';

const fields: readonly (readonly [field: unknown, kept: readonly string[]])[] = [
  ['MIT/Apache-2.0', ['MIT/Apache-2.0']],
  ['SEE LICENSE IN EULA.txt', ['SEE LICENSE IN EULA.txt']],
  [{ type: 'MIT', url: 'https://a.example/LICENSE' }, ['MIT']],
  [{ url: 'https://a.example/LICENSE' }, ['https://a.example/LICENSE']],
  [{ name: 'The X licence' }, ['The X licence']],
  [
    [{ type: 'MIT' }, 'GPLv2', { url: 'https://a.example' }],
    ['MIT', 'GPLv2', 'https://a.example'],
  ],
  [{}, []],
  [7, []],
  [undefined, []],
  ['', []],
];

for (const [field, kept] of fields) {
  test(`the licence field ${JSON.stringify(field)} is kept as ${kept.join(' | ') || 'nothing'}`, () => {
    const { licences } = npmComponent({
      name: 'a',
      version: '1.0.0',
      license: field,
      at: { file: 'package.json', line: 1 },
    });
    assert.deepEqual(
      licences.map(({ expression }) => expression),
      kept,
    );
  });
}

test('a megabyte in a licence field is kept whole', () => {
  const text = 'x'.repeat(1_000_000);
  const { licences } = npmComponent({ name: 'a', license: text, at: { file: 'package.json', line: 1 } });
  assert.equal(licences[0]?.expression, text);
});
