import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCmake } from './cmake-syntax.ts';

/** Commands as `line name|argument|argument`; quoted arguments in quotes, those in brackets in brackets. */
const files: readonly (readonly [what: string, text: string, shown: readonly string[]])[] = [
  ['nothing', '', []],
  ['comments', '# set(A b)\n#[[ set(A\n b) ]] set(C d) # e', ['3 set|C|d']],
  ['a bracket comment with signs', '#[==[ ]] ]=] ]==]set(A b)', ['1 set|A|b']],
  ['a comment between arguments', 'set(A # one\n  b #[[two]] c)', ['1 set|A|b|c']],
  ['names in any case', 'FetchContent_Declare ( x )', ['1 fetchcontent_declare|x']],
  ['quotes', 'set(A "b ) # c" "d\\"e")', ['1 set|A|"b ) # c"|"d\\"e"']],
  ['a quoted argument over lines', 'set(A "b\\\nc\nd")\nset(E f)', ['1 set|A|"bc\nd"', '4 set|E|f']],
  ['brackets', 'set(A [=[\n${B} ]] ]=])\nx()', ['1 set|A|[${B} ]] ]', '3 x']],
  ['nested parentheses', 'if((A OR B) AND (C))\nendif()', ['1 if|A|OR|B|AND|C', '2 endif']],
  ['a word before a parenthesis', 'if(NOT (A))\nendif()', ['1 if|NOT|A', '2 endif']],
  ['old unquoted arguments', 'add(-Da="b c" -Ev=$(MAKE) x\\ y a\\;b)', ['1 add|-Da="b c"|-Ev=$(MAKE)|x\\ y|a\\;b']],
  ['unquoted signs', 'add(a[1] $<IF:x,y> gh:a/b#v1)', ['1 add|a[1]|$<IF:x,y>|gh:a/b']],
];

for (const [what, text, shown] of files) {
  test(`CMake with ${what} is taken apart`, () => {
    const commands = parseCmake(what === 'unquoted signs' ? `${text}\n)` : text);
    assert.ok(!('message' in commands), JSON.stringify(commands));
    const parts = commands.map(({ name, line, arguments: all }) =>
      [
        `${line} ${name}`,
        ...all.map((one) =>
          one.kind === 'quoted' ? `"${one.text}"` : one.kind === 'bracket' ? `[${one.text}]` : one.text,
        ),
      ].join('|'),
    );
    assert.deepEqual(parts, shown);
  });
}

const faults: readonly (readonly [text: string, message: string, line: number])[] = [
  ['set(A\nset(B c)\n', 'set( is not closed', 1],
  ['\nset(A "b)\n', 'a quoted argument does not end', 2],
  ['#[[ a\n', '#[[ is not closed', 1],
  ['set(A)\nhello\n', 'a command stands here without its parentheses', 2],
];

for (const [text, message, line] of faults) {
  test(`${JSON.stringify(text)} is no CMake`, () => assert.deepEqual(parseCmake(text), { message, at: { line } }));
}

test('a long file that holds no CMake is refused without ado', () => {
  const parts = ['set(', '"', '[[', '#[', '(', '\\', 'a', '="'];
  for (const part of parts) assert.ok(parseCmake(part.repeat(50_000)));
});
