import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { gitIn } from '../../../test/git-in.ts';
import { commitFiles } from './commit-files.ts';
import { openState } from '../open-state.ts';

const root = mkdtempSync(join(tmpdir(), 'tureen-commit-'));
after(() => rmSync(root, { recursive: true }));

const git = gitIn(root);

function write(path: string, text: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
}

before(() => {
  git('init');
  write('a.json', 'old');
  write('inner/ä "b".json', 'inner');
  write('node_modules/x/package.json', '{}');
  symlinkSync('a.json', join(root, 'link.json'));
  git('add', '-f', '.');
  git('commit', '-m', 'first');
  git('tag', 'v1');
  write('a.json', 'young');
  git('commit', '-am', 'second');
  write('a.json', 'in the folder');
});

function restore(name: string, value: string | undefined): void {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}

async function read(files: ReturnType<typeof commitFiles>, path: string): Promise<string | undefined> {
  const bytes = await files.read(path);
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('utf8');
}

test('what the environment says of another repository, as it does in a hook of git, is not said of this one', async () => {
  const elsewhere = { GIT_DIR: join(root, 'nowhere'), GIT_WORK_TREE: tmpdir(), GIT_INDEX_FILE: join(root, 'nothing') };
  const before = { ...process.env };
  Object.assign(process.env, elsewhere);
  try {
    assert.equal(await read(commitFiles(root, 'v1'), 'a.json'), 'old');
  } finally {
    for (const name of Object.keys(elsewhere)) restore(name, before[name]);
  }
});

test('a tag, a commit and a branch give the files that they hold, whatever their names', async () => {
  for (const [revision, text] of [
    ['v1', 'old'],
    ['main~1', 'old'],
    ['HEAD', 'young'],
  ] as const) {
    const files = commitFiles(root, revision);
    const { files: listed } = await files.list();
    assert.deepEqual(
      listed.map(({ path }) => path),
      ['a.json', 'inner/ä "b".json'],
    );
    assert.equal(listed[0]?.bytes, text.length);
    assert.equal(await read(files, 'a.json'), text);
    assert.equal(await read(files, 'inner/ä "b".json'), 'inner');
    assert.equal(await read(files, 'missing.json'), undefined);
  }
});

test('of a folder inside of the repository the paths begin there', async () => {
  const files = commitFiles(join(root, 'inner'), 'v1');
  assert.deepEqual(
    (await files.list()).files.map(({ path }) => path),
    ['ä "b".json'],
  );
  assert.equal(await read(files, 'ä "b".json'), 'inner');
});

test('copies of packages and links are told as not listed', async () => {
  const { unlisted } = await commitFiles(root, 'v1').list();
  assert.deepEqual(
    unlisted.map(({ path, kind }) => `${kind} ${path}`),
    ['elsewhere link.json', 'elsewhere node_modules/'],
  );
});

for (const name of ['v9', '--upload-pack=x', 'HEAD:a.json', ''])
  test(`"${name}" is no commit`, () => {
    assert.throws(() => commitFiles(root, name), {
      name: 'UsageError',
      message: /is no release, no folder, no file and no commit/,
    });
  });

test(
  'that a repository belongs to another user is told as the reason why git does not open it',
  { skip: process.platform === 'win32' },
  () => {
    const foreign = { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
    const before = { ...process.env };
    Object.assign(process.env, foreign);
    try {
      assert.throws(() => commitFiles(root, 'v1'), {
        name: 'HostError',
        message: /for this user, since it belongs to another$/,
        help: /safe\.directory/,
      });
    } finally {
      for (const name of Object.keys(foreign)) restore(name, before[name]);
    }
  },
);

test('where there is no git repository it is said that no commit can be known', () => {
  const bare = mkdtempSync(join(tmpdir(), 'no-repository-'));
  assert.throws(() => commitFiles(bare, 'v1'), { name: 'UsageError', message: /here is no git repository/ });
});

test('a name is the folder or file that is there, else a commit', async () => {
  const opened = ['inner', 'a.json', 'v1'].map((name) => openState(name, root, root));
  assert.deepEqual(
    opened.map(({ kind }) => kind),
    ['folder', 'file', 'commit'],
  );
  const lists = await Promise.all(opened.map(({ files }) => files.list()));
  assert.deepEqual(
    lists.map(({ files }) => files.length),
    [1, 1, 2],
  );
});
