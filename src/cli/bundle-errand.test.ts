import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bundleErrand } from './bundle-errand.ts';
import type { OptionValues } from './command.ts';

const understood: readonly (readonly [OptionValues, unknown])[] = [
  [{}, undefined],
  [{ from: ['mirror'], full: true }, undefined],
  [
    { toBundle: 'out.tar', signWith: 'key' },
    { kind: 'make', file: 'out.tar', key: 'key', since: undefined },
  ],
  [
    { toBundle: 'out.tar', signWith: 'key', since: 'old.tar', trust: 'pub' },
    { kind: 'make', file: 'out.tar', key: 'key', since: { file: 'old.tar', trust: 'pub' } },
  ],
  [
    { fromBundle: 'in.tar', trust: 'pub' },
    { kind: 'take', file: 'in.tar', trust: 'pub' },
  ],
  [
    { bundle: 'out.tar', signWith: 'key' },
    { kind: 'make', file: 'out.tar', key: 'key', since: undefined },
  ],
  [
    { bundle: 'in.tar', trust: 'pub' },
    { kind: 'take', file: 'in.tar', trust: 'pub' },
  ],
];

for (const [options, errand] of understood)
  test(`${JSON.stringify(options)} is understood`, () => assert.deepEqual(bundleErrand(options), errand));

const refused: readonly (readonly [OptionValues, RegExp])[] = [
  [{ signWith: 'key' }, /speak of a bundle, and none is named/],
  [{ toBundle: 'a', fromBundle: 'b' }, /either made or taken/],
  [{ toBundle: 'a' }, /signed, and no key is named/],
  [{ toBundle: 'a', signWith: 'key', since: 'b' }, /no key that it is trusted by/],
  [{ bundle: 'a' }, /only from a signer who is trusted/],
  [{ bundle: 'a', toBundle: 'b', signWith: 'key' }, /two bundles are named/],
  [{ bundle: 'a', fromBundle: 'b', trust: 'pub' }, /two bundles are named/],
  [{ toBundle: 'a', signWith: 'key', database: ['nvd=x'] }, /--database speaks of fetching/],
  [{ fromBundle: 'a' }, /only from a signer who is trusted/],
  [{ fromBundle: 'a', trust: 'pub', signWith: 'key' }, /are for making a bundle/],
  [{ fromBundle: 'a', trust: 'pub', from: ['mirror'] }, /--from speaks of fetching/],
  [{ toBundle: 'a', signWith: 'key', full: true }, /--full speaks of fetching/],
];

for (const [options, message] of refused)
  test(`${JSON.stringify(options)} is wrong use`, () =>
    assert.throws(() => bundleErrand(options), { name: 'UsageError', message, help: /./ }));
