import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VexStatement } from '../../model/vex/vex-document.ts';
import { mergeStatements } from './merge-statements.ts';
import { vexPart } from './vex-part.ts';

function statement(part: string, inner: readonly string[], more: Partial<VexStatement> = {}): VexStatement {
  return {
    vulnerability: 'CVE-2026-0001',
    aliases: [],
    products: [{ part: vexPart({ id: part }), subcomponents: inner.map((id) => vexPart({ id })) }],
    status: 'not_affected',
    ...more,
  };
}

/** Each statement as its status and products, each with its parts. */
function told(statements: readonly VexStatement[]): readonly string[] {
  return mergeStatements(statements).map(
    ({ status, products }) =>
      `${status}: ${products.map(({ part, subcomponents }) => `${part.id}(${subcomponents.map(({ id }) => id).join(' ')})`).join(' ')}`,
  );
}

const cases: readonly (readonly [what: string, statements: readonly VexStatement[], told: readonly string[]])[] = [
  [
    'the parts of one product are put together, each once',
    [statement('scope', ['pot']), statement('scope', ['pan', 'pot'])],
    ['not_affected: scope(pan pot)'],
  ],
  [
    'a product as a whole is another than one of which parts are named',
    [statement('scope', []), statement('scope', ['pot'])],
    ['not_affected: scope(pot) scope()'],
  ],
  ['products stay apart', [statement('b', ['pot']), statement('a', ['pot'])], ['not_affected: a(pot) b(pot)']],
  [
    'what says something else stays apart',
    [statement('scope', ['pot'], { status: 'fixed' }), statement('scope', ['pan'])],
    ['fixed: scope(pot)', 'not_affected: scope(pan)'],
  ],
  [
    'what was said at another time stays apart',
    [
      statement('scope', ['pot'], { timestamp: '2026-01-02T00:00:00Z' }),
      statement('scope', ['pan'], { timestamp: '2026-01-01T00:00:00Z' }),
    ],
    ['not_affected: scope(pan)', 'not_affected: scope(pot)'],
  ],
];

for (const [what, statements, expected] of cases)
  test(what, () => {
    for (const given of [statements, statements.toReversed()]) assert.deepEqual(told(given), expected);
  });
