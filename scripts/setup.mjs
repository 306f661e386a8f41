// Makes a bare clone ready: installs what the lockfile names, once for each state of the lockfile. Runs on any Node from 16.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'node_modules', '.tureen-setup');
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
  if (!isInstalled()) install();
  checkNode();
  noteInstalled();
}

/** Spares the next run a look at every package; who may not write here looks each time. */
function noteInstalled() {
  try {
    writeFileSync(stamp, wanted);
  } catch {
    return;
  }
}

function install() {
  process.stderr.write('Installing what Tureen needs (once) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return;
  process.stderr.write(
    'error: npm ci failed\nhelp: check that npm reaches its registry, then run the command again.\n',
  );
  process.exit(2);
}

/** Whether somebody ran `npm ci` already: npm notes what it has installed, which is all that the lockfile has for this system. */
function isInstalled() {
  const there = packagesIn('node_modules/.package-lock.json');
  const locked = Object.entries(packagesIn('package-lock.json')).filter(([path]) => path !== '');
  const isThere = ([path, wantedPackage]) => {
    const { version, integrity } = there[path] ?? {};
    if (version === undefined) return isForOthers(wantedPackage);
    return (
      version === wantedPackage.version &&
      integrity === wantedPackage.integrity &&
      existsSync(join(root, path, 'package.json'))
    );
  };
  return locked.length > 0 && locked.every(isThere);
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Of what is optional npm leaves out what is for other systems, and what only such packages need. */
function isForOthers({ optional, os, cpu, libc }) {
  if (optional !== true) return false;
  if (os === undefined && cpu === undefined) return true;
  return !fits(os, process.platform) || !fits(cpu, process.arch) || (libc !== undefined && !fits(libc, libcHere()));
}

function fits(names = [], here) {
  const listed = [names].flat();
  return listed.length === 0 || listed.includes(here) || (listed[0].startsWith('!') && !listed.includes(`!${here}`));
}

function libcHere() {
  return process.report?.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'glibc';
}

/** Node 24 comes as a package on Linux and Windows; elsewhere the person's own must do. */
function checkNode() {
  const packaged = ['linux-x64', 'linux-arm64', 'win-x64'].includes(
    `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
  );
  if (packaged || Number(process.versions.node.split('.')[0]) >= 24) return;
  process.stderr.write(
    `error: Tureen runs on Node 24, this is ${process.versions.node}\nhelp: install Node 24, then run the command again.\n`,
  );
  process.exit(2);
}
