import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { pixiLock } from './pixi-lock.ts';

const channel = 'https://conda.example/forge';
const python = `${channel}/linux-64/python-3.11.10-h1_0.conda`;
const tool = `${channel}/noarch/tool-1.0-h1_0.conda`;
const wheel = 'https://files.pypi.example/a/lens-1.0-py3-none-any.whl';

const locks: readonly (readonly [title: string, lock: string, manifest: string, says: readonly string[]])[] = [
  [
    'what the default environment holds is for running, whatever else holds it',
    `version: 6
environments:
  test:
    packages:
      linux-64:
      - conda: ${python}
      - conda: ${tool}
  default:
    packages:
      linux-64:
      - conda: ${python}
packages:
- conda: ${python}
- conda: ${tool}
  depends:
  - python >=3.9
  - __unix
`,
    '[dependencies]\n[feature.test.dependencies]\ntool = "*"\n',
    ['transitive runtime pkg:conda/python@3.11.10', 'direct development pkg:conda/tool@1.0 -> python'],
  ],
  [
    'nobody knows what an environment with a name of its own is for',
    `version: 6
environments:
  cuda:
    packages:
      linux-64:
      - conda: ${python}
packages:
- conda: ${python}
`,
    '',
    ['unknown unknown pkg:conda/python@3.11.10'],
  ],
  [
    'two environments may lock a package in two versions',
    `version: 6
environments:
  default:
    packages:
      linux-64:
      - conda: ${python}
      - conda: ${tool}
  old:
    packages:
      linux-64:
      - conda: ${channel}/linux-64/python-3.8.1-h1_0.conda
packages:
- conda: ${python}
- conda: ${channel}/linux-64/python-3.8.1-h1_0.conda
- conda: ${tool}
  depends:
  - python
`,
    '',
    [
      'unknown runtime pkg:conda/python@3.11.10',
      'unknown unknown pkg:conda/python@3.8.1',
      'unknown runtime pkg:conda/tool@1.0 -> python',
    ],
  ],
  [
    'builds of one version for several platforms are one, with the channel that all share',
    `version: 5
environments:
  default:
    packages:
      linux-64:
      - conda: ${python}
      osx-arm64:
      - conda: ${channel}/osx-arm64/python-3.11.10-h2_0.conda
packages:
- kind: conda
  name: python
  version: 3.11.10
  url: ${python}
- kind: conda
  name: python
  version: 3.11.10
  url: ${channel}/osx-arm64/python-3.11.10-h2_0.conda
`,
    '',
    ['unknown runtime pkg:conda/python@3.11.10'],
  ],
  [
    'a package of Python finds another one, or the package of conda that the lockfile says is the same',
    `version: 6
environments:
  default:
    packages:
      linux-64:
      - conda: ${tool}
      - pypi: ${wheel}
packages:
- conda: ${tool}
  purls:
  - pkg:pypi/The_Tool
- pypi: ${wheel}
  name: lens
  version: '1.0'
  requires_dist:
  - the-tool>=1
  - pytest ; extra == 'test'
  - colorama ; sys_platform == 'win32'
`,
    '[pypi-dependencies]\nlens = "*"\n',
    ['transitive runtime pkg:conda/tool@1.0', 'direct runtime pkg:pypi/lens@1.0 -> tool'],
  ],
  [
    'an extra brings in what it needs only when somebody asks for it',
    `version: 6
environments:
  default:
    packages:
      linux-64:
      - pypi: ${wheel}
      - pypi: ./core
      - pypi: https://files.pypi.example/a/fast-2.0-py3-none-any.whl
packages:
- pypi: ${wheel}
  name: lens
  version: '1.0'
  requires_dist:
  - fast ; extra == 'fast'
- pypi: ./core
  name: core
  version: '1.0'
  requires_dist:
  - lens[fast]
- pypi: https://files.pypi.example/a/fast-2.0-py3-none-any.whl
  name: fast
  version: '2.0'
`,
    '',
    [
      'direct runtime pkg:pypi/lens@1.0 -> fast',
      'own direct runtime pkg:pypi/core@1.0 -> lens',
      'unknown runtime pkg:pypi/fast@2.0',
    ],
  ],
  [
    'what pixi builds from a folder of the product is its own (version 7)',
    `version: 7
platforms:
- name: linux-64
environments:
  default:
    packages:
      linux-64:
      - source: "core[ac2e8eb3] @ ./core"
      - source: "tables[b8881f54] @ ./recipes/tables"
packages:
- source: "core[ac2e8eb3] @ ./core"
  version: "1.4.0"
  build: h1_0
  subdir: linux-64
- source: "tables[b8881f54] @ ./recipes/tables"
  version: "5.0"
  subdir: noarch
  package_build_source:
    git: https://git.example/tables.git
`,
    '',
    ['own direct runtime pkg:conda/core@1.4.0', 'unknown runtime pkg:conda/tables@5.0'],
  ],
  [
    'of several packages built from one folder the selector names one (version 6)',
    `version: 6
environments:
  default:
    packages:
      linux-64:
      - conda: ../kit
        name: one
  test:
    packages:
      linux-64:
      - conda: ../kit
        name: two
packages:
- conda: ../kit
  name: one
  version: '1'
- conda: ../kit
  name: two
  version: '1'
`,
    '',
    ['own direct runtime pkg:conda/one@1', 'own direct development pkg:conda/two@1'],
  ],
];

