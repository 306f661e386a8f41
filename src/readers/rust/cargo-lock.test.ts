import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { cargoLock } from './cargo-lock.ts';

type Files = Readonly<Record<string, string>>;

/** Cargo.toml files, what each package needs by the lockfile (own packages in capitals), and what is read of the foreign ones. */
const scopes: readonly (readonly [
  title: string,
  files: Files,
  needs: Readonly<Record<string, string>>,
  says: string,
])[] = [
  [
    'runtime wins over development, and build tools are for development',
    {
      'Cargo.toml':
        '[package]\nname = "A"\n[dependencies]\na = "1"\n[dev-dependencies]\na = "1"\nb = "1"\n[build-dependencies]\nc = "1"',
    },
    { A: 'a b c', a: 'd', b: 'd', c: '', d: '' },
    'a runtime, b development, c development, d runtime',
  ],
  [
    'a target counts like any other',
    {
      'Cargo.toml': `[package]\nname = "A"\n[target.'cfg(windows)'.dependencies]\na = "1"\n[target.x.dev-dependencies]\nb = "1"`,
    },
    { A: 'a b', a: '', b: '' },
    'a runtime, b development',
  ],
  [
    'an optional dependency ships when asked for, unless a default feature turns it on',
    {
      'Cargo.toml': `[package]\nname = "A"\n[dependencies]
a = { version = "1", optional = true }\nb = { version = "1", optional = true }
c = { version = "1", optional = true }\nd = { version = "1", optional = true }
[features]\ndefault = ["x"]\nx = ["dep:a", "b", "c?/std"]\ny = ["d"]`,
    },
    { A: 'a b c d', a: '', b: '', c: '', d: '' },
    'a runtime, b runtime, c optional, d optional',
  ],
  [
    'a member turns on features of another',
    {
      'Cargo.toml': '[workspace]\nmembers = ["*"]',
      'p/Cargo.toml': '[package]\nname = "A"\n[dependencies]\nB = { path = "../q", features = ["x"] }',
      'q/Cargo.toml': `[package]\nname = "B"\n[dependencies]\na = { version = "1", optional = true }
b = { version = "1", optional = true }\n[features]\nx = ["a"]\ny = ["b"]`,
    },
    { A: 'B', B: 'a b', a: '', b: '' },
    'a runtime, b optional',
  ],
  [
    'default features that nobody wants are still those of a member itself',
    {
      'Cargo.toml': '[workspace]\nmembers = ["p", "q"]',
      'p/Cargo.toml': '[package]\nname = "A"\n[dependencies]\nB = { path = "../q", default-features = false }',
      'q/Cargo.toml':
        '[package]\nname = "B"\n[dependencies]\na = { version = "1", optional = true }\n[features]\ndefault = ["a"]',
    },
    { A: 'B', B: 'a', a: '' },
    'a runtime',
  ],
  [
    'a folder that only tests need, and that is no member, is for development with all that it needs',
    {
      'Cargo.toml': '[package]\nname = "A"\n[dev-dependencies]\nB = { path = "q" }',
      'q/Cargo.toml':
        '[package]\nname = "B"\n[dependencies]\na = "1"\n[build-dependencies]\nb = "1"\n[dev-dependencies]\nc = "1"',
    },
    { A: 'B', B: 'a b', a: '', b: '' },
    'a development, b development',
  ],
  [
    'a folder below a workspace is a member when a member takes a package from it, but not when it is excluded',
    {
      'Cargo.toml': '[workspace]\nmembers = ["p"]\nexclude = ["r"]',
      'p/Cargo.toml': '[package]\nname = "A"\n[dev-dependencies]\nB = { path = "../q" }\nC = { path = "../r" }',
      'q/Cargo.toml': '[package]\nname = "B"\n[dependencies]\na = "1"',
      'r/Cargo.toml': '[package]\nname = "C"\n[dependencies]\nb = "1"',
    },
    { A: 'B C', B: 'a', C: 'b', a: '', b: '' },
    'a runtime, b development',
  ],
  [
    'members inherit names, folders and features',
    {
      'Cargo.toml':
        '[workspace]\nmembers = ["p"]\n[workspace.dependencies]\nother = { package = "a", version = "1" }\nB = { path = "q" }',
      'p/Cargo.toml':
        '[package]\nname = "A"\n[dependencies]\nother.workspace = true\nB = { workspace = true, features = ["x"] }',
      'q/Cargo.toml':
        '[package]\nname = "B"\n[dependencies]\nb = { version = "1", optional = true }\n[features]\nx = ["b"]',
    },
    { A: 'B a', B: 'b', a: '', b: '' },
    'a runtime, b runtime',
  ],
  [
    'of two versions a requirement means one',
    {
      'Cargo.toml':
        '[package]\nname = "A"\n[dependencies]\na = "1"\n[dev-dependencies]\nnew = { package = "a", version = "2" }',
    },
    { A: 'a@1.4.0 a@2.0.0', 'a@1.4.0': '', 'a@2.0.0': '' },
    'a@1.4.0 runtime, a@2.0.0 development',
  ],
  ['without a Cargo.toml nobody knows', {}, { A: 'a', a: '' }, 'a unknown'],
];

