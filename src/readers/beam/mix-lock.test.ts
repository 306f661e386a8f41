import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Reading } from '../../model/plugs/reader.ts';
import { parseMixProject } from './mix-exs.ts';
import { mixLock } from './mix-lock.ts';

const commit = 'c'.repeat(40);
const [inner, outer] = ['1'.repeat(64), '2'.repeat(64)];

/** An entry of a lockfile, and what it is. */
const entries: readonly (readonly [entry: string, says: string])[] = [
  ['"a": {:hex, :a, "1.0.0"}', 'pkg:hex/a@1.0.0 exact, needs untold'],
  [`"a": {:hex, :a, "1.0.0", "${inner}", [:mix], []}`, 'pkg:hex/a@1.0.0 exact 1 sums'],
  [`"a": {:hex, :b_c, "1.0.0", "${inner}", [:mix], [], "hexpm", "${outer}"}`, 'pkg:hex/b_c@1.0.0 exact 2 sums'],
  ['"a": {:hex, :a, "1.0.0", "", [:mix], [], "hexpm:acme", ""}', 'pkg:hex/acme/a@1.0.0 exact'],
  ['"a": {:hex, :a, "1.0.0", "", [:mix], [], "mine", ""}', 'pkg:hex/a@1.0.0 exact !from the repository "mine"'],
  ['"a" => {:hex, :"a", "1.0.0", "", [:mix], []}', 'pkg:hex/a@1.0.0 exact'],
  [
    `"a": {:git, "https://u:p@git.example/a.git", "${commit}", [branch: "main", subdir: "x"]}`,
    `pkg:hex/a@${commit}?vcs_url=git%2Bhttps:%2F%2Fgit.example%2Fa.git%40${commit}%23x exact, needs untold`,
  ],
  [
    '"a": {:git, "git@git.example:o/a.git", "main", []}',
    'pkg:hex/a?vcs_url=git%2Bssh:%2F%2Fgit%40git.example%2Fo%2Fa.git%40main mutable, needs untold',
  ],
  ['"a": {:path, "../a", []}', 'pkg:hex/a exact own, needs untold'],
  ['"a": {:path, "../../../a", []}', 'pkg:hex/a exact own, needs untold !outside of the scanned one'],
  ['"a": {:svn, "x", "1"}', 'undefined !names no source that is known'],
  ['"a": {:hex, :a, version()}', 'undefined !names no source that is known'],
];

for (const [entry, says] of entries) {
  test(`the entry ${entry} is ${says}`, () => {
    const { components, diagnostics } = read(`%{\n  ${entry},\n}\n`, '');
    const one = components.find(({ name }) => name !== 'x');
    const sums = one?.hashes.length ?? 0;
    const parts = [one?.pinning.kind, one?.firstParty === true ? 'own' : '', sums === 0 ? '' : `${sums} sums`].filter(
      Boolean,
    );
    const [shown, told = ''] = says.split(' !');
    const untold = one !== undefined && one.dependsOn === undefined ? ', needs untold' : '';
    assert.equal([one?.purl ?? 'undefined', ...parts].join(' ') + untold, shown);
    assert.ok(told === '' ? diagnostics.length === 0 : diagnostics[0]?.message.includes(told));
  });
}

/** The list of a mix.exs, and what it tells; `?` before lines that are unread. */
const lists: readonly (readonly [list: string, tells: string])[] = [
  ['[{:a, "~> 1.0"}]', 'a runtime'],
  ['[{:a, "~> 1.0", only: :test}]', 'a development'],
  ['[{:a, "~> 1.0", [only: [:dev, :test]]}]', 'a development'],
  ['[{:a, ">= 1.0", only: :prod}]', 'a runtime'],
  ['[{:a, ">= 1.0", only: [:test, :prod]}]', 'a runtime'],
  ['[{:a, ">= 1.0", only: :bench}]', 'a unknown'],
  ['[{:a, ">= 1.0", only: envs()}]', 'a unknown ?4'],
  ['[{:a, ">= 1.0", only: [:dev, env]}]', 'a unknown ?4'],
  ['[{:a, "~> 1.0", runtime: false}]', 'a development'],
  ['[{:a, "~> 1.0", runtime: Mix.env() == :dev}]', 'a runtime'],
  ['[{:a, "~> 1.0", optional: true, override: true}]', 'a runtime'],
  ['[{:a, git: "x", only: :dev}]', 'a development'],
  ['[{:a, @version, only: :dev}]', 'a development'],
  ['[{:a, "~> #{@v}"}]', 'a runtime'],
  ['[{:a, options()}]', 'a unknown ?4'],
  ['[{:a, "1", options()}]', 'a unknown ?4'],
  ['[\n{:a, "1"}, # {:b, "1"}\n{:c, "1"}\n]', 'a runtime, c runtime'],
  ['[{:a, "1"}] ++ more()', 'a runtime ?4'],
  ['[{:a, "1"} | more()]', 'a runtime ?4'],
  ['if x do\n[{:a, "1"}]\nelse\n[{:b, "1"}]\nend', 'a runtime, b runtime ?4 ?6 ?8'],
  ['[~w(a b)a]', '?4'],
  ['@deps', '?4'],
];

