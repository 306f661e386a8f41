import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../test/base-device.ts';
import { memoryHost } from '../../test/memory-host.ts';
import { check } from '../app/check/check.ts';
import { openDossier } from '../app/open-dossier.ts';
import type { PackName } from '../model/records/policy.ts';
import { chooseRules } from './choose-rules.ts';
import { rules } from './index.ts';
import { packs } from './packs/index.ts';

async function chosenFor(policy: string, only?: PackName) {
  const host = memoryHost(
    { ...baseDevice, 'tureen.yaml': `${baseDevice['tureen.yaml'] ?? ''}${policy}` },
    { today: baseDay },
  );
  const { dossier } = await openDossier(host);
  assert.ok(dossier);
  return chooseRules(rules, dossier.device, only);
}

/** A rule as it is asked: `error B C`, or `off`. */
async function asked(rule: string, policy: string, only?: PackName): Promise<string> {
  const { rules: chosen } = await chosenFor(policy, only);
  const found = chosen.find(({ id }) => id === rule);
  return found === undefined ? 'off' : [found.severity, ...found.classes].join(' ');
}

const decided = (severity: string) =>
  `policy:\n  rules:\n    - { rule: 62304/purpose, severity: ${severity}, reason: Agreed with the notified body }\n`;

const cases: readonly (readonly [rule: string, policy: string, expected: string, only?: PackName])[] = [
  ['62304/manufacturer', '', 'error A B C'],
  ['62304/manufacturer', '', 'error A B C', 'standard'],
  ['62304/system-requirements', '', 'error B C', 'standard'],
  ['81001-5-1/category', '', 'off', 'standard'],
  ['records/placeholder', '', 'error A B C', 'standard'],
  ['81001-5-1/support', '', 'error A B C', 'fda'],
  ['81001-5-1/support', 'policy: { packs: [standard, fda] }\n', 'error A B C'],
  ['62304/purpose', decided('off'), 'off'],
  ['62304/purpose', decided('note'), 'note B C'],
];

for (const [rule, policy, expected, only] of cases) {
  test(`${rule} is ${expected} under ${only ?? (JSON.stringify(policy) || 'the usual policy')}`, async () => {
    const found = await asked(rule, policy, only);
    assert.equal(found, expected);
  });
}

test('the practice of notified bodies holds when nothing is said, and asks every rule as it is', async () => {
  const { rules: chosen } = await chosenFor('');
  assert.deepEqual(
    chosen.map(({ id, severity, classes }) => ({ id, severity, classes })),
    rules.map(({ id, severity, classes }) => ({ id, severity, classes })),
  );
});

test('a pack names only rules that there are', () => {
  const known = new Set(rules.map(({ id }) => id));
  assert.deepEqual(
    packs.flatMap(({ severities }) => Object.keys(severities)).filter((id) => !known.has(id)),
    [],
  );
});

test('a choice about a rule that there is not is an error with its place', async () => {
  const policy = decided('off').replace('62304/purpose', '62304/purposes');
  const host = memoryHost(
    { ...baseDevice, 'tureen.yaml': `${baseDevice['tureen.yaml'] ?? ''}${policy}` },
    { today: baseDay },
  );
  const { diagnostics } = await check(host);
  assert.deepEqual(
    diagnostics.map(({ rule, message, place }) => ({ rule, message, place })),
    [
      {
        rule: 'records/unknown-rule',
        message: 'there is no rule "62304/purposes"',
        place: { file: 'tureen.yaml', keyPath: ['policy', 'rules', 0, 'rule'] },
      },
    ],
  );
});
