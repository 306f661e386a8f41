import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { component } from '../../../test/sample-component.ts';
import type { Advisory, AffectedPackage, AffectedRange, RangeEvent } from '../../model/anomalies/advisory.ts';
import type { Result } from '../../model/anomalies/evaluation.ts';
import { evaluateComponent } from './evaluate-component.ts';
import { advise } from './matching/advise.ts';

const axios = (version: string) => component(`pkg:npm/axios@${version}`);
const everyAxios = { affected: [affects('npm', 'axios', { ranges: [range('semver', { introduced: '0' })] })] };

const version = fc.constantFrom('0.9', '1', '1.0', '1.0.0', '1.1-rc.1', '1.1', '1.2', '2.0', '2.1', '3.0');

const event: fc.Arbitrary<RangeEvent> = fc.oneof(
  fc.constantFrom('0', '1.0', '1.1', '2.0').map((introduced) => ({ introduced })),
  version.map((fixed) => ({ fixed })),
  version.map((lastAffected) => ({ lastAffected })),
  version.map((limit) => ({ limit })),
);

const anyRange: fc.Arbitrary<AffectedRange> = fc.record({
  kind: fc.constantFrom('semver', 'ecosystem', 'git'),
  events: fc.array(event, { minLength: 1, maxLength: 6 }),
});

const entry: fc.Arbitrary<AffectedPackage> = fc.record({
  ecosystem: fc.constantFrom('npm', 'npm', 'npm', 'PyPI'),
  name: fc.constant('axios'),
  ranges: fc.array(anyRange, { maxLength: 3 }),
  versions: fc.array(version, { maxLength: 3 }),
  functions: fc.constant([]),
});

const record: fc.Arbitrary<Advisory> = fc
  .record({
    id: fc.constantFrom('A-1', 'B-1', 'C-1', 'CVE-2024-0001'),
    aliases: fc.array(fc.constantFrom('A-1', 'B-1', 'D-1', 'CVE-2024-0001', 'CVE-2024-0002'), { maxLength: 2 }),
    affected: fc.array(entry, { minLength: 1, maxLength: 3 }),
  })
  .map(({ id, ...facts }) => advisory(id, facts));

const records = fc.uniqueArray(record, { maxLength: 4, selector: ({ id }) => id });

test('neither the order of events, ranges, entries and records nor saying a thing twice matters', () => {
  const turned = (one: Advisory): Advisory => ({
    ...one,
    aliases: one.aliases.toReversed(),
    affected: [...one.affected, ...one.affected.slice(0, 1)].toReversed().map(({ ecosystem, name, ranges, versions }) =>
      affects(ecosystem, name, {
        versions: [...versions.toReversed(), ...versions.slice(0, 1)],
        ranges: ranges.toReversed().map(({ kind, events }) => ({ kind, events: events.toReversed() })),
      }),
    ),
  });
  fc.assert(
    fc.property(version, records, (exact, given) => {
      assert.deepEqual(
        evaluateComponent(advise(axios(exact)), given.map(turned).toReversed()),
        evaluateComponent(advise(axios(exact)), given),
      );
    }),
    { numRuns: 500 },
  );
});

test('a record is as strong as the strongest of its entries', () => {
  const strength: readonly (Result | undefined)[] = [undefined, 'not-affected', 'undetermined', 'affected'];
  const resultOf = (exact: string, affected: readonly AffectedPackage[]) =>
    strength.indexOf(evaluateComponent(advise(axios(exact)), [advisory('A-1', { affected })])[0]?.result);
  fc.assert(
    fc.property(version, fc.array(entry, { maxLength: 4 }), (exact, entries) => {
      const alone = entries.map((one) => resultOf(exact, [one]));
      assert.equal(resultOf(exact, entries), Math.max(0, ...alone));
    }),
    { numRuns: 500 },
  );
});

test('an entry of another package changes nothing', () => {
  const unrelated = affects('npm', 'other', { ranges: [range('semver', { introduced: '0' })], versions: ['1.0'] });
  fc.assert(
    fc.property(version, records, (exact, given) => {
      const extended = given.map((one) => ({ ...one, affected: [unrelated, ...one.affected] }));
      assert.deepEqual(
        evaluateComponent(advise(axios(exact)), extended),
        evaluateComponent(advise(axios(exact)), given),
      );
    }),
  );
});

test('a record of other CVEs changes no other finding', () => {
  fc.assert(
    fc.property(version, records, (exact, given) => {
      const before = evaluateComponent(advise(axios(exact)), given);
      const after = evaluateComponent(advise(axios(exact)), [
        ...given,
        advisory('Z-1', { ...everyAxios, aliases: ['CVE-1999-0001'] }),
      ]);
      assert.deepEqual(
        after.filter(({ id }) => id !== 'CVE-1999-0001'),
        before,
      );
    }),
  );
});
