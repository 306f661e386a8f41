import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseGitConfig } from './git-config.ts';

/** As `section/subsection key=value@line`. */
const files: readonly (readonly [what: string, text: string, shown: readonly string[]])[] = [
  ['nothing', '', []],
  ['one variable', '[submodule "a"]\n\tpath = lib/a\n', ['submodule/a path=lib/a@2']],
  ['names in capitals', '[Submodule "A"]\nPath=x', ['submodule/A path=x@2']],
  ['comments', '# c\n[a "b"] ; c\nk = v # c\n; c\nl = "v # c" ; d', ['a/b k=v@3', 'a/b l=v # c@5']],
  ['escapes', '[a "b \\"c\\" \\\\d"]\nk = "e\\"f" g\\\\h', ['a/b "c" \\d k=e"f g\\h@2']],
  ['lines that go on', '[a "b"]\nk = one \\\n  two\nl = v', ['a/b k=one   two@2', 'a/b l=v@4']],
  ['a variable behind its section', '[a "b"] k = v', ['a/b k=v@1']],
  ['a variable without a value', '[a "b"]\nshallow\n', ['a/b shallow=@2']],
];

for (const [what, text, shown] of files) {
  test(`a git configuration with ${what} is read`, () => {
    const sections = parseGitConfig(text);
    assert.ok(!('message' in sections), JSON.stringify(sections));
    const all = sections.flatMap(({ name, subsection, variables }) =>
      variables.map(({ key, value, line }) => `${name}/${subsection} ${key}=${value}@${line}`),
    );
    assert.deepEqual(all, shown);
  });
}

const faults: readonly (readonly [text: string, line: number])[] = [
  ['k = v\n', 1],
  ['[a "b"]\n<<<<<<< HEAD\n', 2],
  ['[a "b"]\nk = "v\n', 2],
  ['[a "b\nk = v\n', 1],
];

for (const [text, line] of faults) {
  test(`${JSON.stringify(text)} is no git configuration`, () => {
    const fault = parseGitConfig(text);
    assert.ok('message' in fault);
    assert.equal(fault.at.line, line);
  });
}
