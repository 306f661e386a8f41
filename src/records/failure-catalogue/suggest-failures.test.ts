import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scaffoldItem, type ItemFacts } from '../scaffolds/scaffold-item.ts';
import { loadRecords } from '../load.ts';
import { componentKinds, suggestFailures } from './suggest-failures.ts';

const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['pkg:pypi/numpy', [], ['numerical library']],
  ['pkg:pypi/nvidia-cudnn-cu12', [], ['graphics-processor runtime']],
  ['pkg:npm/%40mui/material', [], ['user-interface framework']],
  ['pkg:deb/debian/libssl3', [], ['cryptographic library']],
  ['pkg:npm/unheard-of', ['unheard-of', 'A fast JPEG codec'], ['image codec or image library']],
  ['pkg:npm/dateless', ['dateless', 'Parses updates of candidates'], []],
  ['pkg:npm/unheard-of', ['unheard-of'], []],
];

for (const [soup, texts, kinds] of cases)
  test(`${soup} ${texts.join(' ')}: ${kinds.join(', ') || 'nothing is suggested'}`, () => {
    assert.deepEqual(
      suggestFailures(soup, texts).map(({ kind }) => kind.kind),
      kinds,
    );
  });

test('a kind that was concluded from a word says that it is a guess', () => {
  assert.match(suggestFailures('pkg:npm/x', ['a time zone thing'])[0]?.because ?? '', /guess by the word "time zone"/);
});

test('suggestions stand in a draft as comments that stay comments, and whole', () => {
  const facts: ItemFacts = {
    soup: 'pkg:pypi/x',
    title: 'x',
    supplier: undefined,
    versions: ['1'],
    facts: [],
    covers: [],
    users: [],
    importedIn: [],
    suggested: componentKinds.map((kind) => ({ kind, because: 'a test' })),
    class: 'C',
    classReason: 'a test',
  };
  const text = scaffoldItem(facts);
  const without = scaffoldItem({ ...facts, suggested: [] });
  const load = (draft: string) => loadRecords(new Map([['soup/items/x.yaml', draft]])).items[0]?.record;
  assert.deepEqual(load(text), load(without));
  const taken = (draft: string) => load(draft.replace(/^# (?!.*…\.$)(?=[a-z ]+:|  )/gm, ''));
  assert.deepEqual(taken(text), taken(without));
  const modes = componentKinds.flatMap((kind) => kind.modes);
  assert.ok(modes.length > 45);
  for (const { mode, cause, effect, controls } of modes)
    for (const told of [mode, cause, effect, ...controls.map((control) => control.text)])
      assert.ok(text.includes(told), told);
  assert.ok(!text.includes('…\n##'), 'a line was cut');
});

test('a record of class A is offered none', () => {
  const [kind] = suggestFailures('pkg:pypi/numpy', []);
  assert.ok(kind);
  const facts = {
    soup: 'pkg:pypi/numpy',
    title: 'numpy',
    supplier: undefined,
    versions: [],
    facts: [],
    covers: [],
    users: [],
    importedIn: [],
  };
  const text = scaffoldItem({ ...facts, suggested: [kind], class: 'A', classReason: 'x' });
  assert.ok(!text.includes('Suggestions'));
});
