import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseIni } from './ini-file.ts';
import { projectOptions } from './project-options.ts';

/** What `lib_deps` of `env:a` comes to. */
const projects: readonly (readonly [what: string, text: string, entries: readonly string[]])[] = [
  ['one line', '[env:a]\nlib_deps = x, y', ['x', 'y']],
  ['several lines', '[env:a]\nlib_deps =\n  x @ >=1, <2 ; c\n  # c\n\n  y', ['x @ >=1, <2', 'y']],
  ['what all environments share', '[env]\nlib_deps = x\n[env:a]\nboard = b', ['x']],
  ['what it extends', '[base]\nlib_deps = x\n[env]\nlib_deps = y\n[env:a]\nextends = base', ['x']],
  ['the last of what it extends', '[b]\nlib_deps = x\n[c]\nlib_deps = y\n[env:a]\nextends = b, c', ['y']],
  ['a reference', '[c]\nl =\n  x\n  y\n[env:a]\nlib_deps =\n  ${c.l}\n  z', ['x', 'y', 'z']],
  ['a reference inside', '[c]\nv = 1.0.0\n[env:a]\nlib_deps = x@${c.v}', ['x@1.0.0']],
  ['a reference to itself', '[env:a]\nv = 2\nlib_deps = x@${this.v}', ['x@2']],
  ['a reference to what others extend', '[env:b]\nlib_deps = x\n[env:a]\nlib_deps = ${env:b.lib_deps}', ['x']],
  ['a reference that leads nowhere', '[env:a]\nlib_deps = ${c.l}', ['${c.l}']],
  ['a reference in circles', '[env:a]\nlib_deps = ${env:a.lib_deps}', ['${env:a.lib_deps}']],
  ['extension in circles', '[env:a]\nextends = env:b\n[env:b]\nextends = env:a', []],
];

for (const [what, text, entries] of projects) {
  test(`lib_deps with ${what} is ${entries.join(' and ') || 'empty'}`, () => {
    const ini = parseIni(text);
    assert.ok(!('message' in ini), JSON.stringify(ini));
    const options = projectOptions(ini);
    assert.deepEqual(
      options.listOf('env:a', 'lib_deps').map((entry) => entry.text),
      entries,
    );
    assert.equal(options.isCutOff(), false);
  });
}

test('a line of references without end stays as it is written', () => {
  const line = '${s.l}'.repeat(60_000);
  const ini = parseIni(`[s]\nl = ${'x'.repeat(9000)}\n[env:a]\nlib_deps = ${line}`);
  assert.ok(!('message' in ini));
  assert.deepEqual(
    projectOptions(ini)
      .listOf('env:a', 'lib_deps')
      .map(({ text }) => text),
    [line],
  );
});

test('lists that double with every section come to an end', () => {
  const sections = Array.from({ length: 9 }, (_, at) => `[s${at + 1}]\nl =${`\n  \${s${at}.l}`.repeat(10)}`);
  const ini = parseIni(['[s0]\nl = x', ...sections, '[env:a]\nlib_deps = ${s9.l}'].join('\n'));
  assert.ok(!('message' in ini));
  const options = projectOptions(ini);
  assert.ok(options.listOf('env:a', 'lib_deps').length <= 200_000);
  assert.equal(options.isCutOff(), true);
});
