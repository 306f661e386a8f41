import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { advisory, affects, range } from '../../../test/sample-advisory.ts';
import { component } from '../../../test/sample-component.ts';
import type { Component } from '../../model/component.ts';
import type { Evaluation } from '../../model/anomalies/evaluation.ts';
import { releaseSchema } from '../../model/releases/release.ts';
import { evaluate } from '../evaluation/evaluate.ts';
import { watchField } from './watch-field.ts';

const data: Evaluation['data'] = {
  hash: 'sha256:0',
  fetched: '2026-11-14T00:00:00Z',
  newest: '2026-11-14T00:00:00Z',
  sources: [],
};

const records = [
  advisory('A-1', { affected: [affects('npm', 'axios', { ranges: [range('semver', { introduced: '1.1.0' })] })] }),
  advisory('B-1', {
    affected: [affects('Debian:12', 'openssl', { ranges: [range('ecosystem', { introduced: '0' })] })],
  }),
];

function evaluateAlone(components: readonly Component[]): Evaluation {
  return evaluate(components, () => records, data, '2026-11-15').evaluation;
}

const scope = fc.constantFrom('runtime', 'development', 'unknown');

const any: fc.Arbitrary<Component> = fc.oneof(
  fc
    .tuple(fc.constantFrom('1.0.0', '1.1.0', '1.2.0'), scope, fc.boolean())
    .map(([version, used, firstParty]) => component(`pkg:npm/axios@${version}`, { scope: used, firstParty })),
  fc.tuple(fc.constantFrom('openssl', 'other', undefined), scope).map(([name, used]) =>
    component('pkg:deb/debian/libssl3@3.0.1?distro=debian-12', {
      scope: used,
      source: name === undefined ? undefined : { name, version: '3.0.1' },
    }),
  ),
);

const inventories = fc.array(fc.uniqueArray(any, { maxLength: 4, selector: ({ purl }) => purl }), { maxLength: 4 });

test('each release is told what it is told alone, and no component is evaluated twice', () => {
  fc.assert(
    fc.property(inventories, (given) => {
      const asked: Component[] = [];
      const releases = given.map((components, index) => ({
        components,
        evaluation: undefined,
        release: {
          file: `soup/releases/${index}/release.yaml`,
          record: releaseSchema.parse({
            version: String(index),
            date: '2026-01-01',
            recorded: { by: 'ada', on: '2026-01-01' },
            frozen: [{ file: 'inventory.json', sha256: '0'.repeat(64) }],
          }),
        },
      }));
      const field = watchField({ releases, verdicts: [], reviews: [], data, today: '2026-11-15' }, (batch) => {
        assert.equal(new Set(batch.map(({ purl }) => purl)).size, batch.length);
        asked.push(...batch);
        return evaluateAlone(batch);
      });
      const keys = asked.map((one) => JSON.stringify([one.purl, one.source, one.scope]));
      assert.equal(new Set(keys).size, keys.length);
      assert.equal(field.distinct, keys.length);
      for (const [index, components] of given.entries()) {
        const alone = evaluateAlone(components);
        const open = alone.findings.filter(({ result }) => result !== 'not-affected');
        const told = field.defects.flatMap(({ findings }) =>
          findings.filter(({ release }) => release === String(index)).map(({ finding }) => finding),
        );
        assert.deepEqual(
          new Set(told.map((one) => JSON.stringify(one))),
          new Set(open.map((one) => JSON.stringify(one))),
        );
        for (const { findings } of field.defects)
          for (const { release, finding, scope: used } of findings.filter((one) => one.release === String(index)))
            assert.equal(used, components.find(({ purl }) => purl === finding.component)?.scope, release);
        const row = field.releases[index];
        assert.equal(row?.components, alone.components);
        assert.deepEqual(
          new Set(row?.uncovered.map((one) => JSON.stringify(one))),
          new Set(alone.uncovered.map((one) => JSON.stringify(one))),
        );
        assert.equal(row?.waiting, open.length);
      }
    }),
    { numRuns: 300 },
  );
});
