import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectLabelledTexts } from './bench/detect-texts.ts';
import { judgeManyLicences } from './bench/judge-licences.ts';
import { recheck } from './bench/recheck.ts';
import { measureFacts } from './bench/sync-facts.ts';
import { measure, paced, slowness, type Measured } from './bench/measure.ts';
import { writeLock, type Manager } from './bench/write-locks.ts';
import { writeSpdx3 } from './bench/write-spdx3.ts';
import { writeDevice } from './bench/write-device.ts';
import { writeReleases } from './bench/write-releases.ts';
import { writeInstalled } from './bench/write-installed.ts';
import { writeRepository } from './bench/write-repository.ts';

/**
 * Times the packaged command line against a floor that is measured in the same run: bare Node that reads and parses the
 * same file, or for limits in seconds plain work, whose pace they are told at. Exits with 1 when one is over its
 * limit. `npm run build` comes first.
 */
const cli = join(process.cwd(), 'dist', 'run.cjs');
if (!existsSync(cli)) {
  process.stderr.write('error: there is no dist/run.cjs\nhelp: run `npm run build` first.\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'tureen-bench-'));
let failed = false;

const bareNode = ['-e', ''];
row('--version', measure([cli, '--version'], { floor: bareNode }).ratio, 1.5, '× bare Node');
const start = measure(bareNode);

const half = scanLock('npm', 1500);
row('scan of 1,500 packages, npm', half.ratio, 3, '× bare Node that parses it');
row('scan of 1,500 packages, npm', half.megabytes, 150, 'MB');
for (const manager of ['npm', 'pnpm', 'yarn'] as const) {
  const scan = scanLock(manager, 3000);
  row(`scan of 3,000 packages, ${manager}`, scan.ratio, 3, '× bare Node that parses it');
  row(`scan of 3,000 packages, ${manager}`, scan.megabytes, 200, 'MB');
}
const [few, many] = [1500, 15_000].map((count) => measure(scanOf(writeNpm(count))).ratio - start.ratio);
row('scan of 15,000 packages against 1,500', (many ?? Number.NaN) / (few ?? Number.NaN), 11, '× the time');

mkdirSync(join(folder, 'image'));
writeSpdx3(join(folder, 'image', 'core-image.rootfs.spdx.json'), 130, 18_000);
const image = measure([cli, 'scan', join(folder, 'image'), '--format', 'json', '-o', '-'], { runs: 3 });
time('scan of a 16 MB SPDX 3 document', image, 2);

writeRepository(join(folder, 'repository'), 20_000, 200);
const repository = measure([cli, 'scan', join(folder, 'repository'), '--format', 'json', '-o', '-'], { runs: 3 });
time('scan of 20,000 files with 200 lockfiles', repository, 3);

cpSync('examples/dermatology', join(folder, 'device'), { recursive: true });
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
const withoutPdf = together(steps.map((words) => measure([cli, ...words], { runs: 5 })));
const pdf = measure([cli, 'report', ...device, 'soup-list', '--format', 'pdf', '-o', join(folder, 'soup-list.pdf')], {
  runs: 2,
});
time('main job on the example, six commands without PDF', withoutPdf, 2);
time('main job on the example, with PDF', together([withoutPdf, pdf]), 10);

writeLock(join(folder, 'large'), 'npm', 10_000);
writeFileSync(join(folder, 'large', 'tureen.yaml'), 'device: { name: Large, manufacturer: Example }\n');
const mirror = join(folder, 'mirror');
spawnSync(process.execPath, ['scripts/bench/write-advisories.ts', mirror], { stdio: 'inherit' });
const large = ['--cwd', join(folder, 'large'), '--store', join(folder, 'large.sqlite')];
const lists = ['--list', `kev=${mirror}`, `epss=${mirror}`];
const load = measure([cli, 'sync', ...large, '--full', '--from', mirror, ...lists], { runs: 3 });
time('sync of 200,000 advisories and 300,000 scores', load, 10);
row('sync of 200,000 advisories and 300,000 scores', load.megabytes, 600, 'MB');
const changed = measure([cli, 'sync', '--cwd', mirror, ...large.slice(2), '--from', mirror, ...lists], {
  runs: 5,
  prepare: (run) => {
    spawnSync(process.execPath, ['scripts/bench/change-advisories.ts', mirror, `0${run + 1}`], { stdio: 'inherit' });
  },
});
time('1,000 changed records into 200,000, beyond the start', beyond(changed, start), 0.5);
const match = measure([cli, 'evaluate', ...large]);
time('evaluate of 10,000 components against them', match, 0.6);
row('evaluate of 10,000 components against them', match.megabytes, 200, 'MB');

writeLock(join(folder, 'field'), 'npm', 3000);
writeFileSync(
  join(folder, 'field', 'tureen.yaml'),
  'device: { name: Field, manufacturer: Example }\npeople: [{ id: ada, name: Ada }]\n',
);
const field = ['--cwd', join(folder, 'field')];
spawnSync(process.execPath, [cli, 'release', '1.0.0', '--by', 'ada', ...field], { stdio: 'ignore' });
writeReleases(join(folder, 'field'), '1.0.0', 19);
const watched = measure([cli, 'watch', ...field, ...large.slice(2)], { runs: 3 });
time('watch of 20 releases of 3,000 components', watched, 3);
row('watch of 20 releases of 3,000 components', watched.megabytes, 600, 'MB');

writeDevice(join(folder, 'recorded'), { components: 3400, records: 300, findings: 1500 });
const recorded = measure([cli, 'check', '--cwd', join(folder, 'recorded')], { runs: 5 });
time('check of 3,400 components with 300 records', recorded, 1);
row('check of 3,400 components with 300 records', recorded.megabytes, 250, 'MB');

const title = (text: string, count: number) => text.replace(/^title: .*$/m, `title: Edited ${count} times`);
const edited = await recheck(join(folder, 'recorded'), join('soup', 'items', 'item-7.yaml'), title);
row('check again after an edited record', edited / slowness(), 150, 'ms');
const relocked = await recheck(
  join(folder, 'recorded'),
  'package-lock.json',
  (text, count) => text + ' '.repeat(count),
);
row('check again after an edited lock', relocked / slowness(), 300, 'ms');

row('licence verdicts on 3,400 components', judgeManyLicences(3400) / slowness(), 0.3, 's');
row('detection of licences, 200 files a second', detectLabelledTexts() / slowness(), 5, 'ms of one core a file');
writeInstalled(join(folder, 'installed'), 3000);
const attribution = ['report', '--cwd', join(folder, 'installed'), 'third-party-licences', '-o'];
const attributed = measure([cli, ...attribution, join(folder, 'licences.html')], { runs: 3 });
time('licences of 3,000 installed packages in one document', attributed, 5);

const facts = await measureFacts(cli, join(folder, 'facts'), 1000);
row('facts on 1,000 components, 20 ms an answer', facts.first, 12, 's');
row('the same on another day, nothing changed', facts.later, 12, 's');
row('the same on another day, nothing changed', facts.bytesAgain, 0, 'bytes sent again');
row('questions to one registry at a time', facts.mostAtOnce, 6, 'at most');
row('asked again after a kill in the middle', facts.askedTwice, 40, 'components');

rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;

/** Scans a lock of so many packages; the floor is what its format's plain parser takes, with the start of Node. */
function scanLock(manager: Manager, count: number): Measured {
  const lock = writeLock(join(folder, `${manager}-${count}`), manager, count);
  return measure(scanOf(lock), { floor: ['-e', plainParse(manager, lock)] });
}

function writeNpm(count: number): string {
  return writeLock(join(folder, `npm-${count}`), 'npm', count);
}

function scanOf(lock: string): readonly string[] {
  return [cli, 'scan', join(lock, '..'), '--format', 'json', '-o', '-'];
}

function plainParse(manager: Manager, lock: string): string {
  const text = `require('node:fs').readFileSync(${JSON.stringify(lock)}, 'utf8')`;
  if (manager === 'npm') return `JSON.parse(${text})`;
  if (manager === 'pnpm') return `require('yaml').parse(${text})`;
  return `require('@yarnpkg/parsers').parseSyml(${text})`;
}

/** Tells seconds at the pace that the limit is meant for, and those of the best run here. */
function time(what: string, measured: Measured, limit: number): void {
  row(what, paced(measured), limit, 's', `, ${measured.seconds.toFixed(2)} s here`);
}

function together(parts: readonly Measured[]): Measured {
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    seconds: sum(parts.map(({ seconds }) => seconds)),
    megabytes: Math.max(...parts.map(({ megabytes }) => megabytes)),
    ratio: sum(parts.map(({ ratio }) => ratio)),
  };
}

function beyond({ seconds, megabytes, ratio }: Measured, start: Measured): Measured {
  return { seconds: seconds - start.seconds, megabytes, ratio: ratio - start.ratio };
}

function row(what: string, value: number, limit: number, unit: string, here = ''): void {
  const over = !(value <= limit);
  failed ||= over;
  process.stdout.write(
    `${over ? 'OVER' : 'ok  '}  ${what.padEnd(56)} ${value.toFixed(2).padStart(7)} ${unit} (limit ${limit}${here})\n`,
  );
}
