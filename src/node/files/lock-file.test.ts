import assert from 'node:assert/strict';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { holdLock } from './lock-file.ts';
import { isLeft, nameThisProcess, readProcessName } from './process-name.ts';

const folder = mkdtempSync(join(tmpdir(), 'tureen-lock-'));
after(() => rmSync(folder, { recursive: true }));

let places = 0;

/** A place of its own for a lock, and the lock. */
function newPlace(): { readonly path: string; readonly lock: string } {
  const path = join(folder, `${places++}`, 'store');
  mkdirSync(dirname(path));
  return { path, lock: `${path}.lock` };
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const longAgo = new Date('2026-01-01T00:00:00Z');
const [pid = '', start = '', space = '', boot = '', host = ''] = nameThisProcess().split('.');
const gone = () => `${spawnSync(process.execPath, ['--version']).pid}`;
const isLinux = process.platform === 'linux';

const left: readonly {
  readonly of: string;
  readonly name: () => string;
  readonly age?: Date;
  readonly free: boolean;
  readonly words?: RegExp;
  readonly skip?: boolean;
}[] = [
  { of: 'of a process that is gone', name: () => [gone(), start, space, boot, host].join('.'), free: true },
  { of: 'of a process that is gone, with its number alone', name: gone, free: true },
  { of: 'of this process', name: nameThisProcess, age: longAgo, free: false },
  {
    of: 'of an earlier process with the number of this one',
    name: () => [pid, '7', space, boot, host].join('.'),
    free: true,
  },
  { of: 'of a process that runs', name: () => `${process.ppid}`, age: longAgo, free: false },
  {
    of: 'of a process whose number another has by now',
    name: () => [process.ppid, '7', space, boot, host].join('.'),
    free: true,
    skip: !isLinux,
  },
  {
    of: 'from before the machine was started again',
    name: () => [process.ppid, start, space, '00000000', host].join('.'),
    free: true,
    skip: !isLinux,
  },
  {
    of: 'of another container whose process has the number of this one',
    name: () => [pid, start, '7', boot, host].join('.'),
    free: false,
    words: /\(process \d+ on another machine or in another container, ".+"\)$/,
  },
  {
    of: 'of another machine, where a process that is gone here may run,',
    name: () => [gone(), start, space, boot, 'another'].join('.'),
    free: false,
    words: /\(process \d+ on another machine or in another container, "another"\)$/,
  },
  {
    of: 'of another machine that was touched five minutes ago',
    name: () => [process.ppid, start, space, boot, 'another'].join('.'),
    age: minutesAgo(5),
    free: false,
    words: /\(process \d+ on another machine or in another container, "another"\)$/,
  },
  {
    of: 'of another machine that was not touched for twenty minutes',
    name: () => [process.ppid, start, space, boot, 'another'].join('.'),
    age: minutesAgo(20),
    free: true,
  },
  { of: 'with something else in it', name: () => 'mine', age: longAgo, free: false, words: /\(process unknown\)$/ },
];

for (const { of, name, age, free, words = /\(process \d+\)$/, skip = false } of left) {
  test(`a lock ${of} is ${free ? 'taken over' : 'kept'}`, { skip }, () => {
    const { path, lock } = newPlace();
    const owner = name();
    mkdirSync(join(lock, owner), { recursive: true });
    if (age !== undefined) utimesSync(join(lock, owner), age, age);
    if (free) holdLock(path, 'sync')();
    else
      assert.throws(() => holdLock(path, 'sync'), {
        name: 'HostError',
        message: new RegExp(`^another sync is running ${words.source}`),
        help: /remove ".+store\.lock"/,
      });
    assert.deepEqual(existsSync(lock) ? readdirSync(lock) : [], free ? [] : [owner]);
    assert.deepEqual(readdirSync(dirname(lock)), free ? [] : ['store.lock']);
  });
}

test('a lock without an owner is free; a file in its place is not, and is left alone', () => {
  const { path, lock } = newPlace();
  mkdirSync(lock);
  holdLock(path, 'sync')();
  assert.deepEqual(readdirSync(dirname(lock)), []);
  writeFileSync(lock, '');
  assert.throws(() => holdLock(path, 'sync'), { message: 'another sync is running (process unknown)' });
  assert.deepEqual(readdirSync(dirname(lock)), ['store.lock']);
});

test('who holds a lock touches it again and again, until it releases it', async () => {
  const { path, lock } = newPlace();
  const own = join(lock, nameThisProcess());
  const release = holdLock(path, 'sync', undefined, 1);
  for (let times = 0; times < 3; times++) {
    utimesSync(own, longAgo, longAgo);
    while (statSync(own).mtimeMs === longAgo.getTime()) await nextTurn();
  }
  release();
  const free = existsSync(lock);
  mkdirSync(own, { recursive: true });
  utimesSync(own, longAgo, longAgo);
  for (let turns = 0; turns < 100; turns++) await nextTurn();
  assert.deepEqual([free, statSync(own).mtime], [false, longAgo]);
});

/** A turn in which timers of a millisecond run. */
const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 1));

test('of what is gone nothing is left, although another machine may make it again at any time', () => {
  const { lock } = newPlace();
  const name = [pid, start, space, boot, 'another'].join('.');
  const maker = readProcessName(name) ?? assert.fail();
  assert.equal(isLeft(join(lock, name), maker), false);
});

test('who has lost its lock does not release that of its successor', () => {
  const { path, lock } = newPlace();
  const release = holdLock(path, 'sync');
  rmSync(lock, { recursive: true });
  mkdirSync(join(lock, `${process.ppid}`), { recursive: true });
  release();
  assert.deepEqual(readdirSync(lock), [`${process.ppid}`]);
});

