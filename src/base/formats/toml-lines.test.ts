import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tomlLines } from './toml-lines.ts';

const text = `version = 1
"quoted key" = 2
[manifest.dependency-groups]
dev = [
    { name = "a" },
]
[[package]]
name = "a"
[[package]]
name = "b"
[package.dev-dependencies]
test = [ { name = "a" } ]
[package.metadata]
[target.'cfg(unix, windows)'.dependencies]
nix = "0.29"
rand.workspace = true
rand.optional = true
'odd key' = 1
`;

const places: readonly (readonly [keyPath: readonly (string | number)[], line: number])[] = [
  [['version'], 1],
  [['quoted key'], 2],
  [['manifest', 'dependency-groups'], 3],
  [['manifest', 'dependency-groups', 'dev'], 4],
  [['manifest', 'dependency-groups', 'dev', 0, 'name'], 4],
  [['package', 0], 7],
  [['package', 0, 'name'], 8],
  [['package', 1, 'name'], 10],
  [['package', 1, 'dev-dependencies', 'test'], 12],
  [['package', 1, 'dependencies'], 9],
  [['target', 'cfg(unix, windows)', 'dependencies'], 14],
  [['target', 'cfg(unix, windows)', 'dependencies', 'nix'], 15],
  [['target', 'cfg(unix, windows)', 'dependencies', 'rand', 'optional'], 16],
  [['target', 'cfg(unix, windows)', 'dependencies', 'odd key'], 18],
  [['package', 0, 'test'], 7],
  [['package', 7], 1],
  [[], 1],
];

for (const [keyPath, line] of places) {
  test(`${keyPath.join('.')} stands on line ${line}`, () => assert.equal(tomlLines(text)(keyPath), line));
}