for (const [title, files, needs, says] of scopes) {
  test(title, () => {
    const { components, diagnostics } = read(lockOf(needs), files);
    const shown = components.filter(({ firstParty }) => !firstParty);
    assert.equal(
      shown.map(({ name, version, scope }) => `${name}${version === '1.0.0' ? '' : `@${version}`} ${scope}`).join(', '),
      says,
    );
    assert.equal(diagnostics.filter(({ severity }) => severity !== 'note').length, 'Cargo.toml' in files ? 0 : 1);
  });
}

/** A package's `source` and what is made of it. */
const sources: readonly (readonly [source: string, purl: string, pinning: string])[] = [
  ['registry+https://github.com/rust-lang/crates.io-index', 'pkg:cargo/a@1.0.0', 'exact'],
  ['sparse+https://index.crates.example/', 'pkg:cargo/a@1.0.0', 'exact'],
  [`git+https://u:p@git.example/a?branch=m%2Fn#${'0a'.repeat(20)}`, `@${'0a'.repeat(20)}`, 'exact'],
  ['git+https://git.example/a?branch=m%2Fn', '@m/n', 'mutable'],
];

for (const [source, purl, pinning] of sources) {
  test(`a package from ${source} is ${pinning}`, () => {
    const [component] = read(`[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "${source}"`).components;
    assert.ok(decodeURIComponent(component?.purl ?? '').endsWith(purl), component?.purl);
    assert.ok(!component?.purl.includes('u:p'));
    assert.equal(component?.pinning.kind, pinning);
    assert.equal(component?.firstParty, false);
  });
}

test('another registry stands in the package URL', () => {
  const [component] = read(
    '[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "sparse+https://t:s@crates.maker.example/index/"',
  ).components;
  assert.equal(
    decodeURIComponent(component?.purl ?? ''),
    'pkg:cargo/a@1.0.0?repository_url=https://crates.maker.example/index/',
  );
});

test('the oldest lockfiles hold their own package apart', () => {
  const { components } = read(
    '[root]\nname = "A"\nversion = "1.0.0"\ndependencies = ["a 1.0.0 (registry+x)"]\n[[package]]\nname = "a"\nversion = "1.0.0"\nsource = "registry+x"',
  );
  assert.deepEqual(
    components.map(({ name, firstParty, relation }) => `${name} ${firstParty} ${relation}`),
    ['A true direct', 'a false direct'],
  );
});

const complaints: readonly (readonly [title: string, lock: string, files: Files, message: RegExp])[] = [
  ['a need that is not met', lockOf({ A: 'a' }), { 'Cargo.toml': '[package]\nname = "A"' }, /A needs "a"/],
  [
    'a lockfile that is out of date',
    lockOf({ A: '' }),
    { 'Cargo.toml': '[package]\nname = "A"\n[dependencies]\na = "1"' },
    /asks for "a"/,
  ],
  ['a broken manifest', lockOf({ A: '' }), { 'Cargo.toml': '[package' }, /Cargo.toml cannot be read/],
  ['a manifest of a wrong shape', lockOf({ A: '' }), { 'Cargo.toml': '[package]\nname = 1' }, /"package.name"/],
  [
    'a member whose manifest is missing',
    lockOf({ A: '', B: 'a', a: '' }),
    { 'Cargo.toml': '[package]\nname = "A"' },
    /Cargo.toml of B was not found/,
  ],
  [
    'a newer version',
    `version = 9\n${lockOf({ A: '' })}`,
    { 'Cargo.toml': '[package]\nname = "A"' },
    /is of version 9/,
  ],
  [
    'a patch from a folder',
    lockOf({ A: '' }),
    { 'Cargo.toml': '[package]\nname = "A"\n[patch.crates-io]\na = { path = "a" }' },
    /a is patched by the folder "a"/,
  ],
];

