import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tureen } from '../../../test/command-line.ts';
import { tasks } from '../command.ts';
import { complain } from './complain.ts';

const cases: readonly (readonly [told: string, help: string])[] = [
  ["error: unknown command 'scna'\n(Did you mean scan?)\n", 'Did you mean scan? See `tureen x --help`.'],
  ["error: unknown command 'xyzzy'\n", 'See `tureen x --help`.'],
  [
    "error: option '-f, --format <format>' argument 'pfd' is invalid. Allowed choices are html, pdf, text.",
    'Did you mean pdf? See `tureen x --help`.',
  ],
  [
    "error: option '-f, --format <format>' argument 'cyclonedx' is invalid. Allowed choices are table, cyclonedx-json.",
    'Did you mean cyclonedx-json? See `tureen x --help`.',
  ],
  [
    "error: option '-f, --format <format>' argument 'word' is invalid. Allowed choices are html, pdf.",
    'See `tureen x --help`.',
  ],
];

for (const [told, help] of cases)
  test(`a complaint ends with what to do: ${told.split('\n')[0]}`, () => {
    assert.equal(complain(told, 'tureen x'), `${told.split('\n')[0]}\nhelp: ${help}\n`);
  });

test('a word that is missing is shown by an example, and a choice in the wrong case is known', () => {
  const missing = "error: missing required argument 'purl'";
  const help = 'Write it, as in `tureen x pkg:npm/a`. See `tureen x --help`.';
  assert.equal(complain(missing, 'tureen x', 'tureen x pkg:npm/a'), `${missing}\nhelp: ${help}\n`);
  const wrong = "error: option '--class <class>' argument 'c' is invalid. Allowed choices are A, B, C.";
  assert.match(complain(wrong, 'tureen x'), /Did you mean C\?/);
});

test('the help puts every command under what it is for', () => {
  const { stdout } = tureen(['--help'], { COLUMNS: '80' });
  const headings = stdout.match(/^[A-Z].*:$/gm);
  assert.deepEqual(headings, ['Options:', ...Object.values(tasks), 'Begin in the folder of your product:']);
});

test('help on a command that there is none of names the nearest', () => {
  const { code, stderr } = tureen(['help', 'chek']);
  assert.equal(code, 2);
  assert.equal(stderr, "error: unknown command 'chek'\nhelp: Did you mean check? See `tureen --help`.\n");
});

test('without a command it is said where to begin', () => {
  const { code, stderr } = tureen([]);
  assert.equal(code, 2);
  assert.match(stderr, /\nBegin in the folder of your product:\n {2}tureen init /);
});

test('the help of a command is no wider than 80 columns, its examples can be pasted', () => {
  const { stdout } = tureen(['triage', '--help'], { COLUMNS: '80' });
  const lines = stdout.split('\n');
  assert.deepEqual(
    lines.filter((line) => line.length > 80),
    [],
  );
  assert.match(stdout, / \\\n {6}\S.* --by ada\n/);
});
