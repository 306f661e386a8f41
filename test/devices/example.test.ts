import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inFolder, onExampleDay, tureen } from '../command-line.ts';

const example = 'examples/dermatology';
const [before = '', after = ''] = readFileSync(join(example, 'README.md'), 'utf8').split('Once it is evaluated');

test('the README of the example names every rule that has something against it, and no other', () =>
  inFolder((folder) => {
    const device = copyTo(folder);
    const untilThen = namedIn(before.slice(before.indexOf('## What is deliberately open')));
    assert.deepEqual(asked(device), untilThen);

    const store = ['--store', join(folder, 'store.sqlite')];
    assert.equal(tureen(['sync', '--cwd', device, ...store], onExampleDay).code, 0);
    assert.equal(tureen(['evaluate', '--cwd', device, ...store], onExampleDay).code, 1);
    const since = [...untilThen.filter((rule) => rule !== '62304/anomalies-evaluated'), ...namedIn(after)].toSorted();
    assert.deepEqual(asked(device), since);
  }));

const changes: readonly (readonly [what: string, file: string, from: RegExp, to: string, says: readonly string[]])[] = [
  [
    'the site check is of class B',
    'tureen.yaml',
    /class: A/,
    'class: B',
    ['pkg:pypi/psutil has no functional requirement', 'pkg:pypi/rich has no functional requirement'],
  ],
  [
    'the viewer is of class C',
    'tureen.yaml',
    /class: B/,
    'class: C',
    [
      'nothing is said to keep a failure of pkg:npm/react-router-dom from the class C software around it',
      'nobody has judged whether the documentation of pkg:npm/zod is good enough',
    ],
  ],
  [
    'PyTorch inherits from torchvision what that inherits from PyTorch',
    'soup/items/pypi-torch.yaml',
    /^support:\n(?: .*\n)+/m,
    'inherits: [{ from: pkg:pypi/torchvision, judgements: [support], reason: Released together }]\n',
    [
      'support goes round in a circle: pkg:pypi/torch, pkg:pypi/torchvision, pkg:pypi/torch',
      'support goes round in a circle: pkg:pypi/torchvision, pkg:pypi/torch, pkg:pypi/torchvision',
      'nobody has assessed whether pkg:pypi/torch is supported',
    ],
  ],
  [
    'nothing shows any longer that the viewer is segregated',
    'soup/verification.yaml',
    / {6}- TEST-SEG-001\n/,
    '',
    ['no result of TEST-SEG-001 is recorded; it shows the segregation of viewer'],
  ],
];

for (const [what, file, from, to, says] of changes)
  test(`check says so when ${what}`, () =>
    inFolder((folder) => {
      const device = copyTo(folder);
      const text = readFileSync(join(device, file), 'utf8');
      assert.match(text, from);
      writeFileSync(join(device, file), text.replace(from, to));
      const found = messages(device).filter((message) => !knownBefore().has(message));
      for (const said of says) assert.ok(found.includes(said), `${said}\n${found.join('\n')}`);
    }));

let known: ReadonlySet<string> | undefined;

/** What check says of the example as it is, asked once. */
function knownBefore(): ReadonlySet<string> {
  return (known ??= new Set(messages(example)));
}

function copyTo(folder: string): string {
  cpSync(example, join(folder, 'device'), { recursive: true });
  return join(folder, 'device');
}

function namedIn(tables: string): readonly string[] {
  return [...new Set([...tables.matchAll(/\| `([\w-]+\/[\w-]+)` \|$/gm)].map(([, rule = '']) => rule))].toSorted();
}

type Said = { readonly rule: string; readonly message: string };

function diagnostics(device: string): readonly Said[] {
  return JSON.parse(tureen(['check', '--json', '--cwd', device], onExampleDay).stdout).diagnostics;
}

function asked(device: string): readonly string[] {
  return [...new Set(diagnostics(device).map(({ rule }) => rule))].toSorted();
}

function messages(device: string): readonly string[] {
  return diagnostics(device).map(({ message }) => message);
}
