import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { cartfileResolved } from './cartfile-resolved.ts';

const lines: readonly (readonly [line: string, purl: string | undefined])[] = [
  ['github "Quick/Nimble" "v9.0.0"', 'pkg:github/quick/nimble@v9.0.0'],
  ['  github   "Quick/Nimble"   "v9.0.0"  # tests', 'pkg:github/quick/nimble@v9.0.0'],
  ['git "https://github.com/Quick/Nimble.git" "v9.0.0"', 'pkg:github/quick/nimble@v9.0.0'],
  [
    'github "https://git.example/team/dose" "1.0"',
    'pkg:generic/dose@1.0?vcs_url=git+https://git.example/team/dose@1.0',
  ],
  ['git "../dose.git" "1.0"', 'pkg:generic/dose@1.0?vcs_url=git+../dose.git@1.0'],
  ['binary "https://files.example/Dose.json" "1.0"', 'pkg:generic/Dose@1.0'],
  ['# nothing', undefined],
];

for (const [line, purl] of lines) {
  test(`${line} is ${purl ?? 'nothing'}`, () => {
    const { components, diagnostics } = cartfileResolved.read({
      path: 'Cartfile.resolved',
      text: line,
      companions: new Map(),
    });
    assert.deepEqual(
      components.map((component) => decodeURIComponent(component.purl)),
      purl === undefined ? [] : [purl],
    );
    assert.deepEqual(diagnostics, []);
  });
}

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const companions = new Map([['Cartfile', text]]);
      cartfileResolved.read({ path: 'Cartfile.resolved', text, companions });
      cartfileResolved.read({ path: 'Cartfile.resolved', text: `github "${text}" "1"`, companions });
    }),
  );
});
