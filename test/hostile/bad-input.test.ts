import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { withFinding } from '../../src/rules/examples/with-finding.ts';
import { baseDevice } from '../base-device.ts';
import { inFolder, tureen, type Ran } from '../command-line.ts';

const lockFile = 'soup/anomalies.lock.json';
const mirror = resolve('examples/dermatology/advisories');
const entry = resolve('src/cli/run.ts');

type FilesByPath = Readonly<Record<string, string | Uint8Array>>;

function write(folder: string, files: FilesByPath): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** A refusal in one message: what is wrong, what to do, no trace of the program's inside, nothing on stdout. */
function refuses({ code, stdout, stderr }: Ran, message: RegExp): void {
  assert.match(stderr, message);
  assert.match(stderr, /^help: /m);
  assert.doesNotMatch(stderr, /^\s+at |node:internal|Tureen has a fault/m);
  assert.equal(stdout, '');
  assert.equal(code, 2);
}

const wrongUse: readonly (readonly [words: readonly string[], message: RegExp])[] = [
  [['bogus'], /^error: unknown command 'bogus'/],
  [['scna'], /Did you mean scan\?/],
  [['scan', '--bogus'], /^error: unknown option '--bogus'/],
  [['scan', 'a', 'b'], /^error: too many arguments for 'scan'/],
  [['scan', '--format', 'xml'], /^error: option '-f, --format <format>' argument 'xml' is invalid/],
  [['scan', '--spec', '9'], /^error: the format "table" has no --spec/],
  [['scan', '--format', 'spdx-json', '--spec', '9'], /^error: SPDX JSON is not written in version "9"/],
  [['scan', 'nothing'], /^error: there is no folder ".*nothing", and no file/],
  [['scan', '-o', '.'], /^error: ".*" cannot be written: a folder stands where a file is needed/],
  [['scan', '-o', 'tureen.yaml/x'], /^error: ".*" cannot be written: a file stands where a folder is needed/],
  [['why'], /^error: missing required argument 'purl'/],
  [['why', '__proto__'], /^error: nothing here is "__proto__"/],
  [['report'], /^error: missing required argument 'name'/],
  [['report', 'constructor'], /^error: there is no report "constructor"/],
  [['report', 'soup-list', '--json', '-o', '-'], /^error: stdout cannot hold both the document and JSON/],
  [['explain', '__proto__'], /^error: there is no rule or clause "__proto__"/],
  [['sync', '--from', '/nothing'], /^error: there is no folder "\/nothing"/],
  [['sync', '--from', 'ftp://mirror.example'], /^error: "ftp:\/\/mirror.example" is no source of advisories/],
  [['evaluate', '--store', 'tureen.yaml'], /^error: ".*tureen.yaml" is no advisory store/],
];

test('wrong use is refused with a help line and exit code 2, and nothing is written', () =>
  inFolder((folder) => {
    write(folder, baseDevice);
    const before = readdirSync(folder, { recursive: true });
    for (const [words, message] of wrongUse) refuses(tureen(['--cwd', folder, ...words]), message);
    assert.deepEqual(readdirSync(folder, { recursive: true }), before);
  }));

test('a folder to work in that is not there, is a file or is gone is refused', () =>
  inFolder((folder) => {
    write(folder, baseDevice);
    refuses(tureen(['scan', '--cwd', join(folder, 'nothing')]), /^error: there is no folder ".*nothing"/);
    refuses(tureen(['check', '--cwd', join(folder, 'tureen.yaml')]), /^error: ".*tureen.yaml" is a file, not a folder/);
    mkdirSync(join(folder, 'gone'));
    const script = 'cd "$1" && rmdir "$1" && exec "$2" "$3" scan';
    if (process.platform === 'win32') return;
    const words = ['-c', script, 'sh', join(folder, 'gone'), process.execPath, entry];
    const { status: code, stdout, stderr } = spawnSync('sh', words, { encoding: 'utf8' });
    refuses({ code, stdout, stderr }, /^error: the current folder is gone/);
  }));

