import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Asked, Command } from '../command.ts';
import { commands } from '../commands/index.ts';
import { generalOptions } from './general-options.ts';
import { readPlainWords } from './plain-words.ts';
import { runProgram } from './program.ts';

const loaded = await Promise.all(commands.map(({ load }) => load()));
type Named = readonly [words: readonly string[], command: Command];

const all = loaded.flatMap((one): readonly Named[] =>
  'commands' in one ? one.commands.map((inner): Named => [[one.name, inner.name], inner]) : [[[one.name], one]],
);

/** What commander makes of words; `undefined` when it refuses them, or writes the help. */
async function readWithCommander(words: readonly string[]): Promise<Asked | undefined> {
  let asked: Asked | undefined;
  await runProgram(commands, words, (one) => {
    asked = one;
    return Promise.resolve(0);
  });
  return asked;
}

test('what is read plainly is what commander reads, for every command and option', async () => {
  let plain = 0;
  for (const [names, command] of all) {
    const flags = [...command.options, ...generalOptions].flatMap((option) =>
      option.flags.split(/[, ]+/).filter((name) => name.startsWith('-')),
    );
    const choices = command.options.flatMap((option) => option.choices ?? []);
    const word = fc.oneof(
      fc.constantFrom(...flags),
      fc.constantFrom('a', 'b c', '', '-', ...choices),
      fc.constantFrom('--', '--no', '--bogus', '-h', '-1', '--cwd=a', '-oa'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
        const read = await readPlainWords(commands, [...names, ...words]);
        if (read === undefined) return;
        plain++;
        assert.deepEqual(read, await readWithCommander([...names, ...words]), [...names, ...words].join(' '));
      }),
      { numRuns: 20 },
    );
  }
  assert.ok(plain > all.length * 2, `${plain} were read plainly`);
});

const plainly: readonly (readonly [words: string, plainly: boolean])[] = [
  ['scan', true],
  ['scan . --format json -o -', true],
  ['sbom check a.json --json', true],
  ['sync --from a b --from c --full', true],
  ['sync --from --full', false],
  ['anomalies --risk a --json b', false],
  ['scan --format xml', false],
  ['scan a b', false],
  ['scan --help', false],
  ['scan --format=json', false],
  ['--json scan', false],
  ['why', false],
  ['bogus', false],
  ['sbom', false],
];

for (const [words, isPlain] of plainly) {
  test(`\`${words}\` is ${isPlain ? 'read plainly' : 'left to commander'}`, async () => {
    assert.equal((await readPlainWords(commands, words.split(' '))) !== undefined, isPlain);
  });
}
