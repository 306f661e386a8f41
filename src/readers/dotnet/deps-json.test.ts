import assert from 'node:assert/strict';
import { test } from 'node:test';
import { depsJson } from './deps-json.ts';

test('a package and an assembly of one name both count, and so does a library that the target does not hold', () => {
  const target = {
    'App/1.0.0': { dependencies: { 'Device.Link': '2.1.0' } },
    'Device.Link/2.1.0': { dependencies: { 'System.Memory': '4.5.4' } },
    'System.Memory/4.5.4': { runtime: { 'lib/System.Memory.dll': {} } },
    'System.Memory/4.0.1.2': { runtime: { 'System.Memory.dll': {} } },
  };
  const libraries = {
    'App/1.0.0': { type: 'project' },
    'Device.Link/2.1.0': { type: 'package' },
    'System.Memory/4.5.4': { type: 'package' },
    'System.Memory/4.0.1.2': { type: 'reference' },
    'Lens.Left/3.0.0': { type: 'package' },
  };
  const text = JSON.stringify({ runtimeTarget: { name: 'net' }, targets: { net: target }, libraries });
  const { components } = depsJson.read({ path: 'App.deps.json', text, companions: new Map() });
  assert.deepEqual(components.map(({ purl, scope, relation }) => `${purl} ${scope} ${relation}`).toSorted(), [
    'pkg:generic/System.Memory@4.0.1.2 runtime transitive',
    'pkg:nuget/App@1.0.0 runtime direct',
    'pkg:nuget/Device.Link@2.1.0 runtime direct',
    'pkg:nuget/Lens.Left@3.0.0 unknown unknown',
    'pkg:nuget/System.Memory@4.5.4 runtime transitive',
  ]);
});

test('a list is of another tool, and no fault', () => {
  const { components, diagnostics } = depsJson.read({
    path: 'editor.deps.json',
    text: '["react", "wp-blocks"]',
    companions: new Map(),
  });
  assert.deepEqual(components, []);
  assert.deepEqual(
    diagnostics.map(({ severity }) => severity),
    ['note'],
  );
});
