import { spawn } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { once } from 'node:events';

/** Tests take one core, so that halves of them take little more than half the time. */
const halves = ['first', 'second'] as const;
type Half = (typeof halves)[number];

/** The one gate: format, lint, types, structure, tests; prints each step with its time and stops at the first that fails. */
const steps: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  ['format', [['oxfmt', '--check', '.']]],
  ['lint', [['oxlint', '--type-aware', '--deny-warnings']]],
  ['types', [['tsc', '--project', '.']]],
  ['tests', halves.map((half) => ['node', '--test', '--test-isolation=none', ...reporters(half), ...testFiles(half)])],
];

/** A proxy and a day of this machine are none of the tests' own: what they ask is asked of this machine, and at its clock. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(?:https?_proxy|SOURCE_DATE_EPOCH)$/i.test(name)),
);

mkdirSync('out', { recursive: true });
for (const [name, commands] of steps) {
  const start = performance.now();
  const passed = (await Promise.all(commands.map(passes))).every(Boolean);
  process.stdout.write(`${passed ? 'ok' : 'FAILED'}  ${name}  ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  if (!passed) process.exit(1);
}

const told = halves.map((half) => readFileSync(accountOf(half), 'utf8')).join('\n');
for (const [, figure] of told.matchAll(/^ *# (.*: precision [\d.]+, recall .*)$/gm))
  process.stdout.write(`${figure}\n`);
process.stdout.write(`${count('pass')} passed, ${count('fail')} failed, ${count('skipped')} skipped\n`);

async function passes([command = '', ...words]: readonly string[]): Promise<boolean> {
  const [status] = await once(
    spawn(command, words, { stdio: 'inherit', shell: process.platform === 'win32', env }),
    'exit',
  );
  return status === 0;
}

/** Every other file is of the other half, so that none has all the long ones. */
function testFiles(half: Half): readonly string[] {
  return globSync(['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'])
    .filter((path) => !path.includes('fixtures'))
    .toSorted()
    .filter((_, index) => index % halves.length === halves.indexOf(half));
}

function reporters(half: Half): readonly string[] {
  return [
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${accountOf(half)}`,
  ];
}

function accountOf(half: Half): string {
  return `out/tests-${half}-half.tap`;
}

function count(what: string): number {
  return told.matchAll(new RegExp(`^# ${what} (\\d+)$`, 'gm')).reduce((sum, [, number]) => sum + Number(number), 0);
}
