import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';

const account = 'out/tests.tap';
const reporters = [
  '--test-reporter=dot',
  '--test-reporter-destination=stdout',
  '--test-reporter=tap',
  `--test-reporter-destination=${account}`,
];

/** The one gate: format, lint, types, structure, tests; prints each step with its time and stops at the first that fails. */
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['format', ['oxfmt', '--check', '.']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['types', ['tsc', '--project', '.']],
  ['tests', ['node', '--test', '--test-isolation=none', ...reporters, ...testFiles()]],
];

/** A proxy and a day of this machine are none of the tests' own: what they ask is asked of this machine, and at its clock. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:https?_proxy|SOURCE_DATE_EPOCH)$/i.test(name)),
);

mkdirSync('out', { recursive: true });
for (const [name, [command = '', ...words]] of steps) {
  const start = performance.now();
  const { status } = spawnSync(command, words, { stdio: 'inherit', shell: process.platform === 'win32', env });
  process.stdout.write(
    `${status === 0 ? 'ok' : 'FAILED'}  ${name}  ${((performance.now() - start) / 1000).toFixed(1)} s\n`,
  );
  if (status !== 0) process.exit(1);
}

const told = readFileSync(account, 'utf8');
for (const [, figure] of told.matchAll(/^ *# (.*: precision [\d.]+, recall .*)$/gm))
  process.stdout.write(`${figure}\n`);

const counts = new Map(told.matchAll(/^# (pass|fail|skipped) (\d+)$/gm).map(([, what, number]) => [what, number]));
process.stdout.write(`${counts.get('pass')} passed, ${counts.get('fail')} failed, ${counts.get('skipped')} skipped\n`);

function testFiles(): string[] {
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'])
    .filter((path) => !path.includes('fixtures'))
    .toSorted();
}
