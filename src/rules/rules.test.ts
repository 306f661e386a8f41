import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDay, baseDevice } from '../../test/base-device.ts';
import { memoryHost } from '../../test/memory-host.ts';
import { openDossier } from '../app/open-dossier.ts';
import { askRules } from '../dossier/ask-rules.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Example, Rule } from '../model/plugs/rule.ts';
import { coverage } from './62304/coverage/coverage.ts';
import { clauseOf } from './clauses.ts';
import { rules } from './index.ts';
import { lockWith } from './examples/lock-with.ts';

for (const rule of rules) {
  for (const example of rule.examples) {
    test(`${rule.id}: ${example.title}`, async () => {
      assert.deepEqual(await messages(rule, example.files), example.says);
    });
  }

  test(`${rule.id} has a right and a wrong example, a clause of the registry, and help that differs from its message`, () => {
    const wrong = rule.examples.filter(({ says }) => says.length > 0);
    assert.ok(wrong.length > 0, 'no wrong example');
    assert.ok(wrong.length < rule.examples.length, 'no right example');
    assert.ok(clauseOf(rule.clause).mnemonic.length > 0);
    assert.ok(!wrong.some(({ says }) => says.includes(rule.help)));
  });

  test(`${rule.id} is content with the base device`, async () => {
    assert.deepEqual(await messages(rule, {}), []);
  });

  test(`${rule.id} is asked only at its classes`, async () => {
    const classes = (['A', 'B', 'C'] as const).filter((safetyClass) => !rule.classes.includes(safetyClass));
    const wrong = rule.examples.find(({ says, files }) => says.length > 0 && files['tureen.yaml'] === undefined);
    if (rule.subject === 'device' || rule.subject === 'waiver' || wrong === undefined) return;
    for (const safetyClass of classes) {
      const device = (baseDevice['tureen.yaml'] ?? '').replace('class: B', `class: ${safetyClass}`);
      assert.deepEqual(await messages(rule, { ...wrong.files, 'tureen.yaml': device }), []);
    }
  });
}

test('what only a draft covers is sent to that draft, for `tureen draft` has nothing to add', async () => {
  const draft =
    'soup: pkg:npm/left-pad\ntitle: left-pad\nstatus: draft\ncovers:\n  - { packages: pkg:npm/is-odd, reason: TBD }\n';
  const files = {
    ...lockWith({ 'left-pad': { version: '1.3.0' }, 'is-odd': { version: '3.0.1' } }),
    'soup/items/npm-left-pad.yaml': draft,
  };
  const [said] = await asked(coverage, files);
  assert.equal(
    said?.message,
    'pkg:npm/is-odd@3.0.1 ships (runtime), but only the draft soup/items/npm-left-pad.yaml proposes to cover it',
  );
  assert.match(said.help, /^Complete soup\/items\/npm-left-pad\.yaml, .*`tureen draft pkg:npm\/is-odd`/);
});

test('a judgement that is inherited from a record which cannot be read is not said to be missing', async () => {
  const judgements = ['support', 'security', 'system', 'requirements', 'failureModes', 'documentation'];
  const heir = `soup: pkg:npm/left-pad\nstatus: confirmed\nsafetyPath: { on: true, reason: r }\ninherits: [{ from: pkg:npm/is-odd, reason: same, judgements: [${judgements.join(', ')}] }]\n`;
  const device = (baseDevice['tureen.yaml'] ?? '').replace('class: B', 'class: C');
  const ids = ['62304/system-requirements', '62304/requirements', '62304/failure-modes', '62304/documentation'];
  const inheriting = rules.filter(({ id }) => ['81001-5-1/support', '81001-5-1/category', ...ids].includes(id));
  assert.equal(inheriting.length, 6);
  for (const rule of inheriting) {
    const said = async (other: string) =>
      (
        await messages(rule, {
          'tureen.yaml': device,
          'soup/items/npm-left-pad.yaml': heir,
          'soup/items/npm-is-odd.yaml': other,
        })
      ).filter((message) => message.includes('left-pad'));
    assert.deepEqual(await said('soup: [broken\n'), [], rule.id);
    assert.equal((await said('soup: pkg:npm/other\nstatus: confirmed\n')).length, 1, rule.id);
  }
});

test('every rule has its own id', () => {
  assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
});

async function messages(rule: Rule, overlay: Example['files']): Promise<string[]> {
  return (await asked(rule, overlay)).map(({ message }) => message);
}

async function asked(rule: Rule, overlay: Example['files']): Promise<readonly Diagnostic[]> {
  const files = Object.entries({ ...baseDevice, ...overlay }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  const { dossier, diagnostics } = await openDossier(memoryHost(Object.fromEntries(files), { today: baseDay }), {
    usage: true,
  });
  assert.ok(dossier, `the example cannot be loaded: ${diagnostics.map(({ message }) => message).join('; ')}`);
  const { open } = askRules(rule.subject === 'waiver' ? rules : [rule], dossier);
  return open.filter((diagnostic) => diagnostic.rule === rule.id);
}