/** Holds a lock, and says so; goes on when it is told something. Stops so after each of its steps on the disk, too. */
const holder = `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const [path, stops] = process.argv.slice(1);
  const { readSync, writeSync } = fs;
  const stop = (word) => {
    writeSync(1, word + '\\n');
    readSync(0, new Uint8Array(1));
  };
  if (stops === 'stops')
    for (const name of ['openSync', 'writeSync', 'mkdirSync', 'linkSync', 'renameSync']) {
      const step = fs[name];
      fs[name] = (...given) => {
        try {
          return step(...given);
        } finally {
          stop(name);
        }
      };
    }
  syncBuiltinESMExports();
  const { holdLock } = await import(${JSON.stringify(new URL('lock-file.ts', import.meta.url).href)});
  try {
    const release = holdLock(path, 'sync');
    stop('held');
    release();
  } catch (error) {
    if (error.name !== 'HostError') throw error;
    stop('refused');
  }
`;

const holderWords = (...given: readonly string[]) => ['--input-type=module', '--eval', holder, ...given];

/** What a process says next. */
async function nextWord({ stdout }: ChildProcess): Promise<string> {
  const [word]: unknown[] = await once(stdout ?? assert.fail(), 'data');
  return String(word).trim();
}

/** Whether this process gets the lock now; what is there of it looks as if it were old. */
function isFree({ path, lock }: { readonly path: string; readonly lock: string }): boolean {
  for (const each of existsSync(lock) ? [lock, ...namesIn(lock)] : []) utimesSync(each, longAgo, longAgo);
  try {
    holdLock(path, 'sync')();
    return true;
  } catch (error) {
    assert.match(String(error), /another sync is running/);
    return false;
  }
}

function namesIn(lock: string): readonly string[] {
  try {
    return readdirSync(lock).map((name) => join(lock, name));
  } catch {
    return [];
  }
}

test('however long a process is paused while it takes a lock, no two have it', async (context) => {
  const place = newPlace();
  const other = spawn(process.execPath, holderWords(place.path, 'stops'), { stdio: ['pipe', 'pipe', 'inherit'] });
  context.after(() => other.stdin.destroy());
  const words: string[] = [];
  let before = true;
  for (;;) {
    const word = await nextWord(other);
    words.push(word);
    const free = isFree(place);
    assert.ok(before || !free, `it had the lock, and lost it: ${words.join(' ')}`);
    before = free;
    if (word === 'held' || word === 'refused') break;
    other.stdin.write('.');
  }
  assert.deepEqual([words.at(-1), before], ['held', false], words.join(' '));
  other.stdin.end('.');
  await once(other, 'exit');
  assert.ok(isFree(place));
  assert.deepEqual(readdirSync(dirname(place.path)), []);
});

test('of several processes that find the lock of one that is gone, one at a time has it', async () => {
  const { path, lock } = newPlace();
  const work = `
    import { closeSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
    import { holdLock } from ${JSON.stringify(new URL('lock-file.ts', import.meta.url).href)};
    const [path, owner] = process.argv.slice(1);
    const left = path + '.left-by-' + process.pid;
    for (let done = 0; done < 300; ) {
      try {
        const release = holdLock(path, 'sync');
        closeSync(openSync(path, 'wx'));
        rmSync(path);
        release();
        mkdirSync(left + '/' + owner, { recursive: true });
        renameSync(left, path + '.lock');
        done++;
      } catch (error) {
        if (!isHeldByAnother(error)) throw error;
      }
    }
    function isHeldByAnother({ name, cause, syscall, code }) {
      return syscall === 'rename' ? code === 'ENOTEMPTY' || code === 'EEXIST' : name === 'HostError' && cause === undefined;
    }`;
  const owner = gone();
  const workers = [1, 2, 3].map(() =>
    spawn(process.execPath, ['--input-type=module', '-e', work, path, owner], { stdio: 'inherit' }),
  );
  await Promise.all(workers.map((one) => once(one, 'exit')));
  assert.deepEqual(
    workers.map(({ exitCode }) => exitCode),
    [0, 0, 0],
  );
  for (const name of namesIn(dirname(lock))) {
    assert.match(name, /\.(lock|left-by-\d+)$/);
    rmSync(name, { recursive: true });
  }
});

/** Runs a program as the first process among numbers of its own, as in a container. */
const inContainer = ['-Urpf', '--mount-proc'];
const hasContainers = isLinux && spawnSync('unshare', [...inContainer, 'true']).status === 0;

test(
  'of two containers that share a folder, both of them process 1, one has the lock',
  { skip: !hasContainers },
  async (context) => {
    const place = newPlace();
    const [one, two] = [1, 2].map(() =>
      spawn('unshare', [...inContainer, process.execPath, ...holderWords(place.path)], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    assert.ok(one !== undefined && two !== undefined);
    for (const each of [one, two]) context.after(() => each.stdin.destroy());
    const words = await Promise.all([nextWord(one), nextWord(two)]);
    assert.deepEqual(words.toSorted(), ['held', 'refused']);
    assert.throws(() => holdLock(place.path, 'sync'), {
      message: /^another sync is running \(process 1 on another machine or in another container, "/,
    });
    for (const each of [one, two]) each.stdin.end('.');
    await Promise.all([one, two].map((each) => once(each, 'exit')));
    holdLock(place.path, 'sync')();
  },
);
