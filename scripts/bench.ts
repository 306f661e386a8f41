import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectLabelledTexts } from './bench/detect-texts.ts';
import { judgeManyLicences } from './bench/judge-licences.ts';
import { recheck } from './bench/recheck.ts';
import { measureFacts } from './bench/sync-facts.ts';
import { measure } from './bench/measure.ts';
import { writeLock, type Manager } from './bench/write-locks.ts';
import { writeSpdx3 } from './bench/write-spdx3.ts';
import { writeDevice } from './bench/write-device.ts';
import { writeReleases } from './bench/write-releases.ts';
import { writeInstalled } from './bench/write-installed.ts';
import { writeRepository } from './bench/write-repository.ts';

/**
 * Times the packaged command line against a floor that is measured in the same run: bare Node that reads and parses the
 * same file. Prints ratios; exits with 1 when one is over its limit. `npm run build` comes first.
 */
const cli = join(process.cwd(), 'dist', 'run.cjs');
if (!existsSync(cli)) {
  process.stderr.write('error: there is no dist/run.cjs\nhelp: run `npm run build` first.\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'tureen-bench-'));
let failed = false;

const bare = measure(['-e', '']);
row('--version', measure([cli, '--version']).seconds / bare.seconds, 1.5, '× bare Node');

const half = scanLock('npm', 1500);
row('scan of 1,500 packages, npm', half.seconds / half.floor, 3, '× bare Node that parses it');
row('scan of 1,500 packages, npm', half.megabytes, 150, 'MB');
for (const manager of ['npm', 'pnpm', 'yarn'] as const) {
  const scan = scanLock(manager, 3000);
  row(`scan of 3,000 packages, ${manager}`, scan.seconds / scan.floor, 3, '× bare Node that parses it');
  row(`scan of 3,000 packages, ${manager}`, scan.megabytes, 200, 'MB');
}
const tenfold = scanLock('npm', 15_000);
const growth = (tenfold.seconds - bare.seconds) / (half.seconds - bare.seconds);
row('scan of 15,000 packages against 1,500', growth, 11, '× the time');

mkdirSync(join(folder, 'image'));
writeSpdx3(join(folder, 'image', 'core-image.rootfs.spdx.json'), 130, 18_000);
const image = measure([cli, 'scan', join(folder, 'image'), '--format', 'json', '-o', '-'], 3);
row('scan of a 16 MB SPDX 3 document', image.seconds, 2, 's');

writeRepository(join(folder, 'repository'), 20_000, 200);
const repository = measure([cli, 'scan', join(folder, 'repository'), '--format', 'json', '-o', '-'], 3);
row('scan of 20,000 files with 200 lockfiles', repository.seconds, 3, 's');

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
const withoutPdf = steps.map((words) => measure([cli, ...words], 5)).reduce((sum, { seconds }) => sum + seconds, 0);
const pdf = measure([cli, 'report', ...device, 'soup-list', '--format', 'pdf', '-o', join(folder, 'soup-list.pdf')], 2);
row('main job on the example, six commands', withoutPdf, 2, 's without PDF');
row('main job on the example, with PDF', withoutPdf + pdf.seconds, 10, 's');

writeLock(join(folder, 'large'), 'npm', 10_000);
writeFileSync(join(folder, 'large', 'tureen.yaml'), 'device: { name: Large, manufacturer: Example }\n');
const mirror = join(folder, 'mirror');
spawnSync(process.execPath, ['scripts/bench/write-advisories.ts', mirror], { stdio: 'inherit' });
const large = ['--cwd', join(folder, 'large'), '--store', join(folder, 'large.sqlite')];
const lists = ['--list', `kev=${mirror}`, `epss=${mirror}`];
const load = measure([cli, 'sync', ...large, '--full', '--from', mirror, ...lists], 3);
row('sync of 200,000 advisories and 300,000 scores', load.seconds, 10, 's');
row('sync of 200,000 advisories and 300,000 scores', load.megabytes, 600, 'MB');
const start = measure([cli, '--version']).seconds;
const changed = [1, 2, 3, 4, 5].map((day) => {
  const words = ['scripts/bench/change-advisories.ts', mirror, `0${day}`];
  spawnSync(process.execPath, words, { stdio: 'inherit' });
  return measure([cli, 'sync', '--cwd', mirror, ...large.slice(2), '--from', mirror, ...lists], 1).seconds - start;
});
row('1,000 changed records into 200,000', Math.min(...changed), 0.5, 's beyond the start');
const match = measure([cli, 'evaluate', ...large], 5);
row('evaluate of 10,000 components against them', match.seconds, 0.6, 's');
row('evaluate of 10,000 components against them', match.megabytes, 200, 'MB');

writeLock(join(folder, 'field'), 'npm', 3000);
writeFileSync(
  join(folder, 'field', 'tureen.yaml'),
  'device: { name: Field, manufacturer: Example }\npeople: [{ id: ada, name: Ada }]\n',
);
const field = ['--cwd', join(folder, 'field')];
spawnSync(process.execPath, [cli, 'release', '1.0.0', '--by', 'ada', ...field], { stdio: 'ignore' });
writeReleases(join(folder, 'field'), '1.0.0', 19);
const watched = measure([cli, 'watch', ...field, ...large.slice(2)], 3);
row('watch of 20 releases of 3,000 components', watched.seconds, 3, 's');
row('watch of 20 releases of 3,000 components', watched.megabytes, 600, 'MB');

writeDevice(join(folder, 'recorded'), { components: 3400, records: 300, findings: 1500 });
const recorded = measure([cli, 'check', '--cwd', join(folder, 'recorded')], 5);
row('check of 3,400 components with 300 records', recorded.seconds, 1, 's');
row('check of 3,400 components with 300 records', recorded.megabytes, 250, 'MB');

const title = (text: string, count: number) => text.replace(/^title: .*$/m, `title: Edited ${count} times`);
const edited = await recheck(join(folder, 'recorded'), join('soup', 'items', 'item-7.yaml'), title);
row('check again after an edited record', edited, 150, 'ms');
const relocked = await recheck(
  join(folder, 'recorded'),
  'package-lock.json',
  (text, count) => text + ' '.repeat(count),
);
row('check again after an edited lock', relocked, 300, 'ms');

row('licence verdicts on 3,400 components', judgeManyLicences(3400), 0.3, 's');
row('detection of licences, 200 files a second', detectLabelledTexts(), 5, 'ms of one core a file');
writeInstalled(join(folder, 'installed'), 3000);
const attribution = ['report', '--cwd', join(folder, 'installed'), 'third-party-licences', '-o'];
const attributed = measure([cli, ...attribution, join(folder, 'licences.html')], 3);
row('licences of 3,000 installed packages in one document, as long as a person waits', attributed.seconds, 5, 's');

const facts = await measureFacts(cli, join(folder, 'facts'), 1000);
row('facts on 1,000 components, 20 ms an answer', facts.first, 12, 's');
row('the same on another day, nothing changed', facts.later, 12, 's');
row('the same on another day, nothing changed', facts.bytesAgain, 0, 'bytes sent again');
row('questions to one registry at a time', facts.mostAtOnce, 6, 'at most');
row('asked again after a kill in the middle', facts.askedTwice, 40, 'components');

rmSync(folder, { recursive: true, force: true });
process.exitCode = failed ? 1 : 0;

/** Scans a lock of so many packages; the floor is what its format's plain parser takes, with the start of Node. */
function scanLock(manager: Manager, count: number) {
  const lock = writeLock(join(folder, `${manager}-${count}`), manager, count);
  const floor = measure(['-e', plainParse(manager, lock)]);
  const scan = measure([cli, 'scan', join(lock, '..'), '--format', 'json', '-o', '-']);
  return { ...scan, floor: floor.seconds };
}

function plainParse(manager: Manager, lock: string): string {
  const text = `require('node:fs').readFileSync(${JSON.stringify(lock)}, 'utf8')`;
  if (manager === 'npm') return `JSON.parse(${text})`;
  if (manager === 'pnpm') return `require('yaml').parse(${text})`;
  return `require('@yarnpkg/parsers').parseSyml(${text})`;
}

function row(what: string, value: number, limit: number, unit: string): void {
  const over = !(value <= limit);
  failed ||= over;
  process.stdout.write(
    `${over ? 'OVER' : 'ok  '}  ${what.padEnd(46)} ${value.toFixed(2).padStart(7)} ${unit} (limit ${limit})\n`,
  );
}
