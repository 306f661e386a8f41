import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { checkFolder, filesBelow } from './files.ts';

const place = mkdtempSync(join(tmpdir(), 'tureen-files-'));
after(() => rmSync(place, { recursive: true }));

let roots = 0;

/** A new folder with files in it, each of which holds its own path. */
function rootWith(...paths: readonly string[]): string {
  const root = join(place, `${roots++}`);
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), path);
  }
  return root;
}

/** What is listed below a folder, and what is not, each with its kind. */
async function listed(root: string) {
  const { files, unlisted } = await filesBelow(root).list();
  return { files: files.map(({ path }) => path), unlisted: unlisted.map(({ path, kind }) => `${kind} ${path}`) };
}

test('files are listed by their paths, in order; copies of packages are not', async () => {
  const root = rootWith('b.json', 'a/c.json', 'node_modules/x/package.json', '.git/config');
  assert.deepEqual(await listed(root), {
    files: ['a/c.json', 'b.json'],
    unlisted: ['elsewhere .git/', 'elsewhere node_modules/'],
  });
});

test('what a killed writer has left counts neither as a file nor as a record', async () => {
  const root = rootWith('soup/releases/.tureen-7.new/release.yaml', '.tureen-8.new', '.tureen-notes.new');
  assert.deepEqual(await listed(root), {
    files: ['.tureen-notes.new'],
    unlisted: ['unfinished .tureen-8.new', 'unfinished soup/releases/.tureen-7.new/'],
  });
});

test('a write removes what a killed writer has left in any folder, and nothing that is still written', async () => {
  const gone = spawnSync(process.execPath, ['--version']).pid;
  const root = rootWith(`a/.tureen-${gone}.new`, `b/.tureen-${gone}.new/release.yaml`, `a/.tureen-${process.ppid}.new`);
  const files = filesBelow(root);
  assert.equal((await files.list()).unlisted.length, 3, 'who only looks removes nothing');
  await files.write('c/notes.txt', 'soup');
  assert.deepEqual(await listed(root), {
    files: ['c/notes.txt'],
    unlisted: [`unfinished a/.tureen-${process.ppid}.new`],
  });
});

test('a link counts as the file that it leads to; one to a folder is entered where the folder lies', async () => {
  const root = rootWith('real/lock.json');
  symlinkSync('real/lock.json', join(root, 'lock.json'));
  symlinkSync('real', join(root, 'folder'));
  assert.deepEqual(await listed(root), {
    files: ['lock.json', 'real/lock.json'],
    unlisted: ['elsewhere folder/'],
  });
});

test('links to one file are known as such', async () => {
  const root = rootWith('real/lock.json', 'real/other.json');
  for (const [name, to] of [
    ['a', 'lock'],
    ['b', 'lock'],
    ['c', 'other'],
  ])
    symlinkSync(`real/${to}.json`, join(root, `${name}.json`));
  const { files } = await filesBelow(root).list();
  const [a, b, c, own] = files.map(({ stored }) => stored);
  assert.deepEqual([a, own], [b, undefined]);
  assert.notEqual(a?.start, c?.start);
});

test('links that lead out, to nowhere or in a circle are told and not followed', async () => {
  const root = rootWith('own.json');
  const outside = rootWith('secret.json');
  symlinkSync(join(outside, 'secret.json'), join(root, 'file.json'));
  symlinkSync(outside, join(root, 'folder'));
  symlinkSync(outside, join(root, 'node_modules'));
  symlinkSync('nothing', join(root, 'nowhere'));
  symlinkSync('round', join(root, 'round'));
  symlinkSync('.', join(root, 'self'));
  assert.deepEqual(await listed(root), {
    files: ['own.json'],
    unlisted: [
      'outside file.json',
      'outside folder/',
      'elsewhere node_modules/',
      'outside nowhere',
      'outside round',
      'elsewhere self/',
    ],
  });
  assert.equal(await filesBelow(root).read('file.json'), undefined);
  assert.equal(await filesBelow(root).read('folder/secret.json'), undefined);
});

test('no path climbs out of the folder, to read or to write', async () => {
  const root = rootWith('own.json');
  const outside = rootWith('victim.json');
  symlinkSync(outside, join(root, 'folder'));
  symlinkSync(join(outside, 'victim.json'), join(root, 'link.json'));
  const files = filesBelow(root);
  for (const path of ['../x.json', '/tmp/x.json', 'folder/victim.json', 'folder/new.json', 'link.json']) {
    assert.equal(await files.read(path), undefined);
    await assert.rejects(async () => files.write(path, 'changed'), {
      name: 'UsageError',
      message: `"${path}" leads out of the folder`,
    });
  }
  assert.equal(readFileSync(join(outside, 'victim.json'), 'utf8'), 'victim.json');
});

test('what is written is read again, in folders that were not there', async () => {
  const files = filesBelow(rootWith('own.json'));
  await files.write('soup/items/a.yaml', 'soup: a\n');
  assert.equal(String(await files.read('soup/items/a.yaml').then((bytes) => Buffer.from(bytes ?? []))), 'soup: a\n');
});

