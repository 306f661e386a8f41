import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { denoLock } from './deno-lock.ts';

const read = (lock: object, companions: Readonly<Record<string, string>> = {}) =>
  denoLock.read({
    path: 'app/deno.lock',
    text: JSON.stringify({ version: '5', ...lock }, undefined, 1),
    companions: new Map(Object.entries(companions)),
  });

const hash = 'ab'.repeat(32);

const addresses: readonly (readonly [address: string, purl: string])[] = [
  [
    'https://deno.example/x/jose@v6.1.0/lib/sign.ts',
    'pkg:generic/deno.example/x/jose@v6.1.0?download_url=https:%2F%2Fdeno.example%2Fx%2Fjose%40v6.1.0',
  ],
  [
    'https://deno.example/std@0.224.0/path/mod.ts',
    'pkg:generic/deno.example/std@0.224.0?download_url=https:%2F%2Fdeno.example%2Fstd%400.224.0',
  ],
  [
    'https://files.example/a/tool.ts',
    'pkg:generic/files.example/a/tool.ts?download_url=https:%2F%2Ffiles.example%2Fa%2Ftool.ts',
  ],
  ['https://esm.sh/preact@10.27.2/denonext/preact.mjs', 'pkg:npm/preact@10.27.2'],
  ['https://esm.sh/v135/@s/a@1.0.0/es2022/a.mjs', 'pkg:npm/%40s/a@1.0.0'],
  ['https://esm.sh/*a@1.0.0&external=b', 'pkg:npm/a@1.0.0'],
  ['https://cdn.jsdelivr.net/npm/@s/a@1.0.0-rc.1/+esm', 'pkg:npm/%40s/a@1.0.0-rc.1'],
  [
    'https://cdn.jsdelivr.net/gh/s/a@1.0.0/a.js',
    'pkg:generic/cdn.jsdelivr.net/gh/s/a@1.0.0?download_url=https:%2F%2Fcdn.jsdelivr.net%2Fgh%2Fs%2Fa%401.0.0',
  ],
  ['https://unpkg.com/a@1/a.js', 'pkg:generic/unpkg.com/a%401/a.js?download_url=https:%2F%2Funpkg.com%2Fa%401%2Fa.js'],
];

for (const [address, purl] of addresses) {
  test(`${address} is of ${purl.split('?')[0]}`, () => {
    const [component] = read({ remote: { [address]: hash } }).components;
    assert.deepEqual([component?.purl, component?.foundAt[0]?.line], [purl, 4]);
  });
}

test('modules below one version are one package, with the checksum of each', () => {
  const remote = { 'https://d.example/a@1.0.0/mod.ts': hash, 'https://d.example/a@1.0.0/b/c.ts': hash };
  const { components, graph } = read({ remote });
  assert.deepEqual(
    components.map(({ version, hashes, dependsOn }) => [version, hashes.map(({ of }) => of), dependsOn]),
    [['1.0.0', ['mod.ts', 'b/c.ts'], undefined]],
  );
  assert.equal(graph, 'partial');
});

test('a reference is a specifier, the key of a package, or a name where only one package has it', () => {
  const { components } = read({
    specifiers: { 'npm:a@1': '1.0.0_b@2.0.0', 'jsr:@s/j@1': '1.0.0' },
    jsr: { '@s/j@1.0.0': { integrity: hash, dependencies: ['npm:a@1'] } },
    npm: {
      'a@1.0.0_b@2.0.0': {
        integrity: 'sha512-YWI=',
        dependencies: ['b@2.0.0', 'd'],
        optionalDependencies: ['x@npm:c@3.0.0'],
      },
      'b@1.0.0': { integrity: 'sha512-YWI=' },
      'b@2.0.0': { integrity: 'sha512-YWI=' },
      'c@3.0.0': { integrity: 'sha512-YWI=' },
      'd@4.0.0_b@1.0.0': { integrity: 'sha512-YWI=' },
    },
  });
  assert.deepEqual(
    components.map(({ purl, relation, dependsOn }) => [purl, relation, dependsOn]),
    [
      ['pkg:npm/a@1.0.0', 'transitive', ['pkg:npm/b@2.0.0', 'pkg:npm/c@3.0.0', 'pkg:npm/d@4.0.0']],
      ['pkg:npm/b@1.0.0', 'unknown', []],
      ['pkg:npm/b@2.0.0', 'transitive', []],
      ['pkg:npm/c@3.0.0', 'transitive', []],
      ['pkg:npm/d@4.0.0', 'transitive', []],
      ['pkg:jsr/%40s/j@1.0.0', 'direct', ['pkg:npm/a@1.0.0']],
    ],
  );
});

test('only a package.json tells what ships; the settings of Deno do not', () => {
  const lock = {
    specifiers: { 'npm:a@1': '1.0.0', 'npm:b@1': '1.0.0', 'npm:c@1': '1.0.0' },
    npm: { 'a@1.0.0': {}, 'b@1.0.0': {}, 'c@1.0.0': {} },
    workspace: { dependencies: ['npm:c@1'], packageJson: { dependencies: ['npm:a@1', 'npm:b@1'] } },
  };
  const manifest = '{\n "name": "app",\n "dependencies": { "a": "^1" },\n "devDependencies": { "bee": "npm:b@1" }\n}';
  const scopes = (companions: Readonly<Record<string, string>>) =>
    read(lock, companions).components.map(({ name, scope, scopeEvidence: [evidence] }) => [
      name,
      scope,
      `${evidence?.at.file}:${evidence?.at.line}`,
    ]);
  assert.deepEqual(scopes({ 'app/package.json': manifest }), [
    ['app', 'runtime', 'app/deno.lock:13'],
    ['a', 'runtime', 'app/package.json:3'],
    ['b', 'development', 'app/package.json:4'],
    ['c', 'unknown', 'app/deno.lock:14'],
  ]);
  assert.deepEqual(
    scopes({}).map(([, scope]) => scope),
    ['unknown', 'unknown', 'unknown'],
  );
});

test('the settings of each member are companions', () => {
  const text = JSON.stringify({ version: '5', workspace: { members: { 'tools/a': {} } } });
  assert.deepEqual(denoLock.companions?.(new Map([['app/deno.lock', text]]), 'app/deno.lock', []), [
    'app/deno.json',
    'app/deno.jsonc',
    'app/package.json',
    'app/tools/a/deno.json',
    'app/tools/a/deno.jsonc',
    'app/tools/a/package.json',
  ]);
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void denoLock.read({ path: 'deno.lock', text, companions: new Map() })));
  fc.assert(fc.property(fc.dictionary(fc.webUrl(), fc.string()), (remote) => void read({ remote })));
});
