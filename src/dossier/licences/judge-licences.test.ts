import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { entry, soupItem } from '../../../test/sample-dossier.ts';
import type { LicenceStatement } from '../../model/component.ts';
import type { Account } from '../../model/entry.ts';
import { licencesSchema } from '../../model/licences/licences-file.ts';
import type { SoftwareItem } from '../../model/records/software-item.ts';
import { judgeLicences } from './judge-licences.ts';

const at = { file: 'package-lock.json', line: 7 };
const place = (id: string, distribution: SoftwareItem['distribution']): SoftwareItem => ({
  id,
  name: id,
  class: 'B',
  distribution,
  sources: ['package-lock.json'],
});
const record = soupItem('a', {
  soup: 'pkg:npm/a',
  licence: {
    concluded: 'LGPL-2.1-only',
    combination: 'dynamic',
    modified: false,
    opinion: 'LEG-1',
    by: 'mk',
    on: '2026-01-02',
  },
});

function judged(
  purl: string,
  licences: readonly (string | LicenceStatement)[],
  account: Account,
  {
    decisions = {},
    places = [place('app', 'container')],
  }: { decisions?: object; places?: readonly SoftwareItem[] } = {},
) {
  const statements = licences.map((one) => (typeof one === 'string' ? { expression: one, at } : one));
  const found = entry(component(purl, { scope: 'runtime', licences: statements }), account, { claimedBy: places });
  return judgeLicences([found], { file: 'soup/licences.yaml', record: licencesSchema.parse(decisions) }).judged;
}

const covered: Account = { kind: 'covered', item: record, cover: 0, reason: 'only a uses it' };
const line = { reason: 'read', by: 'mk', on: '2026-01-02' };

test('a record concludes for its own package, with its facts and its opinion', () => {
  const [one] = judged('pkg:npm/a@1.0.0', ['MIT'], { kind: 'own', item: record });
  assert.equal(one?.licence.text, 'LGPL-2.1-only');
  assert.equal(one.licence.from, 'concluded');
  assert.deepEqual(one.declared, ['MIT']);
  assert.equal(one.verdict.outcome, 'allowed-with-obligations');
  assert.equal(one.opinion?.document, 'LEG-1');
});

test('what a covered component declares is judged by itself: facts and opinion of the record are about something else', () => {
  const [one] = judged('pkg:npm/b@1.0.0', ['LPPL-1.3c'], covered);
  assert.equal(one?.licence.from, 'declared');
  assert.equal(one.use.combination, undefined);
  assert.equal(one.opinion, undefined);
  assert.equal(one.verdict.outcome, 'needs-legal-review');
});

test('a covered component of which nothing is stated, or only a name, goes with the record', () => {
  for (const licences of [[], ['NOASSERTION'], ['BSD']])
    assert.equal(judged('pkg:npm/b@1.0.0', licences, covered)[0]?.licence.from, 'covering');
});

test('a conclusion in soup/licences.yaml goes before everything, and remembers what was stated', () => {
  const decisions = {
    conclusions: [
      { packages: 'pkg:npm/b*', declared: 'BSD', concluded: 'BSD-3-Clause', combination: 'static', ...line },
    ],
  };
  const [one] = judged('pkg:npm/b@1.0.0', ['BSD'], covered, { decisions });
  assert.equal(one?.licence.text, 'BSD-3-Clause');
  assert.equal(one.judgedOn?.text, 'BSD');
  assert.equal(one.use.combination, 'static');
});

test('a recorded choice takes the place of the alternatives, however they are bracketed and spelt', () => {
  const decisions = {
    choices: [{ packages: 'pkg:npm/b', between: 'mit or GPL-3.0-only', chosen: 'GPL-3.0-only', ...line }],
  };
  const [one] = judged(
    'pkg:npm/b@1.0.0',
    ['(MIT OR GPL-3.0-only)'],
    { kind: 'unaccounted', reason: '' },
    { decisions },
  );
  assert.equal(one?.licence.text, 'GPL-3.0-only');
  assert.deepEqual(one.verdict.choices, []);
  assert.equal(one.verdict.outcome, 'undetermined');
});

test('what an SBOM says that somebody concluded is no declaration', () => {
  const said = { expression: 'MIT', said: 'concluded' as const, at };
  const [one] = judged('pkg:npm/b@1.0.0', [said], { kind: 'unaccounted', reason: '' });
  assert.equal(one?.licence.from, 'concluded-by-others');
  assert.deepEqual(one.declared, []);
});

test('each software item has its own verdict, tools and own packages have none', () => {
  const places = [place('app', 'container'), place('cloud', 'hosted-service')];
  const outcomes = judged('pkg:npm/b@1.0.0', ['MIT'], { kind: 'unaccounted', reason: '' }, { places });
  assert.deepEqual(
    outcomes.map(({ softwareItem, verdict }) => [softwareItem?.id, verdict.outcome]),
    [
      ['app', 'allowed-with-obligations'],
      ['cloud', 'allowed'],
    ],
  );
  assert.deepEqual(judged('pkg:npm/b@1.0.0', ['MIT'], { kind: 'tool', evidence: '' }), []);
  assert.deepEqual(judged('pkg:npm/b@1.0.0', ['MIT'], { kind: 'first-party' }), []);
});

test('the company says what its names stand for and overrules the table, and the verdict says so', () => {
  const decisions = {
    licences: [{ id: 'LicenseRef-V', name: 'Vendor', family: 'permissive' }],
    policy: [{ families: ['permissive'], distribution: ['container'], verdict: 'not-allowed', ...line }],
  };
  const [one] = judged('pkg:npm/b@1.0.0', ['LicenseRef-V'], { kind: 'unaccounted', reason: '' }, { decisions });
  assert.equal(one?.verdict.outcome, 'not-allowed');
  assert.deepEqual(one.verdict.reasons[0]?.rules, ['soup/licences.yaml policy 1']);
  assert.match(one.verdict.reasons[0]?.why ?? '', /read – mk, 2026-01-02 \(the company overrules permissive\)/);
});