test(
  'a folder whose name is no text is told, and the rest is listed',
  { skip: process.platform !== 'linux' },
  async () => {
    const root = rootWith('own.json');
    mkdirSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe])]));
    assert.deepEqual(await listed(root), { files: ['own.json'], unlisted: ['unreadable \ufffd\ufffd/'] });
  },
);

test('a path that is longer than the system allows is told', { skip: process.platform !== 'linux' }, async () => {
  const root = rootWith('own.json');
  const start = process.cwd();
  process.chdir(root);
  for (let depth = 0; depth < 30; depth++) {
    mkdirSync('d'.repeat(200));
    process.chdir('d'.repeat(200));
  }
  process.chdir(start);
  const { files, unlisted } = await filesBelow(root).list();
  assert.deepEqual(
    files.map(({ path }) => path),
    ['own.json'],
  );
  assert.deepEqual(
    unlisted.map(({ kind, reason }) => `${kind}: ${reason}`),
    ['unreadable: its name is too long'],
  );
});

test('a file alone is listed without what lies beside it, which can be read', async () => {
  const root = rootWith('own.json', 'beside.json');
  const files = filesBelow(join(root, 'own.json'));
  assert.deepEqual((await files.list()).files, [{ path: 'own.json', bytes: 8, executable: false }]);
  assert.equal(String(await files.read('beside.json')), 'beside.json');
});

test('a part of a file is read, and no more than there is', async () => {
  const files = filesBelow(rootWith('folder/own.json'));
  assert.equal(String(await files.readPart('folder/own.json', 7, 3)), 'own');
  assert.equal(String(await files.readPart('folder/own.json', 12, 100)), 'son');
  assert.equal(await files.readPart('../own.json', 0, 3), undefined);
  assert.equal(await files.readPart('folder', 0, 3), undefined);
});

test('in a root file system installed packages are listed, nothing is ignored, and no link leads out', async () => {
  const root = rootWith(
    'etc/os-release',
    '.gitignore',
    'app/node_modules/x/package.json',
    'usr/lib/tool',
    'proc/1/exe',
  );
  writeFileSync(join(root, '.gitignore'), 'app\n');
  symlinkSync('/usr/lib/tool', join(root, 'usr/tool'));
  symlinkSync('lib/tool', join(root, 'usr/other'));
  assert.deepEqual(await listed(root), {
    files: ['.gitignore', 'app/node_modules/x/package.json', 'etc/os-release', 'usr/lib/tool', 'usr/other'],
    unlisted: ['elsewhere usr/tool'],
  });
});

test('a repository is no root file system, whatever lies in it', async () => {
  const root = rootWith('etc/os-release', 'tureen.yaml', 'node_modules/x/package.json');
  assert.deepEqual((await listed(root)).unlisted, ['elsewhere node_modules/']);
});

const isRoot = process.getuid?.() === 0;

test('a folder that this user may not read is told, and the rest is listed', { skip: isRoot }, async () => {
  const root = rootWith('own.json', 'closed/lock.json');
  chmodSync(join(root, 'closed'), 0);
  const found = await listed(root);
  chmodSync(join(root, 'closed'), 0o700);
  assert.deepEqual(found, { files: ['own.json'], unlisted: ['unreadable closed/'] });
});

test('a root that is not there, or a folder that is a file, is wrong use', () => {
  const root = rootWith('own.json');
  assert.throws(() => filesBelow(join(root, 'nothing')), { name: 'UsageError', message: /^there is no folder / });
  assert.throws(() => checkFolder(join(root, 'own.json')), { name: 'UsageError', message: /is a file, not a folder$/ });
});

const includes: readonly (readonly [globs: readonly string[], files: readonly string[]])[] = [
  [[], ['.gitignore', 'a.lock']],
  [['out/sbom.json'], ['.gitignore', 'a.lock', 'out/sbom.json']],
  [['out/**'], ['.gitignore', 'a.lock', 'out/deep/sbom.json', 'out/sbom.json']],
  [['node_modules/x/*.json'], ['.gitignore', 'a.lock', 'node_modules/x/package.json']],
  [['**/sbom.json'], ['.gitignore', 'a.lock', 'out/deep/sbom.json', 'out/sbom.json']],
  [['b.lock'], ['.gitignore', 'a.lock', 'b.lock']],
];

for (const [globs, expected] of includes) {
  test(`what is included by ${globs.join(', ') || 'nothing'} is listed whatever keeps it back`, async () => {
    const root = rootWith(
      'a.lock',
      'b.lock',
      'out/sbom.json',
      'out/deep/sbom.json',
      'node_modules/x/package.json',
      'node_modules/x/deep/package.json',
    );
    writeFileSync(join(root, '.gitignore'), 'out/\nb.lock\n');
    const { files, unlisted } = await filesBelow(root).list(globs);
    assert.deepEqual(
      files.map(({ path }) => path),
      expected,
    );
    assert.ok(unlisted.some(({ path }) => path === 'out/'));
  });
}