for (const [list, tells] of lists) {
  test(`the list ${JSON.stringify(list)} tells ${tells}`, () => {
    const text = `def project do\n[app: :x, deps: deps()]\nend\ndefp deps do ${list}\nend\ndef other, do: [{:z, "1"}]\n`;
    assert.equal(show(text), tells);
  });
}

/** Ways to write where the list is. */
const places: readonly (readonly [text: string, tells: string])[] = [
  ['def project, do: [deps: [{:a, "1"}], app: :x]', 'a runtime'],
  ['def project, do: [deps: [{:a, "1"}] ++ b(), app: :x]', 'a runtime ?1'],
  ['def project, do: [deps: deps()]\ndefp deps, do: [{:a, "1"}]\ndef z, do: [{:b, 1}]', 'a runtime'],
  ['def project, do: [deps: deps()]\ndefp deps, do: [{:a, "1"}] ++ z()', 'a runtime ?2'],
  ['def project, do: [deps: deps(:x)]\ndefp deps(_), do: [{:a, "1"}]', 'a runtime'],
  ['def project, do: [deps: Deps.all()]', '?1'],
  ['def project, do: [deps: "', '?1'],
  ['def project, do: [app: :x]', ''],
];

for (const [text, tells] of places) {
  test(`${JSON.stringify(text)} tells ${tells}`, () => assert.equal(show(text), tells));
}

test('an optional need that is not locked is no fault, another one is', () => {
  const lock = (optional: boolean) =>
    `%{"a": {:hex, :a, "1", "", [:mix], [{:b, "~> 1", [hex: :b, repo: "hexpm", optional: ${optional}]}], "hexpm", ""}}`;
  assert.deepEqual(read(lock(true), '{:a, "1"}').diagnostics, []);
  assert.match(
    read(lock(false), '{:a, "1"}').diagnostics[0]?.message ?? '',
    /a needs "b", which mix.lock does not hold/,
  );
  assert.deepEqual(read(lock(false), '{:a, "1"}, {:b, path: "b"}').diagnostics, []);
});

test('what a project asks for and is not locked is told', () => {
  assert.match(read('%{}', '{:a, "1"}').diagnostics[0]?.message ?? '', /mix.exs asks for "a", which mix.lock/);
});

test('what a folder needs has the use of the folder, and its own tests are left out', () => {
  const lock = '%{"a": {:hex, :a, "1", "", [], []}, "b": {:hex, :b, "1", "", [], []}}';
  const part = 'def project, do: [app: :part, deps: [{:a, "1"}, {:b, "1", only: :test}]]';
  const companions = (options: string) =>
    new Map([
      ['app/mix.exs', `def project, do: [app: :x, deps: [{:part, path: "part"${options}}]]`],
      ['app/part/mix.exs', part],
    ]);
  const scopes = (options: string) =>
    mixLock
      .read({ path: 'app/mix.lock', text: lock, companions: companions(options) })
      .components.map(({ name, scope }) => `${name} ${scope}`);
  assert.deepEqual(scopes(''), ['x runtime', 'a runtime', 'b unknown']);
  assert.deepEqual(scopes(', only: :test'), ['x runtime', 'a development', 'b unknown']);
});

/** Texts that are no mix.lock. */
const broken = ['', '[]', '%{', '%{"a": {:hex', '%{} %{}', '%{"a": "', '%{\n<<<<<<< HEAD\n}', '{"a": 1}'];

for (const text of broken) {
  test(`${JSON.stringify(text)} is refused`, () => {
    const { components, diagnostics } = mixLock.read({ path: 'mix.lock', text, companions: new Map() });
    assert.deepEqual(components, []);
    assert.equal(diagnostics[0]?.rule, 'reading/syntax');
  });
}

test('no text makes it throw, and none takes long', () => {
  fc.assert(fc.property(fc.string(), (text) => void read(`%{"a": ${text}}`, text)));
  for (const piece of ['{', '[', '%{', '"', "'", '~s(', '~w{', ':"', '"a": ', 'a: ', '{:a, ', '[a ', 'do ', '#', '\\'])
    read(piece.repeat(20_000), piece.repeat(20_000));
});

function show(text: string): string {
  const { asks, unread } = parseMixProject('mix.exs', text);
  const all = asks.map(({ app, evidence }) => `${app} ${evidence.scope}`).join(', ');
  return [all, ...unread.map(({ line }) => `?${line}`)].filter((part) => part !== '').join(' ');
}

function read(text: string, list: string): Reading {
  const companions = new Map([['app/x/mix.exs', `def project, do: [app: :x, deps: [${list}]]`]]);
  return mixLock.read({ path: 'app/x/mix.lock', text, companions });
}