test('an environment that makes no sense is refused', () =>
  inFolder((folder) => {
    write(folder, baseDevice);
    const at = (environment: NodeJS.ProcessEnv) => tureen(['evaluate', '--cwd', folder], environment);
    refuses(at({ SOURCE_DATE_EPOCH: 'yesterday' }), /^error: SOURCE_DATE_EPOCH is "yesterday"/);
    refuses(at({ HOME: '', XDG_CACHE_HOME: 'relative' }), /^error: this user has no home folder/);
  }));

const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const lockfile = 'package-lock.json';

/** What is laid over a device that is whole, and what `check` says of it at which place. */
const brokenFiles: readonly (readonly [what: string, files: FilesByPath, rule: string, place: string])[] = [
  ['an empty lockfile', { [lockfile]: '' }, 'reading/syntax', `${lockfile}:1:1`],
  ['half a lockfile', { [lockfile]: '{"packages": {' }, 'reading/syntax', `${lockfile}:1:15`],
  ['a binary lockfile', { [lockfile]: Uint8Array.of(0x1f, 0x8b, 8, 0, 255) }, 'reading/syntax', lockfile],
  ['a lockfile without end', { [lockfile]: Buffer.alloc(100 * 2 ** 20, '\n') }, 'reading/syntax', lockfile],
  ['a lockfile nested without end', { [lockfile]: `{"packages":${deep}}` }, 'reading/syntax', `${lockfile}:1:1`],
  [
    'an entry that stands twice',
    {
      [lockfile]: (baseDevice[lockfile] ?? '').replace(
        '"node_modules/tap',
        '"node_modules/left-pad": {},\n"node_modules/tap',
      ),
    },
    'reading/entry',
    `${lockfile}:13`,
  ],
  [
    'a folder with the name of a lockfile',
    { 'old/package-lock.json/x': '' },
    'reading/unreachable',
    'old/package-lock.json',
  ],
  ['an alias inside of itself', { 'soup/items/a.yaml': 'soup: &a [*a]\n' }, 'records/syntax', 'soup/items/a.yaml:1:11'],
  [
    'a record with the key __proto__',
    { 'soup/items/a.yaml': '__proto__: {}\n' },
    'records/syntax',
    'soup/items/a.yaml:1:1',
  ],
  ['a package named __proto__', { [lockfile]: '{"packages":{"__proto__":{}}}' }, 'reading/syntax', `${lockfile}:1:1`],
  ['a record with tabs', { 'soup/items/a.yaml': 'soup:\n\tx: 1\n' }, 'records/syntax', 'soup/items/a.yaml:2:1'],
  ['a record nested without end', { 'soup/items/a.yaml': `a: ${deep}` }, 'records/syntax', 'soup/items/a.yaml:1:'],
  [
    'a conflict in the findings',
    { 'soup/anomalies.lock.json': '<<<<<<< a\n' },
    'records/conflict',
    'soup/anomalies.lock.json:1:1',
  ],
  [
    'findings nested without end',
    { 'soup/anomalies.lock.json': deep },
    'records/syntax',
    'soup/anomalies.lock.json:1:1',
  ],
];

for (const [what, files, rule, place] of brokenFiles) {
  test(`${what} is one diagnostic with its place and a remedy`, () =>
    inFolder((folder) => {
      write(folder, { ...baseDevice, ...files });
      const { code, stdout, stderr } = tureen(['check', '--cwd', folder]);
      assert.equal(stderr, '');
      assert.equal(code, 1);
      const told = stdout.split('\n\n').filter((paragraph) => paragraph.includes(`  ${rule}`));
      assert.equal(told.length, 1, stdout);
      assert.ok(told[0]?.includes(`--> ${place}`), told[0]);
      assert.match(told[0] ?? '', /help: ./);
    }));
}

