import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quote } from '../../../base/quote.ts';
import { propertyFiller } from './pom-properties.ts';

const values = new Map([
  ['slf4j', '2.0.16'],
  ['prefix', 'spring-${kind}'],
  ['kind', 'core'],
  ['half', '${slf4j}-${nobody}'],
  ['circle', '${circle.back}'],
  ['circle.back', '${circle}'],
  ...Array.from({ length: 30 }, (_, level) => [`laugh${level}`, `\${laugh${level + 1}}\${laugh${level + 1}}`] as const),
  ['laugh30', 'ha'],
  ...Array.from({ length: 50_000 }, (_, level) => [`chain${level}`, `\${chain${level + 1}}`] as const),
  ['long', 'ha'.repeat(490)],
]);

const cases: readonly (readonly [string, string, boolean])[] = [
  ['1.0', '1.0', true],
  ['', '', true],
  ['${slf4j}', '2.0.16', true],
  ['${prefix}-${slf4j}.jar', 'spring-core-2.0.16.jar', true],
  ['${nobody}', '${nobody}', false],
  ['${half}', '${half}', false],
  ['${circle}', '${circle}', false],
  ['${laugh0}', '${laugh0}', false],
  ['${chain0}', '${chain0}', false],
  ['${long}'.repeat(1e6), '${long}'.repeat(1e6).slice(0, 1000), false],
  ['${', '${', false],
  ['${a${slf4j}}', '${a2.0.16}', false],
];

for (const [text, filled, known] of cases) {
  test(`${quote(text)} becomes ${quote(filled)}, ${known ? 'known' : 'not known'}`, () => {
    assert.deepEqual(propertyFiller((name) => values.get(name))(text), { text: filled, known });
  });
}
