import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Judgement } from '../app/verdicts/compose-verdict.ts';
import { judgementFrom } from './judgement-from.ts';

const least = { status: 'affected', reason: 'A long name is cut', by: 'ada' };

const taken: readonly (readonly [what: string, options: object, expected: Partial<Judgement>])[] = [
  ['nothing is added that nobody said', {}, {}],
  [
    'nobody can tell, and nobody has tried',
    { reachable: 'unknown' },
    { reachability: { answer: 'unknown', functions: [] } },
  ],
  [
    'nobody can tell, and this was tried',
    { reachable: 'unknown', evidence: 'A fuzzer for a night' },
    { reachability: { answer: 'unknown', evidence: 'A fuzzer for a night', functions: [] } },
  ],
  [
    'it is reached, as somebody has seen',
    { reachable: 'yes', evidence: 'label.js:3' },
    { reachability: { answer: 'reachable', evidence: 'label.js:3', functions: [] } },
  ],
  ['it cannot contribute', { hazardous: 'no', safety: 'A label' }, { safety: { none: 'A label' } }],
  [
    'it can contribute, and what it leads to is not written yet',
    { hazardous: 'yes', safety: 'The number is cut' },
    { safety: { failureModes: [], risks: [], reason: 'The number is cut' } },
  ],
  [
    'it leads to what is named',
    { failureModes: 'FM-1, FM-2', risks: 'RISK-1', safety: 'The number is cut' },
    { safety: { failureModes: ['FM-1', 'FM-2'], risks: ['RISK-1'], reason: 'The number is cut' } },
  ],
];

for (const [what, options, expected] of taken)
  test(`by options, ${what}`, () =>
    assert.deepEqual(judgementFrom({ ...least, ...options }), {
      status: 'affected',
      reason: 'A long name is cut',
      by: 'ada',
      ...expected,
    }));

const refused: readonly (readonly [what: string, options: object, message: RegExp])[] = [
  ['a yes without evidence', { reachable: 'yes' }, /has no evidence/],
  ['evidence of nothing', { evidence: 'A test' }, /--evidence says more of --reachable, which is not given/],
  ['words on safety that may mean yes or no', { safety: 'The number is cut' }, /it is not said whether it can/],
  ['a no that leads to a risk', { hazardous: 'no', risks: 'RISK-1', safety: 'x' }, /does not lead to RISK-1/],
  ['a no without words', { hazardous: 'no' }, /does not say why it cannot contribute/],
  ['a yes without words', { hazardous: 'yes' }, /does not say how it can contribute to a hazardous situation/],
  ['a day of no response', { due: '2026-12-01' }, /--due says more of --response/],
  ['words of no response', { responseText: 'Update' }, /--response-text says more of --response/],
  ['a last day that is none', { until: '2026-13-01' }, /^--until "2026-13-01" is no day$/],
  ['a day of a response that is none', { due: 'soon', response: 'update' }, /^--due "soon" is no day$/],
  ['a reason of no vector', { vectorReason: 'Offline' }, /--vector-reason says more of --vector/],
];

for (const [what, options, message] of refused)
  test(`by options, ${what} is refused, and nothing is lost in silence`, () =>
    assert.throws(() => judgementFrom({ ...least, ...options }), { name: 'UsageError', message }));
