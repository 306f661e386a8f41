import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { judge } from '../../src/app/verdicts/judge.ts';
import { openTriage } from '../../src/app/verdicts/open-triage.ts';
import { withFinding } from '../../src/rules/examples/with-finding.ts';
import { baseDevice } from '../base-device.ts';
import { inFolder } from '../command-line.ts';
import { memoryHost } from '../memory-host.ts';
import { putFiles } from '../put-files.ts';

const device = { ...baseDevice, ...withFinding() };
const file = 'soup/verdicts/npm-left-pad.yaml';
/** Gives a command a terminal of its own; other systems have another one of the name. */
const isHere = /util-linux/.test(spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout ?? '');
const skip = isHere ? false : 'there is no script of util-linux';

/** A question by its words, and what somebody types then. */
type Step = readonly [question: RegExp, keys: string];

/** Runs `tureen triage` at a terminal and answers each question when it stands there; gives the exit code and all that was shown. */
async function answer(root: string, words: string, steps: readonly Step[]) {
  const command = `stty cols 100 rows 200; '${process.execPath}' src/cli/run.ts triage ${words} --no-color --cwd '${root}'`;
  const env = { ...process.env, SHELL: '/bin/sh', SOURCE_DATE_EPOCH: String(Date.UTC(2026, 10, 15) / 1000) };
  const terminal = spawn('script', ['-qec', command, '/dev/null'], { env, timeout: 60_000 });
  const left = [...steps];
  let shown = '';
  let seen = 0;
  terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    const [step] = left;
    const found = step === undefined ? undefined : step[0].exec(stripVTControlCharacters(shown.slice(seen)));
    // The terminal stays until nobody types any more.
    if (left.length === 0 && /waits? for a verdict/.test(shown.slice(seen))) terminal.stdin.end();
    if (step === undefined || found == undefined) return;
    left.shift();
    seen = shown.length;
    terminal.stdin.write(step[1]);
  });
  const code = await new Promise((resolve) => terminal.on('close', resolve));
  assert.deepEqual(left, [], `not asked: ${shown}`);
  return { code, shown: stripVTControlCharacters(shown) };
}

const affected: readonly Step[] = [
  [/q {2}quit/, 'a'],
  [/Why, in words/, 'A long name is cut\r'],
  [/l {2}leave it out/, 'u'],
  [/What was tried/, '\r'],
  [/l {2}leave it out/, 'w'],
  [/How\?/, 'The number is cut\r'],
  [/CVSS vector/, '\r'],
  [/5 {2}can_not_fix/, '1'],
  [/What exactly\?/, 'Update to 1.3.1\r'],
  [/Until when/, '\r'],
  [/Who sees to it/, 'ada\r'],
  [/r {2}a range/, 'o'],
  [/Until which day/, '\r'],
];

test('at a terminal a hazard without its record is written as it is, and what is open is told before', { skip }, () =>
  inFolder(async (root) => {
    putFiles(root, device);
    const { code, shown } = await answer(root, '--by ada', [...affected, [/d {2}do not/, 'w']]);
    assert.equal(code, 0, shown);
    assert.match(shown, /hazardous: yes, by no record yet: The number is cut/);
    assert.match(shown, /leaves open:\s+error: CVE-2026-0001 can contribute to a hazardous situation/);
    assert.match(shown, /next: `tureen check` tells what the verdicts leave open/);
    assert.match(
      readFileSync(join(root, file), 'utf8'),
      /reachability:\n {6}answer: unknown\n {4}safety:\n {6}reason: The number is cut\n/,
    );
  }),
);

test('at a terminal nothing is written after Control-C, wherever somebody presses it', { skip }, () =>
  inFolder(async (root) => {
    putFiles(root, device);
    for (const steps of [affected.slice(0, 3), affected]) {
      const next = affected[steps.length]?.[0] ?? /d {2}do not/;
      const { code, shown } = await answer(root, '--by ada', [...steps, [next, '\x03']]);
      assert.equal(code, 1);
      assert.match(shown, /broken off: nothing was written on CVE-2026-0001/);
      assert.throws(() => readFileSync(join(root, file)));
    }
  }),
);

test(
  'at a terminal a verdict that is named is shown and changed; what was typed is there again after Escape',
  { skip },
  () =>
    inFolder(async (root) => {
      const host = memoryHost(device);
      const before = { status: 'fixed', reason: 'Patched by us', by: 'ada' } as const;
      await judge(host, await openTriage(host), { id: 'CVE-2026-0001' }, before);
      putFiles(root, { ...device, [file]: host.written.get(file) ?? '' });
      const { code, shown } = await answer(root, 'CVE-2026-0001 --by ada', [
        [/c {2}change what it says[^]*q {2}quit/, 'c'],
        [/Why, in words[^]*Patched by us/, ', and measured\r'],
        [/l {2}leave it out/, '\x1b'],
        [/q {2}quit/, 'c'],
        [/Why, in words[^]*Patched by us, and measured/, '\r'],
        [/l {2}leave it out/, 'l'],
        [/l {2}leave it out/, 'l'],
        [/CVSS vector/, '\r'],
        [/r {2}a range/, 'o'],
        [/Until which day/, '\r'],
        [/w {2}write it, in place of the verdict before/, 'w'],
      ]);
      assert.equal(code, 0, shown);
      assert.match(shown, /before +fixed, by ada on 2026-11-15: Patched by us/);
      assert.match(shown, /replaces: fixed, by ada on 2026-11-15: Patched by us/);
      const text = readFileSync(join(root, file), 'utf8');
      assert.deepEqual(text.match(/reason: .*/g), ['reason: Patched by us, and measured']);
    }),
);

test('at a terminal nobody is asked who they are where nothing waits', { skip }, () =>
  inFolder(async (root) => {
    putFiles(root, { ...device, ...withFinding('not-affected') });
    const { code, shown } = await answer(root, '', []);
    assert.equal(code, 0, shown);
    assert.match(shown, /^no finding waits for a verdict/m);
  }),
);
