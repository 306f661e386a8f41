import assert from 'node:assert/strict';
import { test } from 'node:test';
import { suggestExpression } from '../src/base/licences/suggest-expression.ts';
import { hostedPath } from '../src/base/packages/hosted-path.ts';
import { npmrc } from '../src/node/registries/npmrc.ts';
import { requirementOptions } from '../src/node/registries/python-settings.ts';
import { podSources } from '../src/readers/apple/pod-source.ts';
import { workspaceManifests } from '../src/readers/npm/package-manifest.ts';
import { isFolder } from '../src/readers/platformio/pio-component.ts';
import { fitsCargoRequirement } from '../src/readers/rust/cargo-requirement.ts';

const count = 2e5;
const [spaces, ats, slashes] = [' ', '@', '/'].map((one) => `a${one.repeat(count)}!`) as [string, string, string];
const settingsFile = { path: '', whose: 'repository', environment: {} } as const;

for (const [what, read] of [
  ['the name of a licence', () => suggestExpression(spaces)],
  ['the address of a repository', () => hostedPath(ats.slice(1))],
  ['a requirement of Cargo', () => fitsCargoRequirement('1.0.0', spaces)],
  ['a line of .npmrc', () => npmrc({ ...settingsFile, text: spaces })],
  ['a value of .npmrc', () => npmrc({ ...settingsFile, text: `registry=${spaces}` })],
  ['a requirements file', () => requirementOptions({ ...settingsFile, text: `${'\n'.repeat(count)}!` })],
  ['a pod', () => podSources({ DEPENDENCIES: ['a'.repeat(count)] })],
  ['a dependency of PlatformIO', () => isFolder(ats.slice(1))],
  ['a workspace of npm', () => workspaceManifests('package.json', JSON.stringify({ workspaces: [slashes] }), [])],
] as const)
  test(`${what} of ${count} characters is read in linear time`, () => {
    const started = performance.now();
    read();
    assert.ok(performance.now() - started < 2000);
  });
