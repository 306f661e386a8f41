import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readSpdxSchema, spdxModule } from '../../../scripts/generate-spdx-ids.ts';
import { spdxExceptionIds, spdxLicenceIds } from './generated/spdx-license-ids.ts';
import { parseSpdxExpression } from './parse-spdx-expression.ts';

const valid: readonly (readonly [text: string, spelt: string, id?: string])[] = [
  ['MIT', 'MIT', 'MIT'],
  ['mit', 'MIT', 'MIT'],
  ['  BSD-3-Clause\n', 'BSD-3-Clause', 'BSD-3-Clause'],
  ['GPL-2.0+', 'GPL-2.0+', 'GPL-2.0+'],
  ['Apache-1.1+', 'Apache-1.1+'],
  ['(MIT)', '(MIT)', 'MIT'],
  ['MIT OR Apache-2.0', 'MIT OR Apache-2.0'],
  ['mit and\tisc', 'MIT AND ISC'],
  ['(MIT OR CC0-1.0)AND(ISC)', '(MIT OR CC0-1.0) AND (ISC)'],
  ['GPL-2.0-only WITH Classpath-exception-2.0', 'GPL-2.0-only WITH Classpath-exception-2.0'],
  ['gpl-2.0-only with classpath-EXCEPTION-2.0 OR MIT', 'GPL-2.0-only WITH Classpath-exception-2.0 OR MIT'],
  ['LicenseRef-a.b-1', 'LicenseRef-a.b-1'],
  ['DocumentRef-x:LicenseRef-y OR MIT', 'DocumentRef-x:LicenseRef-y OR MIT'],
  ['LGPL-2.1-only AND (MIT OR (BSD-2-Clause AND ISC))', 'LGPL-2.1-only AND (MIT OR (BSD-2-Clause AND ISC))'],
];

for (const [text, spelt, id] of valid) {
  test(`${JSON.stringify(text)} is an expression`, () => {
    const expression = parseSpdxExpression(text);
    assert.equal(expression?.text, spelt);
    assert.equal(expression?.id, id);
  });
}

const invalid: readonly string[] = [
  '',
  ' ',
  'BSD',
  'GPL-2',
  'MIT/Apache-2.0',
  'MIT Apache-2.0',
  'MIT OR',
  'OR MIT',
  'MIT Or ISC',
  '(MIT',
  'MIT)',
  ')MIT(',
  '()',
  'MIT +',
  'MIT++',
  'LicenseRef-a+',
  'LicenseRef-',
  'LicenseRef-a_b',
  'Classpath-exception-2.0',
  'MIT WITH MIT',
  'GPL-2.0-only WITH Classpath-exception-2.0 WITH LLVM-exception',
  '(GPL-2.0-only) WITH Classpath-exception-2.0',
  'UNLICENSED',
  'SEE LICENSE IN LICENSE.md',
  'NOASSERTION',
  'NONE',
  'constructor',
];

for (const text of invalid) {
  test(`${JSON.stringify(text)} is no expression`, () => {
    assert.equal(parseSpdxExpression(text), undefined);
  });
}

test('names that the licence list does not define are told, once each', () => {
  const expression = parseSpdxExpression('LicenseRef-a OR (MIT AND LicenseRef-b) OR LicenseRef-a');
  assert.deepEqual(expression?.references, ['LicenseRef-a', 'LicenseRef-b']);
});

const operand = fc.oneof(
  fc.constantFrom(...spdxLicenceIds),
  fc.constantFrom('LicenseRef-x', 'MIT+'),
  fc
    .tuple(fc.constantFrom(...spdxLicenceIds), fc.constantFrom(...spdxExceptionIds))
    .map(([id, exception]) => `${id} WITH ${exception}`),
);

const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    operand,
    fc.tuple(tie('expression'), fc.constantFrom('AND', 'OR'), tie('expression')).map((parts) => parts.join(' ')),
    tie('expression').map((inner) => `(${inner})`),
  ),
}));

test('every expression that the grammar makes is read back letter by letter', () => {
  fc.assert(fc.property(expression, (text) => parseSpdxExpression(text)?.text === text));
});

test('any text is answered, and what is an expression stays the same when read again', () => {
  const words = fc.array(fc.constantFrom('MIT', 'isc', '(', ')', 'AND', 'or', 'WITH', 'LLVM-exception', '+', '\u00a0'));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        words.map((list) => list.join(' ')),
      ),
      (text) => {
        const once = parseSpdxExpression(text);
        return once === undefined || parseSpdxExpression(once.text)?.text === once.text;
      },
    ),
  );
});

test('a hundred thousand brackets do no harm', () => {
  const deep = `${'('.repeat(100_000)}MIT${')'.repeat(100_000)}`;
  assert.equal(parseSpdxExpression(deep)?.text, deep);
  assert.equal(parseSpdxExpression(deep.slice(0, -1)), undefined);
});

test('the list of identifiers is the one that is installed', () => {
  const path = new URL('generated/spdx-license-ids.ts', import.meta.url);
  assert.equal(readFileSync(path, 'utf8'), spdxModule(readSpdxSchema()), 'run node scripts/generate-spdx-ids.ts');
});