for (const [title, lock, manifest, says] of locks) {
  test(title, () => {
    const { components, diagnostics } = read(lock, manifest);
    const nameOf = (purl: string) => purl.replace(/^.*\/|@.*$/g, '');
    const shown = components.map(({ purl, relation, scope, firstParty, dependsOn = [] }) => {
      const needs = dependsOn.length === 0 ? '' : ` -> ${dependsOn.map(nameOf).join(' ')}`;
      return `${firstParty ? 'own ' : ''}${relation} ${scope} ${purl.replace(/\?.*$/, '')}${needs}`;
    });
    assert.deepEqual(shown, says);
    assert.deepEqual(diagnostics, []);
  });
}

const sources: readonly (readonly [location: string, purl: string, pinning: string])[] = [
  [wheel, 'pkg:pypi/lens@1.0', 'exact'],
  [
    'direct+https://u:p@files.example/lens-1.0-py3-none-any.whl',
    'pkg:pypi/lens@1.0?download_url=https://files.example/lens-1.0-py3-none-any.whl',
    'exact',
  ],
  [
    `git+https://git.example/lens.git@${'0a'.repeat(20)}`,
    `pkg:pypi/lens@1.0?vcs_url=git+https://git.example/lens.git@${'0a'.repeat(20)}`,
    'exact',
  ],
  [
    `git+https://git.example/lens.git?rev=main&subdirectory=py#${'0a'.repeat(20)}`,
    `pkg:pypi/lens@1.0?vcs_url=git+https://git.example/lens.git@${'0a'.repeat(20)}#py`,
    'exact',
  ],
  [
    'git+https://git.example/lens.git@main',
    'pkg:pypi/lens@1.0?vcs_url=git+https://git.example/lens.git@main',
    'mutable',
  ],
  ['./wheels/lens-1.0-py3-none-any.whl', 'pkg:pypi/lens@1.0', 'exact'],
];

for (const [location, purl, pinning] of sources) {
  test(`a package of Python from ${location} is ${pinning}`, () => {
    const entry = `- pypi: ${location}\n  name: Lens\n  version: '1.0'\n`;
    const lock = `version: 6\nenvironments:\n  default:\n    packages:\n      linux-64:\n      - pypi: ${location}\npackages:\n${entry}`;
    const [component] = read(lock, '').components;
    assert.equal(decodeURIComponent(component?.purl ?? ''), purl);
    assert.equal(component?.pinning.kind, pinning);
  });
}