test('a record that is no file, leads out or is ignored is told by check, and status does not say yes', () =>
  inFolder((folder) => {
    write(folder, { ...baseDevice, '.gitignore': 'soup/items/ignored.yaml\n', 'soup/items/ignored.yaml': 'x: 1\n' });
    symlinkSync('/etc/hostname', join(folder, 'soup/items/link.yaml'));
    const { code, stdout } = tureen(['check', '--cwd', folder]);
    assert.equal(code, 1);
    assert.match(stdout, /link\.yaml was not read: it is a link that leads out of the folder\n {2}--> .*\n {2}help: /);
    assert.match(stdout, /ignored\.yaml was not read: ignored by \.gitignore:1 \(.*\)\n {2}--> .*\n {2}help: /);
    const answers = tureen(['status', '--cwd', folder]);
    assert.equal(answers.code, 1);
    assert.match(answers.stdout, /2 {2}no {6}.*\n(?:.*\n)*? {5}- soup\/items\/ignored\.yaml was not read/);
  }));

test('a folder in the place of a record is told, an empty one, too', () =>
  inFolder((folder) => {
    const { [lockFile]: _, 'soup/risks.yaml': __, ...others } = baseDevice;
    write(folder, { ...others, 'soup/risks.yaml/x.md': '' });
    mkdirSync(join(folder, lockFile));
    const { code, stdout } = tureen(['check', '--cwd', folder]);
    assert.equal(code, 1);
    assert.match(
      stdout,
      /anomalies\.lock\.json was not read: it is a folder\n.*\n {2}help: Take the folder away\. .*`tureen evaluate`/,
    );
    assert.match(stdout, /risks\.yaml was not read: it is a folder\n.*\n {2}help: Put the file itself in its place\./);
    assert.doesNotMatch(stdout, /have not been evaluated/);
    for (const words of [
      ['triage', '--list'],
      ['vex', 'export', '-o', '-'],
    ])
      refuses(
        tureen([...words, '--cwd', folder]),
        /^error: .* cannot be read: soup\/anomalies\.lock\.json was not read: it is a folder$/m,
      );
  }));

for (const [file, id] of [
  ['soup/items/b.yaml', 2],
  ['soup/reviews/2026-11-02.yaml', 3],
  ['soup/risks.yaml', 6],
] as const)
  test(`a broken ${file} keeps question ${id} from a yes`, () =>
    inFolder((folder) => {
      write(folder, { ...baseDevice, [file]: 'a:\n\tb: 1\n' });
      const { questions } = JSON.parse(tureen(['status', '--json', '--cwd', folder]).stdout) as {
        readonly questions: readonly { readonly id: number; readonly missing: readonly { readonly text: string }[] }[];
      };
      const texts = questions.find((question) => question.id === id)?.missing.map(({ text }) => text) ?? [];
      assert.ok(
        texts.some((text) => text.startsWith(file)),
        texts.join('\n'),
      );
    }));

test('a tureen.yaml that is no file is said to be there, and nothing waits for it or overwrites it', () =>
  inFolder((folder) => {
    write(folder, { [lockfile]: baseDevice[lockfile] ?? '' });
    symlinkSync('/etc/hostname', join(folder, 'tureen.yaml'));
    refuses(tureen(['check', '--cwd', folder]), /^error: tureen\.yaml was not read: it is a link that leads out/);
    refuses(tureen(['init', '--yes', '--cwd', folder]), /^error: there is a tureen\.yaml already/);
  }));

test('draft and report end with 1 when nothing could be read', () =>
  inFolder((folder) => {
    write(folder, { ...baseDevice, [lockfile]: '' });
    for (const words of [['draft'], ['report', 'soup-list']]) {
      const { code, stderr } = tureen([...words, '--cwd', folder]);
      assert.equal(code, 1);
      assert.match(stderr, /package-lock\.json cannot be read: the file is empty/);
    }
    refuses(tureen(['why', 'left-pad', '--cwd', folder]), /help: 1 file was not understood, and it may stand there/);
  }));

