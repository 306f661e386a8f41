import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { deviceSchema, type Device } from '../../model/records/device.ts';
import { absentDatabases } from './absent-databases.ts';
import { parseYaml } from '../../base/formats/yaml/yaml.ts';

type Named = NonNullable<Device['advisories']['databases']>;

function device(databases: Named | undefined): Device {
  const base = deviceSchema.parse(parseYaml(baseDevice['tureen.yaml'] ?? '').value);
  return { ...base, advisories: { sources: [], ...(databases !== undefined && { databases }) } };
}

function holding(...databases: readonly (readonly [feed: string, from: string])[]): Evaluation {
  const held = databases.map(([feed, from]) => ({ feed, from, records: 1, newest: '' }));
  return { data: { ...(held.length > 0 && { databases: held }) } } as unknown as Evaluation;
}

const named: Named = [
  { feed: 'cve-list', from: './cves' },
  { feed: 'nvd', from: './nvd' },
];

const cases: readonly (readonly [what: string, Evaluation, Device | undefined, readonly number[]])[] = [
  ['a store that holds all', holding(['nvd', './nvd'], ['cve-list', './cves']), device(named), []],
  ['a store that holds one', holding(['cve-list', './cves']), device(named), [1]],
  ['a store of none', holding(), device(named), [0, 1]],
  [
    'a store with the same database from elsewhere',
    holding(['cve-list', './cves'], ['nvd', './mirror']),
    device(named),
    [1],
  ],
  ['a store with another database from there', holding(['cve-list', './cves'], ['ghsa', './nvd']), device(named), [1]],
  ['a device that names none', holding(), device(undefined), []],
  ['no device', holding(), undefined, []],
];

for (const [what, evaluation, asking, missing] of cases)
  test(`${what}: ${missing.length} of what is named was not looked into`, () => {
    const told = absentDatabases(evaluation, asking);
    assert.deepEqual(
      told.map(({ place }) => ('keyPath' in place ? place.keyPath : place)),
      missing.map((index) => ['advisories', 'databases', index]),
    );
    for (const { severity, help } of told)
      assert.deepEqual([severity, /tureen sync/.test(help ?? '')], ['error', true]);
  });

test('the message names the database and where it should come from', () => {
  const [told] = absentDatabases(holding(), device([{ feed: 'nvd', from: './nvd' }]));
  assert.equal(told?.message, 'the store does not hold the nvd database from ./nvd that this device names');
});
