import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { juliaManifest } from './julia-manifest.ts';

const tree = 'git-tree-sha1 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"';
const commit = 'b'.repeat(40);

/** Lines of an entry, and what it is. */
const entries: readonly (readonly [lines: string, says: string])[] = [
  [`${tree}\nversion = "1.0.0"\nuuid = "u"`, 'pkg:julia/A@1.0.0?uuid=u exact'],
  ['uuid = "u"', 'pkg:julia/A?uuid=u exact, with Julia'],
  ['version = "1.11.0"', 'pkg:julia/A@1.11.0 exact, with Julia'],
  [
    `${tree}\nrepo-url = "https://u:p@git.example/A.jl"\nrepo-rev = "main"`,
    'pkg:julia/A?vcs_url=git%2Bhttps:%2F%2Fgit.example%2FA.jl%40main exact',
  ],
  [
    'repo-url = "https://git.example/A.jl"\nrepo-rev = "main"',
    'pkg:julia/A?vcs_url=git%2Bhttps:%2F%2Fgit.example%2FA.jl%40main mutable',
  ],
  [
    `repo-url = "https://git.example/A.jl"\nrepo-rev = "${commit}"\nrepo-subdir = "x"`,
    `pkg:julia/A?vcs_url=git%2Bhttps:%2F%2Fgit.example%2FA.jl%40${commit}%23x exact`,
  ],
  ['path = "A"', 'pkg:julia/A exact own'],
  ['path = "../../../A"', 'pkg:julia/A exact own !outside of the scanned one'],
  [`${tree}\nregistries = ["General", "Lab"]`, 'pkg:julia/A exact'],
  [`${tree}\nregistries = "Lab"`, 'pkg:julia/A?repository_url=https:%2F%2Flab.example exact'],
];

for (const [lines, says] of entries) {
  test(`an entry with ${JSON.stringify(lines)} is ${says}`, () => {
    const { components, diagnostics } = read(`[[deps.A]]\n${lines}\n[registries.Lab]\nurl = "https://lab.example"`, '');
    const one = components.find(({ name }) => name === 'A');
    const [shown, told = ''] = says.split(' !');
    const own = one?.firstParty === true ? ' own' : '';
    const withJulia = one?.dependsOn?.includes('pkg:generic/julia@1.11.2') === true ? ', with Julia' : '';
    assert.equal(`${one?.purl} ${one?.pinning.kind}${own}${withJulia}`, shown);
    assert.ok(told === '' ? diagnostics.length === 0 : diagnostics[0]?.message.includes(told));
    assert.ok(!JSON.stringify(components).includes('u:p'));
  });
}

const a = `[[deps.A]]\n${tree}\n`;
const b = `[[deps.B]]\n${tree}\nuuid = "ub"\n`;
const c = `[[deps.C]]\n${tree}\n`;

/** A manifest and a project, and the use of each package. */
const uses: readonly (readonly [title: string, manifest: string, project: string, says: string])[] = [
  ['what the project asks for is shipped', a, '[deps]\nA = "u"', 'A direct runtime'],
  ['what that needs too', `${a}deps = ["B"]\n${b}`, '[deps]\nA = "u"', 'A direct runtime, B transitive runtime'],
  ['by its UUID too', `${a}[deps.A.deps]\nB = "ub"\n${b}`, '[deps]\nA = "u"', 'A direct runtime, B transitive runtime'],
  [
    'a weak dependency is optional',
    `${a}weakdeps = ["B"]\n${b}`,
    '[deps]\nA = "u"',
    'A direct runtime, B transitive optional',
  ],
  [
    'and shipped where something shipped needs it',
    `${a}deps = ["C"]\n[deps.A.weakdeps]\nB = "ub"\n${b}${c}deps = ["B"]`,
    '[deps]\nA = "u"',
    'A direct runtime, B transitive runtime, C transitive runtime',
  ],
  ['what a target takes is for development', a, '[extras]\nA = "u"\n[targets]\ntest = ["A"]', 'A direct development'],
  ['an extra without a target tells nothing', a, '[extras]\nA = "u"', 'A unknown unknown'],
  ['what nothing asks for is unknown', a, '[deps]', 'A unknown unknown'],
  ['a project that is broken tells nothing', a, '[deps', 'A unknown unknown'],
];

for (const [title, manifest, project, says] of uses) {
  test(title, () => {
    const shown = read(manifest, project)
      .components.filter(({ type }) => type === 'julia')
      .map(({ name, relation, scope }) => `${name} ${relation} ${scope}`);
    assert.equal(shown.join(', '), says);
  });
}

test('two packages of one name are told apart, each with its line', () => {
  const twice = `${b}version = "1.0.0"\n${b.replace('ub', 'uc')}version = "2.0.0"\n${a}[deps.A.deps]\nB = "uc"`;
  const { components } = read(twice, '');
  assert.deepEqual(
    components.filter(({ name }) => name === 'B').map(({ version, foundAt }) => `${version} ${foundAt[0]?.line}`),
    ['1.0.0 3', '2.0.0 7'],
  );
  assert.deepEqual(components.find(({ name }) => name === 'A')?.dependsOn, ['pkg:julia/B@2.0.0?uuid=uc']);
});

test('what is not held is told', () => {
  const told = (manifest: string, project: string) => read(manifest, project).diagnostics.map(({ message }) => message);
  assert.deepEqual(told(`${a}deps = ["Z"]`, '[deps]\nA = "u"'), [
    'A needs "Z", which app/x/Manifest.toml does not hold',
  ]);
  assert.deepEqual(told(b, '[deps]\nB = "other"'), [
    'app/x/Project.toml asks for "B", which app/x/Manifest.toml does not hold',
  ]);
});

test('without a project and without the version of Julia, both are told', () => {
  const { diagnostics } = juliaManifest.read({ path: 'Manifest.toml', text: `[[A]]\n${tree}`, companions: new Map() });
  assert.equal(diagnostics.length, 2);
  assert.match(diagnostics[0]?.message ?? '', /no Project.toml was found/);
  assert.match(diagnostics[1]?.message ?? '', /does not tell the version of Julia/);
});

test('JuliaProject.toml goes before Project.toml', () => {
  const text = `manifest_format = "2.0"\n${a}`;
  const companions = new Map([
    ['JuliaProject.toml', '[deps]\nA = "u"'],
    ['Project.toml', '[extras]\nA = "u"\n[targets]\ntest = ["A"]'],
  ]);
  const { components } = juliaManifest.read({ path: 'JuliaManifest.toml', text, companions });
  assert.equal(components[0]?.scope, 'runtime');
});

test('a format that is no number is refused', () => {
  for (const format of ['"next"', '"-1"', '0', '""']) {
    const text = `manifest_format = ${format}\n[[deps.A]]\n${tree}\n`;
    const { components, diagnostics } = juliaManifest.read({ path: 'Manifest.toml', text, companions: new Map() });
    assert.deepEqual(components, []);
    assert.match(diagnostics[0]?.message ?? '', /its format .* is not known/);
  }
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (manifest, project) => {
      read(manifest, project);
      read(`[[deps.A]]\n${manifest}`, `[workspace]\nprojects = ["."]\n${project}`);
    }),
  );
});

function read(manifest: string, project: string): Reading {
  const text = `julia_version = "1.11.2"\nmanifest_format = "2.0"\n${manifest}`;
  const companions = new Map([['app/x/Project.toml', project]]);
  return juliaManifest.read({ path: 'app/x/Manifest.toml', text, companions });
}
