import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const keptCode = new URL('kept-code.ts', import.meta.url).href;
const isPosix = process.platform !== 'win32';

/** A build of one file, which says what it is called with, and an empty cache. */
function madeBuild() {
  const folder = mkdtempSync(join(tmpdir(), 'tureen-kept-'));
  const [build, cache] = [join(folder, 'chunks'), join(folder, 'cache')];
  mkdirSync(build);
  writeFileSync(join(build, 'main.cjs'), 'exports.say = (word) => `said ${word}`;\n');
  const run = (): string => {
    const script = `
      import { createRequire } from 'node:module';
      import { useKeptCode } from ${JSON.stringify(keptCode)};
      const keep = useKeptCode(${JSON.stringify(build)}, 'scan');
      process.stdout.write(createRequire(${JSON.stringify(`${build}/`)})('./main.cjs').say('so'));
      keep();`;
    const env = { ...process.env, XDG_CACHE_HOME: cache };
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env,
      encoding: 'utf8',
    });
    return stdout + stderr;
  };
  const kept = (): string[] => globSync(join(cache, 'tureen', 'code', '*', '*'));
  return { build, cache, run, kept, [Symbol.dispose]: () => rmSync(folder, { recursive: true }) };
}

test('a run keeps its code for the next one, where only this user may write, and the next one changes nothing', () => {
  using made = madeBuild();
  assert.equal(made.run(), 'said so');
  const [file = '', ...more] = made.kept();
  assert.match(file, /scan-main\.cjs-\d+$/);
  assert.deepEqual(more, []);
  if (isPosix) assert.equal(statSync(file).mode & 0o077, 0);
  const { ino, mtimeMs } = statSync(file);
  assert.equal(made.run(), 'said so');
  assert.deepEqual([statSync(file).ino, statSync(file).mtimeMs], [ino, mtimeMs]);
});

test('code that a faulty disk has changed is not run, but compiled and kept anew', () => {
  using made = madeBuild();
  made.run();
  const [file = ''] = made.kept();
  const whole = readFileSync(file);
  for (const broken of [whole.map((byte, at) => (at === whole.length - 9 ? byte ^ 1 : byte)), whole.subarray(1), '']) {
    writeFileSync(file, broken);
    assert.equal(made.run(), 'said so');
    const anew = readFileSync(file);
    assert.deepEqual(anew.subarray(0, anew.length / 2), anew.subarray(anew.length / 2));
    assert.equal(anew.length, whole.length);
  }
});

test('a file that another one of the build asks for is loaded once, whoever asks for it', () => {
  using made = madeBuild();
  const part = "exports.words = []; exports.whole = require('./main.cjs').whole;";
  const main = `exports.whole = 'whole'; const part = require('./part.cjs'); const path = require('node:path');
    exports.say = (word) => {
      part.words.push(word);
      const known = module.constructor._load(path.join(__dirname, 'part.cjs'));
      return [...known.words, known.whole].join();
    };`;
  writeFileSync(join(made.build, 'part.cjs'), part);
  writeFileSync(join(made.build, 'main.cjs'), main);
  assert.equal(made.run(), 'so,whole');
  assert.equal(made.kept().length, 2);
  assert.equal(made.run(), 'so,whole');
});

test('another text in a file of the build is not taken for the one whose code was kept', () => {
  using made = madeBuild();
  made.run();
  writeFileSync(join(made.build, 'main.cjs'), 'exports.say = (word) => `never said ${word}`;\n');
  assert.equal(made.run(), 'never said so');
});

test('nothing is kept where another user may write, or where nobody can', { skip: !isPosix }, () => {
  using made = madeBuild();
  made.run();
  const [file = ''] = made.kept();
  rmSync(file);
  chmodSync(join(file, '..'), 0o777);
  assert.equal(made.run(), 'said so');
  assert.deepEqual(made.kept(), []);
  rmSync(made.cache, { recursive: true });
  writeFileSync(made.cache, '');
  assert.equal(made.run(), 'said so');
});

test('code is not taken from a file in which another user may write', { skip: !isPosix }, () => {
  using made = madeBuild();
  made.run();
  const [file = ''] = made.kept();
  chmodSync(file, 0o666);
  assert.equal(made.run(), 'said so');
  assert.equal(statSync(file).mode & 0o077, 0);
});
