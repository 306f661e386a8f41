import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soupItem } from '../../../test/sample-dossier.ts';
import type { Inheritable } from '../../model/records/inheritance.ts';
import { inheritJudgements } from './inherit-judgements.ts';

const support = { level: 'maintained', source: 'README', assessed: '2026-11-01' };
const from = (name: string, ...judgements: readonly Inheritable[]) => ({
  inherits: [{ from: `pkg:npm/${name}`, judgements, reason: 'released together' }],
});
const record = (name: string, rest: object) => soupItem(name, { soup: `pkg:npm/${name}`, ...rest });

const cases: readonly (readonly [string, readonly (readonly [string, object])[], string])[] = [
  [
    'the record that states it',
    [
      ['a', from('b', 'support')],
      ['b', { support }],
    ],
    'support by pkg:npm/b',
  ],
  [
    'through a record that inherits it as well',
    [
      ['a', from('b', 'support')],
      ['b', from('c', 'support')],
      ['c', { support }],
    ],
    'support by pkg:npm/c',
  ],
  [
    'each judgement by its own way',
    [
      ['a', from('b', 'support', 'system')],
      ['b', { support, ...from('c', 'system') }],
      ['c', { system: { os: 'any' } }],
    ],
    'support by pkg:npm/b, system by pkg:npm/c',
  ],
  [
    'an argued none is a judgement',
    [
      ['a', from('b', 'failureModes')],
      ['b', { noContribution: 'x' }],
    ],
    'failureModes by pkg:npm/b',
  ],
  ['itself', [['a', from('a', 'support')]], 'support: circle a, a'],
  [
    'a circle further on',
    [
      ['a', from('b', 'support')],
      ['b', from('c', 'support')],
      ['c', from('b', 'support')],
    ],
    'support: circle a, b, c, b',
  ],
  ['a record that is not there', [['a', from('b', 'support')]], 'support: no-record a, b'],
  [
    'a draft',
    [
      ['a', from('b', 'support')],
      ['b', { support, status: 'draft' }],
    ],
    'support: draft a, b',
  ],
  [
    'a record that does not state it',
    [
      ['a', from('b', 'support')],
      ['b', {}],
    ],
    'support: not-stated a, b',
  ],
  [
    'stated by itself, too',
    [
      ['a', { support, ...from('b', 'support') }],
      ['b', { support }],
    ],
    'support: stated-too a',
  ],
];

for (const [title, records, expected] of cases)
  test(`a judgement is followed: ${title}`, () => {
    const items = records.map(([name, rest]) => record(name, rest));
    const [first] = items;
    assert.ok(first);
    const inherited = inheritJudgements(items).get(first);
    const held = [...(inherited?.held ?? [])].map(([judgement, { holder }]) => `${judgement} by ${holder.record.soup}`);
    const faults = (inherited?.faults ?? []).map(
      ({ judgement, kind, way }) =>
        `${judgement}: ${kind} ${way.map((soup) => soup.slice('pkg:npm/'.length)).join(', ')}`,
    );
    assert.equal([...held, ...faults].join(', '), expected);
  });

test('of two records about one package the first is meant', () => {
  const items = [record('a', from('b', 'support')), record('b', { support }), record('b', {})];
  const [first] = items;
  assert.ok(first);
  assert.equal(inheritJudgements(items).get(first)?.held.get('support')?.holder, items[1]);
});

test('a chain through a thousand records ends', () => {
  const items = Array.from({ length: 1000 }, (_, index) =>
    record(`p${index}`, index === 999 ? { support } : from(`p${index + 1}`, 'support')),
  );
  const [first] = items;
  assert.ok(first);
  assert.equal(inheritJudgements(items).get(first)?.held.get('support')?.holder, items[999]);
});