for (const [title, lock, files, message] of complaints) {
  test(`${title} is told`, () => {
    const warnings = read(lock, files).diagnostics.filter(({ severity }) => severity === 'warning');
    assert.equal(warnings.length, 1);
    assert.match(warnings[0]?.message ?? '', message);
  });
}

test('the manifests of a workspace are found by its patterns, and further ones by name', () => {
  const tree = ['x/Cargo.toml', 'x/a/Cargo.toml', 'x/a/deep/Cargo.toml', 'x/b/Cargo.toml', 'y/Cargo.toml'];
  const opened = new Map([['x/Cargo.lock', '']]);
  assert.deepEqual(cargoLock.companions?.(opened, 'x/Cargo.lock', tree), ['x/Cargo.toml']);
  opened.set('x/Cargo.toml', '[workspace]\nmembers = ["*", "../z"]\nexclude = ["b"]');
  opened.set('x/a/Cargo.toml', '[package]\nname = "a"\n[dependencies]\nn = { path = "../../n" }');
  assert.deepEqual(cargoLock.companions?.(opened, 'x/Cargo.lock', tree), [
    'x/Cargo.toml',
    'z/Cargo.toml',
    'x/a/Cargo.toml',
    'n/Cargo.toml',
  ]);
});

test('what the dependencies of the root lead to, and nothing else, is runtime', () => {
  const count = 8;
  const edge = fc.tuple(fc.nat(count - 1), fc.nat(count - 1));
  fc.assert(
    fc.property(
      fc.array(edge),
      fc.uniqueArray(fc.nat(count - 1)),
      fc.uniqueArray(fc.nat(count - 1)),
      (edges, asked, tested) => {
        const needs = (from: number) => [...new Set(edges.filter(([start]) => start === from).map(([, end]) => end))];
        const names = (numbers: readonly number[]) => numbers.map((number) => `p${number}`);
        const table = (title: string, numbers: readonly number[]) =>
          `[${title}]\n${names(numbers)
            .map((name) => `${name} = "1"\n`)
            .join('')}`;
        const packages = Array.from({ length: count }, (_, index) => [`p${index}`, names(needs(index)).join(' ')]);
        const { components } = read(
          lockOf({ A: names([...new Set([...asked, ...tested])]).join(' '), ...Object.fromEntries(packages) }),
          {
            'Cargo.toml': `[package]\nname = "A"\n${table('dependencies', asked)}${table('dev-dependencies', tested)}`,
          },
        );
        const closure = (start: readonly number[]) => {
          const reached = new Set(start);
          for (const one of reached) for (const next of needs(one)) reached.add(next);
          return reached;
        };
        const runtime = closure(asked);
        const development = closure(tested);
        for (const { name, scope } of components.slice(1)) {
          const index = Number(name.slice(1));
          assert.equal(scope, runtime.has(index) ? 'runtime' : development.has(index) ? 'development' : 'unknown');
        }
      },
    ),
  );
});

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(text, { 'Cargo.toml': text })));
});

/** A lockfile by what each package needs; packages in capitals are the product's own. */
function lockOf(needs: Readonly<Record<string, string>>): string {
  return Object.entries(needs)
    .map(([key, wanted]) => {
      const [name = '', version = '1.0.0'] = key.split('@');
      const source = /^[A-Z]/.test(name) ? '' : 'source = "registry+https://github.com/rust-lang/crates.io-index"\n';
      const list = wanted
        .split(' ')
        .filter((word) => word !== '')
        .map((word) => `"${word.replace('@', ' ')}"`);
      return `[[package]]\nname = "${name}"\nversion = "${version}"\n${source}dependencies = [${list.join(', ')}]\n`;
    })
    .join('');
}

function read(text: string, files: Files = {}): Reading {
  return cargoLock.read({ path: 'Cargo.lock', text, companions: new Map(Object.entries(files)) });
}