test('what an environment holds and the packages do not is told, and the other way round', () => {
  const { components, diagnostics } = read(
    `version: 6\nenvironments:\n  default:\n    packages:\n      linux-64:\n      - conda: ${tool}\npackages:\n- conda: ${python}\n`,
    '',
  );
  assert.deepEqual(
    components.map(({ name, scope }) => `${name} ${scope}`),
    ['python unknown'],
  );
  assert.match(diagnostics[0]?.message ?? '', /the environment default holds .* not among the packages/);
});

test('a package that an environment lacks is told where it is needed', () => {
  const environments = `environments:\n  default:\n    packages:\n      linux-64:\n      - conda: ${tool}\n`;
  const { diagnostics } = read(`version: 6\n${environments}packages:\n- conda: ${tool}\n  depends:\n  - python\n`, '');
  assert.match(
    diagnostics[0]?.message ?? '',
    /tool needs "python", which an environment of this lockfile does not hold/,
  );
});

test('a key that stands twice and a second document are refused', () => {
  const text = `version: 6\nenvironments: {}\npackages: []\n`;
  for (const broken of [`${text}version: '1'\n`, `${text}---\n${text}`]) {
    const { components, diagnostics } = read(broken, '');
    assert.deepEqual(components, []);
    assert.equal(diagnostics[0]?.rule, 'reading/syntax');
  }
});

test('a hash of no known kind is told', () => {
  const environments = `environments:\n  default:\n    packages:\n      linux-64:\n      - conda: ${tool}\n      - pypi: ${wheel}\n`;
  const packages = `packages:\n- conda: ${tool}\n  md5: abc\n- pypi: ${wheel}\n  name: lens\n  sha256: abc\n`;
  const { components, diagnostics } = read(`version: 6\n${environments}${packages}`, '');
  assert.equal(components.length, 2);
  assert.deepEqual(
    diagnostics.map(({ message }) => message.slice(0, 20)),
    ['tool has the hash "md', 'lens has the hash "sh'].map((text) => text.slice(0, 20)),
  );
});

test('a version that nobody knows is refused', () => {
  for (const version of ['0', '3', 'x']) {
    const { components, diagnostics } = read(`version: ${version}\nenvironments: {}\npackages: []\n`, '');
    assert.deepEqual(components, []);
    assert.equal(diagnostics[0]?.rule, 'reading/syntax');
  }
});

test('a version newer than those that are known is told, and read as the newest of them', () => {
  const environments = `environments:\n  default:\n    packages:\n      linux-64:\n      - conda: ${python}\n`;
  const { components, diagnostics } = read(`version: 8\n${environments}packages:\n- conda: ${python}\n`, '');
  assert.deepEqual(
    components.map(({ name, scope }) => `${name} ${scope}`),
    ['python runtime'],
  );
  assert.match(diagnostics[0]?.message ?? '', /has the format 8, which is newer than 7/);
});

test('version 1 names what is needed with versions, versions 2 and 3 as specifications', () => {
  const entry = (name: string, needs: string) =>
    `- platform: linux-64\n  name: ${name}\n  version: '1'\n  manager: conda\n  dependencies: ${needs}\n  url: ${channel}/linux-64/${name}-1-h_0.conda\n`;
  for (const [version, needs] of [
    ['1', "{ b: '>=1' }"],
    ['2', '[b >=1]'],
    ['3', '[b >=1]'],
  ]) {
    const { components } = read(`version: ${version}\npackage:\n${entry('a', needs ?? '')}${entry('b', '[]')}`, '');
    const a = components.find(({ name }) => name === 'a');
    assert.match(String(a?.dependsOn), /^pkg:conda\/b@1\?/);
  }
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom(
    ...'version: 6|environments:|packages:|  default:|- conda: ./a|- pypi: x|  name: a'.split('|'),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => void read(lines.join('\n'), lines.join('\n'))),
  );
});

function read(text: string, manifest: string): Reading {
  const companions = new Map(manifest === '' ? [] : [['pixi.toml', manifest]]);
  return pixiLock.read({ path: 'pixi.lock', text, companions });
}
