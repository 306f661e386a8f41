import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { podfileLock } from './podfile-lock.ts';

/** What the Podfile says of a pod, what was checked out, and what is made of it. */
const sources: readonly (readonly [external: string, checkedOut: string, says: string])[] = [
  [':path: ../dose', '', 'own exact'],
  [':path: "../node_modules/dose"', '', 'foreign exact'],
  [':path: ".symlinks/plugins/dose/ios"', '', 'foreign exact'],
  [':path: Flutter/ephemeral', '', 'foreign exact'],
  [':podspec: "../node_modules/dose.podspec"', '', 'foreign exact'],
  [':git: https://u:p@git.example/dose.git', `:commit: ${'0a'.repeat(20)}`, `foreign exact @${'0a'.repeat(20)}`],
  [':git: https://git.example/dose.git\n    :branch: main', '', 'foreign mutable @main'],
  [':git: https://git.example/dose.git\n    :tag: 1.0.0', '', 'foreign mutable @1.0.0'],
  [':http: https://files.example/dose.zip', '', 'foreign exact'],
];

for (const [external, checkedOut, says] of sources) {
  test(`a pod with ${JSON.stringify(external)} is ${says}`, () => {
    const options = checkedOut === '' ? '' : `CHECKOUT OPTIONS:\n  Dose:\n    ${checkedOut}\n`;
    const [component] = read(
      `PODS:\n  - Dose/Core (1.0.0)\nDEPENDENCIES:\n  - Dose/Core\nEXTERNAL SOURCES:\n  Dose:\n    ${external}\n${options}`,
    ).components;
    const [, state] = /(@[^@]*)$/.exec(decodeURIComponent(component?.purl.split('vcs_url=')[1] ?? '')) ?? [];
    const owner = component?.firstParty === true ? 'own' : 'foreign';
    assert.equal([owner, component?.pinning.kind, state].filter((part) => part !== undefined).join(' '), says);
    assert.ok(!component?.purl.includes('u:p'));
  });
}

test('a source that only stands with the dependency counts', () => {
  const { components } = read('PODS:\n  - Dose (1.0.0)\nDEPENDENCIES:\n  - Dose (from `../dose`)\n');
  assert.deepEqual(
    components.map(({ firstParty }) => firstParty),
    [true],
  );
});

test('subspecs are one pod, and needs of its parts are its own', () => {
  const { components, diagnostics } = read(
    'PODS:\n  - A/X (1.0):\n    - A/Y\n    - B/Z (~> 2)\n  - A/Y (1.0):\n    - C\n  - "B/Z (2.0)"\n  - C (3.0-rc.1)\nDEPENDENCIES:\n  - A/X\n',
  );
  assert.deepEqual(
    components.map(({ name, version, relation, foundAt, dependsOn }) =>
      [name, version, relation, foundAt[0]?.line, ...(dependsOn ?? [])].join(' '),
    ),
    ['A 1.0 direct 2 pkg:cocoapods/B@2.0 pkg:cocoapods/C@3.0-rc.1', 'B 2.0 transitive 7', 'C 3.0-rc.1 transitive 8'],
  );
  assert.deepEqual(diagnostics, []);
});

test('lists that are not indented are read alike', () => {
  const { components } = read('PODS:\n- A (1.0):\n  - B\n- B (2.0)\n\nDEPENDENCIES:\n- A\n');
  assert.deepEqual(
    components.map(({ name, foundAt, relation }) => `${name} ${foundAt[0]?.line} ${relation}`),
    ['A 2 direct', 'B 4 transitive'],
  );
});

test('a Podfile without pods leaves a lockfile without any', () => {
  const { components, diagnostics } = read('PODFILE CHECKSUM: 00\n\nCOCOAPODS: 1.15.2\n');
  assert.deepEqual([components, diagnostics], [[], []]);
});

test('an entry without a version is told with its line', () => {
  const { components, diagnostics } = read('PODS:\n  - A (1.0)\n  - B\nDEPENDENCIES:\n  - A\n');
  assert.equal(components.length, 1);
  assert.deepEqual(
    diagnostics.map(({ message, place }) => `${message} ${'line' in place ? place.line : ''}`),
    ['"B" names no pod with its version 3'],
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void [read(text), read(`PODS:\n  - ${text}`)]));
});

function read(text: string): Reading {
  return podfileLock.read({ path: 'ios/Podfile.lock', text, companions: new Map() });
}
