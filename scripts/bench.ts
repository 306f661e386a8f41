import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { largeLock } from './large-lock.ts';

/**
 * Times the packaged command line against a floor that is measured in the same run: bare Node that reads and parses the
 * same file. Prints ratios; exits with 1 when one is over its limit. `npm run build` comes first.
 */
type Measured = { readonly seconds: number; readonly megabytes: number };

if (!existsSync('dist/run.cjs')) {
  process.stderr.write('error: there is no dist/run.cjs\nhelp: run `npm run build` first.\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'tureen-bench-'));
const peakFile = join(folder, 'peak');
const cli = join(process.cwd(), 'dist', 'run.cjs');
const lock = join(folder, 'large', 'package-lock.json');
cpSync('examples/dermatology', join(folder, 'device'), { recursive: true });
largeLock(lock, 1500);
let failed = false;

const bare = measure(['-e', '']);
const version = measure([cli, '--version']);
row('--version', version.seconds / bare.seconds, 1.5, '× bare Node');

const floor = measure(['-e', `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(lock)}, 'utf8'))`]);
const scan = measure([cli, 'scan', join(folder, 'large'), '--format', 'json', '-o', '-']);
row('scan of a 1,500-package package-lock', scan.seconds / floor.seconds, 3, '× bare Node that parses it');
row('scan of a 1,500-package package-lock', scan.megabytes, 150, 'MB at most');

const device = ['--cwd', join(folder, 'device')];
const store = ['--store', join(folder, 'advisories.sqlite')];
const steps: readonly (readonly string[])[] = [
  ['scan', ...device, '--format', 'cyclonedx-json', '-o', join(folder, 'sbom.json')],
  ['sync', ...device, ...store],
  ['evaluate', ...device, ...store],
  ['check', ...device],
  ['report', ...device, 'soup-list', '-o', join(folder, 'soup-list.html')],
  ['status', ...device],
];
const withoutPdf = steps.map((words) => measure([cli, ...words], 1)).reduce((sum, { seconds }) => sum + seconds, 0);
const pdf = measure([cli, 'report', ...device, 'soup-list', '--format', 'pdf', '-o', join(folder, 'soup-list.pdf')], 1);
row('main job on the example, six commands', withoutPdf, 2, 's without PDF');
row('main job on the example, with PDF', withoutPdf + pdf.seconds, 10, 's');

rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;

/** The median of some runs; every run is a process of its own, as a person starts it. */
function measure(words: readonly string[], runs = 7): Measured {
  const measured = Array.from({ length: runs }, () => once(words)).toSorted((a, b) => a.seconds - b.seconds);
  return measured[Math.floor(runs / 2)] ?? { seconds: Number.NaN, megabytes: Number.NaN };
}

function once(words: readonly string[]): Measured {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', './scripts/report-peak.mjs', ...words], {
    env: { ...process.env, PEAK_FILE: peakFile },
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`${words.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds, megabytes: Number(readFileSync(peakFile, 'utf8')) / 1024 };
}

function row(what: string, value: number, limit: number, unit: string): void {
  const over = !(value <= limit);
  failed ||= over;
  process.stdout.write(
    `${over ? 'OVER' : 'ok  '}  ${what.padEnd(40)} ${value.toFixed(2).padStart(7)} ${unit} (limit ${limit})\n`,
  );
}
