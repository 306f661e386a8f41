import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { priorities } from '../../model/anomalies/ssvc.ts';
import { exposures, humanImpacts, publicSafetyImpacts, valueDensities } from '../../model/anomalies/ssvc-context.ts';
import { decideAsDeployer, decideAsSupplier } from './decide-priority.ts';
import { deployerTable } from './deployer-decisions.ts';
import { supplierTable } from './supplier-decisions.ts';

test('each table answers each combination of its points once', () => {
  for (const table of [supplierTable, deployerTable])
    assert.deepEqual([table.length, new Set(table.map((row) => row.slice(0, 3).join())).size], [18, 18]);
});

const points = fc.record(
  {
    exploitation: fc.constantFrom('none', 'poc', 'active'),
    automatable: fc.constantFrom('no', 'yes'),
    technicalImpact: fc.constantFrom('partial', 'total'),
  },
  { requiredKeys: ['exploitation', 'automatable', 'technicalImpact'] },
);
const context = fc.record({
  valueDensity: fc.constantFrom(...valueDensities),
  publicSafety: fc.constantFrom(...publicSafetyImpacts),
  exposure: fc.constantFrom(...exposures),
  humanImpact: fc.constantFrom(...humanImpacts),
});

for (const [who, decide] of [
  ['supplier', decideAsSupplier],
  ['deployer', decideAsDeployer],
] as const) {
  test(`for the ${who} all points together leave one priority, and what is left out only adds others`, () => {
    fc.assert(
      fc.property(points, context, (known, stated) => {
        const [only, ...others] = decide(known, stated);
        assert.ok(only !== undefined && others.length === 0);
        for (const key of Object.keys(known)) assert.ok(decide({ ...known, [key]: undefined }, stated).includes(only));
        for (const key of Object.keys(stated)) assert.ok(decide(known, { ...stated, [key]: undefined }).includes(only));
      }),
    );
  });

  test(`for the ${who} more exploitation is never less urgent`, () => {
    fc.assert(
      fc.property(points, context, (known, stated) => {
        const ranks = (['none', 'poc', 'active'] as const).map((exploitation) =>
          priorities.findIndex((one) => one === decide({ ...known, exploitation }, stated)[0]),
        );
        assert.deepEqual(
          ranks,
          ranks.toSorted((a, b) => a - b),
        );
      }),
    );
  });
}

test('single rows of the tables as published', () => {
  const exploited = { exploitation: 'active', automatable: 'yes', technicalImpact: 'total' } as const;
  assert.deepEqual(decideAsSupplier(exploited, { valueDensity: 'diffuse', publicSafety: 'minimal' }), ['out-of-cycle']);
  assert.deepEqual(decideAsSupplier(exploited, {}), ['out-of-cycle', 'immediate']);
  assert.deepEqual(decideAsDeployer(exploited, { exposure: 'open', humanImpact: 'high' }), ['immediate']);
  assert.deepEqual(decideAsDeployer({ exploitation: 'none' }, { exposure: 'small', humanImpact: 'low' }), ['defer']);
  assert.deepEqual(decideAsSupplier({}, {}), priorities);
});
