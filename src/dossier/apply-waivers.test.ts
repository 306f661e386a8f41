import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Matter, Problem, Rule } from '../model/plugs/rule.ts';
import type { Waiver } from '../model/records/waiver.ts';
import { findingJudged } from '../rules/81001-5-1/finding-judged.ts';
import { saidOf } from '../rules/said-of.ts';
import { applyWaivers } from './apply-waivers.ts';

const rule: Rule = findingJudged;
const matters: readonly [Matter, ...Matter[]] = [
  { purl: 'pkg:npm/a@1', anomalies: ['CVE-1', 'GHSA-1'] },
  { purl: 'pkg:npm/a@2', anomalies: ['CVE-1', 'GHSA-1'] },
  { purl: 'pkg:npm/%40s/b@1', anomalies: ['CVE-1', 'GHSA-1'] },
];
const place = { file: 'soup/anomalies.lock.json' };
const shared = saidOf(
  matters,
  (matter) => matter,
  (some) => ({ message: some.map(({ purl }) => purl).join(' '), place }),
);
const whole: Problem = { message: 'whole', place, about: matters };

const base = {
  rule: rule.id,
  reason: 'planned',
  text: 'Later',
  by: 'ada',
  on: '2026-11-01',
  until: '2027-01-01',
} as const;

const cases: readonly (readonly [
  what: string,
  problem: Problem,
  waivers: readonly Partial<Waiver>[],
  open: readonly string[],
  waived: readonly string[],
])[] = [
  [
    'a package of several, both versions of it',
    shared,
    [{ packages: 'pkg:npm/a' }],
    ['pkg:npm/%40s/b@1'],
    ['pkg:npm/a@1 pkg:npm/a@2'],
  ],
  [
    'a package with a scope, as people write it',
    shared,
    [{ packages: 'pkg:npm/@s/*' }],
    ['pkg:npm/a@1 pkg:npm/a@2'],
    ['pkg:npm/%40s/b@1'],
  ],
  [
    'two waivers, each its part',
    shared,
    [{ packages: 'pkg:npm/a' }, { packages: 'pkg:npm/*' }],
    [],
    ['pkg:npm/a@1 pkg:npm/a@2', 'pkg:npm/%40s/b@1'],
  ],
  ['an anomaly by its other id', shared, [{ anomalies: ['ghsa-1'] }], [], [shared.message]],
  ['another anomaly', shared, [{ packages: 'pkg:npm/*', anomalies: ['CVE-2'] }], [shared.message], []],
  ['a package of what is one thing', whole, [{ packages: 'pkg:npm/a' }], ['whole'], []],
  ['all packages of what is one thing', whole, [{ packages: 'pkg:npm/*' }], [], ['whole']],
  ['a package of what is about none', { message: 'none', place, about: [] }, [{ packages: 'pkg:npm/*' }], ['none'], []],
  ['an anomaly of what is about none', { message: 'none', place, about: [] }, [{ anomalies: ['CVE-1'] }], ['none'], []],
  ['everything that the rule says', { message: 'none', place, about: [] }, [{}], [], ['none']],
  ['a package, until yesterday', shared, [{ packages: 'pkg:npm/a', until: '2026-11-14' }], [shared.message], []],
  ['a package, from tomorrow on', shared, [{ packages: 'pkg:npm/a', on: '2026-11-16' }], [shared.message], []],
  ['a package in other files', shared, [{ packages: 'pkg:npm/a', files: 'soup/items/*' }], [shared.message], []],
];

for (const [what, problem, given, open, waived] of cases) {
  test(`a waiver of ${what} waives ${waived.length}, and leaves ${open.length}`, () => {
    const waivers = { file: 'soup/waivers.yaml', record: { waivers: given.map((one) => ({ ...base, ...one })) } };
    const parted = applyWaivers(
      [{ rule, problem }],
      { waivers, today: '2026-11-15' },
      { asked: [rule], known: [rule] },
    );
    assert.deepEqual(
      parted.open.map(({ message }) => message),
      open,
    );
    assert.deepEqual(
      parted.waived.map(({ diagnostic }) => diagnostic.message),
      waived,
    );
  });
}
