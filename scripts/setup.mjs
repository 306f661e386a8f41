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
  process.stderr.write('Installing what Tureen needs (once) …\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.stderr.write(
      'error: npm ci failed\nhelp: check that npm reaches its registry, then run the command again.\n',
    );
    process.exit(2);
  }
  checkNode();
  writeFileSync(stamp, wanted);
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
