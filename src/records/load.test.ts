import assert from 'node:assert/strict';
import { test } from 'node:test';
import { baseDevice } from '../../test/base-device.ts';
import { locator } from './locate.ts';
import { loadRecords } from './load.ts';
import { isRecordFile } from './record-kinds.ts';

const item = 'soup/items/npm-left-pad.yaml';

function load(files: Readonly<Record<string, string | Uint8Array>>) {
  const bytes = Object.entries(files)
    .filter(([path]) => isRecordFile(path))
    .map(
      ([path, content]) => [path, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const,
    );
  return loadRecords(new Map(bytes));
}

/** What is wrong with a SOUP item of this text: `line:column message / help`. */
function faults(text: string): string[] {
  const at = locator(text);
  return load({ [item]: text }).diagnostics.map(({ message, place, help }) => {
    const where = 'keyPath' in place ? at(place) : 'line' in place ? place : undefined;
    return `${where?.line ?? '-'}:${where?.column ?? '-'} ${message} / ${help}`;
  });
}

test('the base device loads without a word', () => {
  const records = load(baseDevice);
  assert.deepEqual(records.diagnostics, []);
  assert.equal(records.device?.record.device.name, 'Padder');
  assert.deepEqual(
    records.items.map(({ record }) => record.soup),
    ['pkg:npm/left-pad'],
  );
  assert.equal(records.riskFile?.record.risks.length, 1);
  assert.equal(records.reviews.length, 1);
  assert.equal(records.evaluation?.components, 2);
});

const head = 'soup: pkg:npm/left-pad\nstatus: confirmed\n';
const cases: readonly (readonly [string, string, readonly string[]])[] = [
  ['an unknown key', `${head}ownr: ada\n`, ['3:1 there is no key "ownr" here / Did you mean "owner"?']],
  [
    'an unknown key inside a list',
    `${head}requirements:\n  - { id: R-1, kind: functional, text: Pads, verifyedBy: [T-1] }\n`,
    ['4:46 there is no key "verifyedBy" in "requirements.0" / Did you mean "verifiedBy"?'],
  ],
  [
    'a version that reads as a number',
    `${head}approved:\n  - { version: 1.10, by: ada, on: 2026-11-01 }\n`,
    [`4:5 "approved.0.version" is a number where text is wanted / Put it in quotes: '1.10'.`.replace('4:5', '4:7')],
  ],
  [
    'a missing key',
    'status: draft\n',
    [
      '1:1 "soup" is missing / Correct the value; the schema in schemas/ and docs/reference/records.md say what is allowed.',
    ],
  ],
  [
    'a key that stands twice',
    `${head}status: draft\n`,
    [
      `3:1 ${item} cannot be read: Map keys must be unique / Keep one of the two keys; the later one would silently win.`,
    ],
  ],
  [
    'a tab',
    `${head}system:\n\tos: Linux\n`,
    [`4:1 ${item} cannot be read: Tabs are not allowed as indentation / Indent with spaces: YAML does not allow tabs.`],
  ],
  ['an empty file', '', [`-:- ${item} cannot be read: the file is empty / Fill it, or remove it.`]],
  [
    'a list instead of a record',
    '- a\n',
    [
      `1:1 ${item} is a list where a set of keys is wanted / Correct the value; the schema in schemas/ and docs/reference/records.md say what is allowed.`,
    ],
  ],
];

for (const [name, text, expected] of cases) {
  test(`${name} is one diagnostic with place and remedy`, () => assert.deepEqual(faults(text), expected));
}

test('conflict markers are called what they are', () => {
  const [first = ''] = faults(`${head}<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> other\n`);
  assert.match(first, /merge conflict markers; resolve the conflict first/);
});

test('aliases that multiply are refused', () => {
  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...'bcdefghi'
      .split('')
      .map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`),
  ].join('\n');
  assert.match(faults(bomb).join('\n'), /aliases of this file multiply/);
});

test('a record nested a hundred thousand times is refused, and the others are still read', () => {
  const records = load({ ...baseDevice, 'soup/items/deep.yaml': `notes: ${'['.repeat(100_000)}` });
  assert.equal(records.items.length, 1);
  assert.ok(
    records.diagnostics.length > 0 && records.diagnostics.every(({ place }) => place.file === 'soup/items/deep.yaml'),
  );
});

test('a binary record and a file that is no record are said, not passed over', () => {
  const { diagnostics } = load({
    'soup/items/a.yaml': new Uint8Array([0xff, 0xfe, 0x00]),
    'soup/item/b.yaml': 'soup: x\n',
    'soup/notes.md': 'x',
  });
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['soup/item/b.yaml is no record that Tureen knows', 'soup/items/a.yaml is not UTF-8 text'],
  );
});

test('Windows line ends and a byte order mark are no fault', () => {
  assert.deepEqual(faults(`\ufeff${head.replaceAll('\n', '\r\n')}`), []);
});
