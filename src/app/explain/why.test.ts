import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../../test/base-device.ts';
import { memoryHost } from '../../../test/memory-host.ts';
import { withUncovered } from '../../rules/examples/with-finding.ts';
import { UsageError } from '../../base/errors.ts';
import { why } from './why.ts';

const host = memoryHost({
  ...baseDevice,
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': {
        name: 'padder',
        version: '1.0.0',
        dependencies: { 'left-pad': '1.3.0', other: '1.0.0' },
        devDependencies: { tool: '1.0.0' },
      },
      'node_modules/left-pad': { version: '1.3.0', dependencies: { deep: '1.0.0' } },
      'node_modules/other': { version: '1.0.0', dependencies: { mid: '1.0.0' } },
      'node_modules/mid': { version: '1.0.0', dependencies: { deep: '1.0.0' } },
      'node_modules/deep': { version: '1.0.0' },
      'node_modules/tool': { version: '1.0.0', dev: true },
    },
  }),
});

test('the shortest path from the product is shown, with record, class and use', async () => {
  const [deep] = await why(host, 'pkg:npm/deep@1.0.0');
  assert.deepEqual(deep?.paths, [['pkg:npm/padder@1.0.0', 'pkg:npm/left-pad@1.3.0', 'pkg:npm/deep@1.0.0']]);
  assert.equal(deep?.class, 'B');
  assert.equal(deep?.account.kind, 'unaccounted');
  const [pad] = await why(host, 'pkg:npm/left-pad');
  assert.equal(pad?.account.record, 'soup/items/npm-left-pad.yaml');
});

test('a tool is shown with the evidence for it', async () => {
  const [tool] = await why(host, 'tool');
  assert.equal(tool?.account.kind, 'tool');
  assert.match(tool?.account.reason ?? '', /"dev": true \(package-lock.json:\d+\)/);
});

test('a package URL may be written as people write it, and a name may have its version', async () => {
  const scoped = memoryHost({
    ...baseDevice,
    'package-lock.json': JSON.stringify({
      lockfileVersion: 3,
      packages: {
        '': { name: 'padder', version: '1.0.0', dependencies: { '@org/pad': '1.3.0' } },
        'node_modules/@org/pad': { version: '1.3.0' },
      },
    }),
  });
  for (const wanted of [
    'pkg:npm/@org/pad',
    'pkg:npm/@org/pad@1.3.0',
    'PKG:npm/%40org/pad',
    '@org/pad',
    '@org/pad@1.3.0',
  ]) {
    const found = await why(scoped, wanted);
    assert.deepEqual([wanted, found.map(({ component }) => component.purl)], [wanted, ['pkg:npm/%40org/pad@1.3.0']]);
  }
  await assert.rejects(() => why(scoped, '@org/pad@1.3'), UsageError);
});

test('what is not there is refused with what may be meant', async () => {
  await assert.rejects(
    () => why(host, 'pkg:npm/left-pd'),
    (error) => error instanceof UsageError && error.message === 'nothing here is "pkg:npm/left-pd"',
  );
  await assert.rejects(
    () => why(host, 'left'),
    (error) => error instanceof UsageError && error.help === 'Did you mean pkg:npm/left-pad@1.3.0?',
  );
  await assert.rejects(
    () => why(host, 'pkg:npm/leftpda'),
    (error) => error instanceof UsageError && error.help === 'Did you mean pkg:npm/left-pad@1.3.0?',
  );
  await assert.rejects(
    () => why(host, 'pkg:npm:left-pad'),
    (error) => error instanceof UsageError && error.message === '"pkg:npm:left-pad" is no package URL',
  );
});

test('the lines that import a component are shown, and where nobody could have looked', async () => {
  const [pad] = await why(memoryHost({ ...baseDevice, 'src/label.ts': "\nimport pad from 'left-pad';\n" }), 'left-pad');
  const site = {
    file: 'src/label.ts',
    line: 2,
    module: 'left-pad',
    role: 'product',
    typesOnly: false,
    certainty: 'exact',
  };
  assert.deepEqual(pad?.imports, {
    sites: [site],
    lookedThrough: [{ title: 'JavaScript and TypeScript', types: ['npm'], files: 1 }],
  });
  const [unlooked] = await why(memoryHost(baseDevice), 'left-pad');
  assert.deepEqual(unlooked?.imports, { sites: [], lookedThrough: [] });
});

test('where no source of advisories covers a component, why is told: to have no finding says nothing', async () => {
  const uncovered = [{ component: 'pkg:npm/left-pad@1.3.0', reason: 'the store holds no records for npm' }];
  const [blind] = await why(memoryHost({ ...baseDevice, ...withUncovered(uncovered) }), 'left-pad');
  assert.deepEqual([blind?.findings, blind?.uncovered], [[], 'the store holds no records for npm']);
  const [seen] = await why(memoryHost({ ...baseDevice, ...withUncovered([]) }), 'left-pad');
  assert.equal(seen?.uncovered, undefined);
});
