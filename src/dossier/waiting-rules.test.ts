import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../test/base-device.ts';
import { memoryHost } from '../../test/memory-host.ts';
import { check } from '../app/check/check.ts';
import { status } from '../app/check/status.ts';

const item = 'soup/items/npm-left-pad.yaml';

/** What is broken, the rules that wait, and the questions of the reality check that are then not answered with yes. */
const cases: readonly (readonly [
  file: string,
  text: string,
  waits: readonly string[],
  questions: readonly number[],
])[] = [
  ['soup/risks.yaml', '<<<<<<< ours\n', ['62304/trace-dangling', '62304/verdict-safety'], [6]],
  ['soup/risks.yaml', 'rissks: []\n', ['62304/trace-dangling'], [6]],
  [item, 'soup: [\n', ['62304/coverage', '62304/risk-orphan', 'licences/review-needed'], [2, 5, 6, 8]],
  ['soup/anomalies.lock.json', '{', ['62304/anomalies-evaluated', 'records/verdict-unused'], [3]],
  ['package-lock.json', '{', ['records/phantom', 'records/matches-nothing'], [1, 4]],
];

for (const [file, text, waits, questions] of cases)
  test(`while ${file} holds ${JSON.stringify(text)}, what may stand in it is missed by nobody, and counts as answered by nobody`, async () => {
    const host = memoryHost({ ...baseDevice, [file]: text });
    const { diagnostics, waiting } = await check(host);
    const rules = waiting.map(({ rule }) => rule);
    for (const rule of waits) assert.ok(rules.includes(rule), rules.join(', '));
    assert.deepEqual(
      diagnostics.filter(({ rule }) => rules.includes(rule)),
      [],
    );
    const notes = diagnostics.filter(({ rule }) => rule === 'records/waiting');
    assert.deepEqual(
      notes.map(({ severity, place }) => [severity, place.file]),
      [['note', file]],
    );
    assert.match(notes[0]?.message ?? '', new RegExp(`${file} is not read whole, and .* wait.*: .*${waits[0] ?? ''}`));
    const answers = await status(host);
    assert.deepEqual(
      answers.filter(({ id, answer }) => questions.includes(id) && answer === 'yes'),
      [],
    );
  });
