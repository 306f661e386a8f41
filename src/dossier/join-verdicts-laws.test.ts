import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { component } from '../../test/sample-component.ts';
import { entry, finding } from '../../test/sample-dossier.ts';
import type { Entry } from '../model/entry.ts';
import type { Finding } from '../model/anomalies/evaluation.ts';
import { verdictsSchema } from '../model/anomalies/verdict.ts';
import { joinVerdicts } from './join-verdicts.ts';

/** A finding and its component, as they are now. */
type Now = { readonly finding: Finding; readonly entry: Entry; readonly today: string };
type Change = (now: Now) => Now;

const of =
  (change: (one: Finding) => Finding): Change =>
  (now) => ({ ...now, finding: change(now.finding) });
const withUse = (now: Now, scope: Entry['use']['scope']): Now => ({
  ...now,
  entry: { ...now.entry, use: { ...now.entry.use, scope } },
});
const withVersion = (now: Now, version: string): Now => {
  const purl = `pkg:npm/ladle@${version}`;
  const moved = component(purl, { scope: 'runtime' });
  return { ...now, entry: { ...now.entry, component: moved }, finding: { ...now.finding, component: purl } };
};

/** What a verdict was judged on: each of these changes is a reason to ask again. */
const preconditions: Readonly<Record<string, Change>> = {
  hash: of((one) => ({ ...one, records: one.records.map((record) => ({ ...record, hash: 'sha256:aa02' })) })),
  'one record more': of((one) => ({
    ...one,
    records: [...one.records, { id: 'X-9', modified: '', hash: 'sha256:99' }],
  })),
  'one record less': of((one) => ({ ...one, records: one.records.slice(1) })),
  version: (now) => withVersion(now, '7.6.0'),
  scope: (now) => withUse(now, 'development'),
};

/** What else is told of a finding: none of it is a reason to ask again. */
const others: Readonly<Record<string, Change>> = {
  why: of((one) => ({ ...one, why: 'in other words' })),
  summary: of((one) => ({ ...one, summary: 'in other words' })),
  'undetermined now': of((one) => ({ ...one, result: 'undetermined' })),
  severities: of((one) => ({ ...one, severities: [{ kind: 'rating', value: 'CRITICAL' }] })),
  fixed: of((one) => ({ ...one, fixed: ['8.0.0'] })),
  exploited: of((one) => ({ ...one, kev: [{ id: 'CVE-2026-0001', added: '2026-11-11', ransomware: 'known' }] })),
  likely: of((one) => ({ ...one, epss: [{ id: 'CVE-2026-0001', score: 0.9, percentile: 0.99 }] })),
  'one alias more': of((one) => ({ ...one, aliases: [...one.aliases, 'PYSEC-9'] })),
  'order of records': of((one) => ({ ...one, records: one.records.toReversed() })),
  'day of the records': of((one) => ({
    ...one,
    records: one.records.map((each) => ({ ...each, modified: '2026-11-14' })),
  })),
  class: (now) => ({ ...now, entry: { ...now.entry, class: 'C' } }),
  'another day': (now) => ({ ...now, today: '2026-11-20' }),
};

const records = ['GHSA-a', 'GHSA-b'].map((id) => ({ id, modified: '2026-11-01T00:00:00Z', hash: 'sha256:aa01' }));
const start: Now = {
  finding: { ...finding('pkg:npm/ladle@7.5.0', 'CVE-2026-0001', 'affected'), aliases: ['GHSA-a'], records },
  entry: entry(component('pkg:npm/ladle@7.5.0', { scope: 'runtime' }), { kind: 'unaccounted', reason: '' }),
  today: '2026-11-15',
};

function standingOf(now: Now, keys: object = {}): string {
  const judged = {
    anomaly: 'CVE-2026-0001',
    package: 'pkg:npm/ladle',
    versions: ['7.5.0'],
    scope: 'runtime',
    records: { 'GHSA-a': 'sha256:aa01', 'GHSA-b': 'sha256:aa01' },
  };
  const verdict = { judged: [judged], status: 'affected', reason: 'It spills', by: 'ada', on: '2026-11-10', ...keys };
  const verdicts = [{ file: 'a', record: verdictsSchema.parse({ verdicts: [verdict] }) }];
  const { findings } = joinVerdicts({ findings: [now.finding], verdicts, entries: [now.entry], today: now.today });
  return findings[0]?.standing.kind ?? 'none';
}

const some = (changes: Readonly<Record<string, Change>>) => fc.subarray(Object.keys(changes));
const apply = (now: Now, names: readonly string[], changes: Readonly<Record<string, Change>>) =>
  names.reduce((one, name) => changes[name]?.(one) ?? one, now);

test('a verdict is asked again exactly when something that it was judged on has changed', () => {
  fc.assert(
    fc.property(some(preconditions), some(others), (grounds, rest) => {
      const now = apply(apply(start, rest, others), grounds, preconditions);
      assert.equal(standingOf(now), grounds.length > 0 ? 'again' : 'judged');
    }),
    { numRuns: 500 },
  );
});

test('within the range that it holds for, no version asks again, and a last day ends it whatever else is', () => {
  fc.assert(
    fc.property(
      some(others),
      fc.integer({ min: 0, max: 99 }),
      fc.constantFrom('2026-11-14', '2026-11-20'),
      (rest, minor, until) => {
        const now = withVersion(apply(start, rest, others), `7.${minor}.0`);
        const kind = standingOf(now, { validFor: 'vers:npm/>=7.0.0|<8.0.0', until });
        assert.equal(kind, until < now.today ? 'expired' : 'judged');
        assert.equal(standingOf(withVersion(now, `8.${minor}.0`), { validFor: 'vers:npm/>=7.0.0|<8.0.0' }), 'again');
      },
    ),
  );
});