test('what could not be read makes scan, evaluate and report end with 1, and they say why even in quiet', () =>
  inFolder((folder) => {
    write(folder, { ...baseDevice, 'other/package-lock.json': '{' });
    symlinkSync(resolve(lockfile), join(folder, 'other', 'npm-shrinkwrap.json'));
    const store = join(folder, 'cache', 'store.sqlite');
    assert.equal(tureen(['sync', '--from', mirror, '--store', store]).code, 0);
    for (const words of [['scan'], ['evaluate', '--store', store], ['report', 'soup-list']]) {
      const { code, stderr } = tureen([...words, '--quiet', '--cwd', folder]);
      assert.equal(code, 1, `${words.join(' ')}: ${stderr}`);
      assert.match(stderr, /other\/package-lock.json cannot be read: /);
      assert.match(stderr, /other\/npm-shrinkwrap.json was not read: it is a link that leads out of the folder/);
    }
  }));

test('with --json stdout is JSON and nothing else, and the talk is on stderr', () =>
  inFolder((folder) => {
    write(folder, { ...baseDevice, 'yarn.lock': '' });
    const store = ['--store', join(folder, 'cache', 'store.sqlite')];
    const lines = [
      ['sync', '--from', mirror, ...store],
      ['evaluate', ...store],
      ['scan'],
      ['check'],
      ['status'],
      ['why', 'left-pad'],
      ['explain', '8.1.2'],
      ['report', 'soup-list'],
    ];
    for (const words of lines) {
      const { stdout, stderr } = tureen([...words, '--json', '--cwd', folder]);
      assert.equal(typeof JSON.parse(stdout), 'object', words.join(' '));
      assert.doesNotMatch(stderr, /^[{[]/);
    }
  }));

const evil = [
  '\u001b[31mred',
  'new\nline',
  '::error file=x::y',
  '\u202eright',
  'n'.repeat(100_000),
  'constructor',
  '🫖',
];

test('foreign names reach a terminal or a build log as text only', () =>
  inFolder((folder) => {
    const packages = Object.fromEntries(evil.map((name) => [`node_modules/${name}`, { version: name, license: name }]));
    const lock = JSON.stringify({ lockfileVersion: 3, packages: { '': { name: 'a' }, ...packages } });
    const named = JSON.stringify(evil.slice(0, 4).join(' '));
    write(folder, {
      ...baseDevice,
      [lockfile]: lock,
      'tureen.yaml': `device: { name: ${named}, manufacturer: ${named} }`,
    });
    for (const words of [['scan'], ['check'], ['status', '--all'], ['why', 'constructor'], ['check', '-f', 'github']]) {
      const { stdout, stderr } = tureen([...words, '--cwd', folder]);
      const shown = `${stdout}${stderr}`;
      assert.doesNotMatch(shown, /\u001b|Tureen has a fault/, words.join(' '));
      assert.doesNotMatch(shown.replace(/^::\w+ file=[^:]*::.*$/gm, ''), /^\s*::/m, words.join(' '));
      if (words.includes('github')) continue;
      assert.doesNotMatch(shown, /\u202e/);
      assert.ok(
        shown.split('\n').every((line) => line.length < 2000),
        words.join(' '),
      );
    }
  }));

/** Runs a command line with an output that somebody closes or that takes nothing. */
async function runWith(words: readonly string[], stdout: 'pipe' | number, closed?: 'stdout' | 'stderr') {
  const child = spawn(process.execPath, [entry, ...words], { stdio: ['ignore', stdout, 'pipe'] });
  if (closed !== undefined) child[closed]?.destroy();
  child.stdout?.resume();
  let told = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (told += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stderr: told };
}

test('a reader that stops early, as head does, is no failure', () =>
  inFolder(async (folder) => {
    const words = ['scan', 'examples/dermatology', '--format', 'json'];
    assert.deepEqual(await runWith(words, 'pipe', 'stdout'), { code: 0, stderr: '' });
    write(folder, baseDevice);
    assert.equal((await runWith(['report', 'soup-list', '--cwd', folder], 'pipe', 'stderr')).code, 0);
  }));

test('an output that takes nothing is told, not taken for done', { skip: !existsSync('/dev/full') }, async () => {
  const { code, stderr } = await runWith(['explain'], openSync('/dev/full', 'w'));
  assert.match(stderr, /^error: the output cannot be written: the disk is full\nhelp: /);
  assert.equal(code, 2);
});

test('a verdict stands whose telling found no room', { skip: !existsSync('/dev/full') }, () =>
  inFolder(async (folder) => {
    write(folder, { ...baseDevice, ...withFinding() });
    const words = 'triage CVE-2026-0001 --status fixed --reason Patched --by ada --cwd'.split(' ');
    const { code, stderr } = await runWith([...words, folder], openSync('/dev/full', 'w'));
    assert.match(
      stderr,
      /^error: the output cannot be written: .*\nhelp: .*files that the command wrote before .* stay/m,
    );
    assert.equal(code, 2);
    assert.match(readFileSync(join(folder, 'soup/verdicts/npm-left-pad.yaml'), 'utf8'), /status: fixed/);
  }),
);

test('a store that is no store, and a server that answers something else, are told', async (context) => {
  const server = createServer((_, answer) => void answer.end('<!doctype html><title>Login</title>')).listen(
    0,
    '127.0.0.1',
  );
  context.after(() => server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await inFolder(async (folder) => {
    write(folder, { ...baseDevice, 'text.sqlite': 'hello', 'empty.sqlite': '' });
    const at = (...words: readonly string[]) => tureen([...words, '--cwd', folder]);
    refuses(at('evaluate', '--store', 'text.sqlite'), /^error: ".*text.sqlite" is no advisory store/);
    refuses(at('evaluate', '--store', 'empty.sqlite'), /^error: the advisory store is empty/);
    for (const command of ['evaluate', 'cpe'])
      refuses(
        at(command, '--store', 'none.sqlite'),
        /^error: there is no advisory store: the file ".*none.sqlite" does not/,
      );
    const words = [
      'sync',
      '--from',
      `http://127.0.0.1:${port}`,
      '--store',
      join(folder, 'new.sqlite'),
      '--cwd',
      folder,
    ];
    const { code, stderr } = await runWith(words, 'pipe');
    assert.match(stderr, /^error: the OSV advisories for npm at "http.*" are damaged: .*Login/);
    assert.equal(code, 2);
    assert.ok(!existsSync(join(folder, 'new.sqlite')));
  });
});

test('evaluations and syncs at the same time leave whole files, and one says that it was second', () =>
  inFolder(async (folder) => {
    write(folder, baseDevice);
    const store = join(folder, 'cache', 'store.sqlite');
    const sync = ['sync', '--from', mirror, '--store', store];
    const synced = await Promise.all([1, 2, 3].map(() => runWith(sync, 'pipe')));
    assert.ok(synced.some(({ code }) => code === 0));
    for (const { code, stderr } of synced) if (code !== 0) assert.match(stderr, /^error: another sync is running/);
    const evaluate = ['evaluate', '--store', store, '--cwd', folder];
    const evaluated = await Promise.all([1, 2, 3].map(() => runWith(evaluate, 'pipe')));
    assert.deepEqual(
      evaluated.map(({ code }) => code),
      [0, 0, 0],
    );
    assert.equal(JSON.parse(readFileSync(join(folder, 'soup/anomalies.lock.json'), 'utf8')).components, 2);
    assert.deepEqual(
      readdirSync(join(folder, 'soup')).filter((name) => name.startsWith('.')),
      [],
    );
    assert.deepEqual(readdirSync(join(folder, 'cache')), ['store.sqlite']);
  }));
