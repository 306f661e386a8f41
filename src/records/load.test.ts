import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { baseDevice } from '../../test/base-device.ts';
import { sealedLock } from '../rules/examples/sealed-lock.ts';
import { locator } from './locate.ts';
import { loadRecords } from './load.ts';

const item = 'soup/items/npm-left-pad.yaml';
const head = 'soup: pkg:npm/left-pad\nstatus: confirmed\n';
const device = 'device: { name: Padder, manufacturer: Example Devices GmbH }\n';

test('the base device loads without a word', () => {
  const records = loadRecords(new Map(Object.entries(baseDevice)));
  assert.deepEqual(records.diagnostics, []);
  assert.equal(records.device?.record.device.name, 'Padder');
  assert.deepEqual(
    records.items.map(({ file, record }) => [file, record.soup]),
    [[item, 'pkg:npm/left-pad']],
  );
  assert.equal(records.riskFile?.record.risks.length, 1);
  assert.equal(records.reviews.length, 1);
  assert.equal(records.evaluation?.components, 2);
});

const lockFile = 'soup/anomalies.lock.json';
const evaluateAnew = 'It is generated: run `tureen evaluate` to write it anew.';
const sealed = (given: object = {}) => sealedLock(given)[lockFile];

/** Name of the case, file, text, and what is said: `line:column rule message / help`. */
type Case = readonly [string, string, string, readonly string[]];

const cases: readonly Case[] = [
  [
    'an unknown key',
    item,
    `${head}ownr: ada\n`,
    ['3:1 unknown-key "ownr" is no key of this record / Did you mean "owner"?'],
  ],
  [
    'an unknown key in a branch of a union that its kind decides',
    item,
    `${head}requirements:\n  - { id: R-1, kind: functional, text: Pads, limitt: 3, verifyedBy: [T-1] }\n`,
    [
      '4:46 unknown-key "limitt" is no key of this record / The keys here are id, kind, text, verifiedBy.',
      '4:57 unknown-key "verifyedBy" is no key of this record / Did you mean "verifiedBy"?',
    ],
  ],
  [
    'another spelling of a key',
    item,
    `${head}license: { concluded: MIT, by: ada, on: 2026-11-01 }\nfailure-modes: []\n`,
    ['3:1 unknown-key "license" is no key of this record / Did you mean "licence"?', 'Did you mean "failureModes"?'],
  ],
  [
    'a version that reads as a number',
    item,
    `${head}approved:\n  - { version: 1.10, by: ada, on: 2026-11-01 }\n`,
    [
      `4:7 type "approved.0.version" is typed 1.10, which reads as the number 1.1; a text is wanted / Write '1.10' in quotes.`,
    ],
  ],
  [
    'a truth value and a null that were meant as texts',
    item,
    `${head}title: true\npurpose: ~\nnotes:\n`,
    [
      `3:1 type "title" is the truth value true; a text is wanted / Write 'true' in quotes.`,
      '4:1 empty "purpose" has no value / YAML reads ~ as no value: put it in quotes when the text is meant, or leave the key out.',
      '5:1 empty "notes" has no value / Write a value, or leave the key out.',
    ],
  ],
  [
    'a missing key',
    item,
    'soup: pkg:npm/a\n',
    ['1:1 missing-key "status" is missing / Write it: one of draft, confirmed.'],
  ],
  [
    'a missing key of a performance requirement',
    item,
    `${head}requirements:\n  - id: R-1\n    kind: performance\n    text: Pads\n    limit: <= 1\n    unit: ms\n    condition: any\n`,
    [
      '4:5 missing-key "requirements.0.metric" is missing / Write it: What is measured, such as latency or relative error.',
    ],
  ],
  [
    'a value that is not among those allowed',
    item,
    'soup: pkg:npm/a\nstatus: confirmd\n',
    ['2:1 value "status" is "confirmd" / Did you mean "confirmed"? Write one of: draft, confirmed.'],
  ],
  [
    'a kind of requirement that there is none of',
    item,
    `${head}requirements:\n  - { id: R-1, kind: functonal, text: Pads }\n`,
    [
      '4:16 value "requirements.0.kind" is "functonal" / Did you mean "functional"? Write one of: functional, performance.',
    ],
  ],
  [
    'a requirement without a kind',
    item,
    `${head}requirements:\n  - { id: R-1, text: Pads }\n`,
    ['4:5 missing-key "requirements.0.kind" is missing / Write it: one of functional, performance.'],
  ],
  [
    'a safety class that there is none of, and a typed number for one',
    'tureen.yaml',
    `${device}softwareItems:\n  - { id: a, name: A, class: D, sources: [x] }\n  - { id: b, name: B, class: 2, sources: [x] }\n`,
    [
      '3:23 value "softwareItems.0.class" is "D" / Write one of: A, B, C.',
      '4:23 value "softwareItems.1.class" is 2 / Write one of: A, B, C.',
    ],
  ],
  [
    'a scalar where a list is wanted, and text where a number is',
    'tureen.yaml',
    `${device}people: ada\ntarget: { memoryMb: '512' }\n`,
    [
      `3:11 type "target.memoryMb" is the text "512"; a number is wanted / Write a number, without quotes or unit.`,
      `2:1 type "people" is the text "ada"; a list is wanted / Write each entry on a line of its own that begins with '- '.`,
    ],
  ],
  [
    'an empty list, a scope without a reason, an address without a scheme',
    'tureen.yaml',
    `device: { name: P, manufacturer: E, website: example.org, email: ada }\nsoftwareItems:\n  - { id: a, name: A, class: A, sources: [] }\n  - { id: b, name: B, class: B, sources: [{ files: x, scope: runtime }] }\n`,
    [
      '1:37 value "device.website": "example.org" is no address / Write it with its scheme, such as https://example.org',
      '1:59 value "device.email": "ada" is no email address / Write it as name@example.org.',
      '3:33 value "softwareItems.0.sources" is an empty list / Write at least one entry.',
      '4:43 value "softwareItems.1.sources.0" has a scope without a reason / Add reason.',
    ],
  ],
  [
    'days that are none',
    item,
    `${head}approved:\n  - { version: '1', by: ada, on: 2026-02-30 }\n  - { version: '2', by: ada, on: 1.11.2026 }\n`,
    [
      '4:30 value "approved.0.on": "2026-02-30" is no day / Write YYYY-MM-DD.',
      '5:30 value "approved.1.on": "1.11.2026" is no day / Write YYYY-MM-DD.',
    ],
  ],
  [
    'a package URL with a version',
    item,
    'soup: pkg:npm/a@1.0.0\nstatus: draft\n',
    ['1:1 value "soup": "pkg:npm/a@1.0.0" holds a version / Versions stand under `approved`.'],
  ],
  [
    'a list instead of a record',
    item,
    '- a\n',
    ['1:1 type the file is a list; a group of keys is wanted / Write its keys on lines below it'],
  ],
  [
    'a key that stands twice',
    item,
    `${head}status: draft\n`,
    [
      `3:1 duplicate-key ${item} holds the key "status" twice / Keep one of the two keys; the later one would silently win.`,
    ],
  ],
  [
    'a tab',
    item,
    `${head}system:\n\tos: Linux\n`,
    [
      `4:1 syntax ${item} is no YAML: tabs are not allowed as indentation / Indent with spaces: YAML does not allow tabs.`,
    ],
  ],
  [
    'conflict markers',
    item,
    `${head}<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> other\n`,
    [
      `3:1 conflict ${item} holds merge conflict markers / Decide between the two sides, and remove the lines of <, = and >.`,
    ],
  ],
  [
    'aliases that multiply',
    item,
    [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...Array.from('bcdefghi', (key, at) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[at]}`).join(', ')}]`),
    ].join('\n'),
    ['1:1 syntax', 'multiply beyond 100 uses'],
  ],
  [
    'a list that is nested a hundred thousand times',
    item,
    `notes: ${'['.repeat(100_000)}`,
    [`syntax ${item} is no YAML: it is nested deeper than anything that is read / Write it flatter`],
  ],
  [
    'ten million characters',
    item,
    `${head}notes: ${'x'.repeat(1e7)}`,
    [`-:- size ${item} has 10.0 million characters, more than any record`],
  ],
  ['an empty file', item, '', [`1:1 syntax ${item} is empty / Mend it, or restore it from git`]],
  ['a file of comments', item, '# later\n', [`1:1 syntax ${item} is empty`]],
  ['a second document', item, `${head}---\n${head}`, ['holds several documents / Keep one record a file']],
  ['a tag', item, `${head}notes: !include x\n`, ['holds a tag without meaning (Unresolved tag: !include)']],
  [
    'a lockfile that was cut off',
    lockFile,
    '{\n  "evaluated": "2026',
    [`syntax ${lockFile} is no JSON: `, evaluateAnew],
  ],
  ['a lockfile of nothing', lockFile, '', [`1:1 syntax ${lockFile} is no JSON: the file is empty / ${evaluateAnew}`]],
  [
    'a lockfile of another version, which knows other keys in many places,',
    lockFile,
    sealed({ components: 'two', later: 1, findings: Array.from({ length: 100 }, (_, later) => ({ later })) }),
    [
      `10:3 version ${lockFile} was written by another version of Tureen: "components" is the text "two"; a number is wanted / ${evaluateAnew}`,
    ],
  ],
  [
    'a lockfile of another version, with one key more,',
    lockFile,
    sealed({ later: 1 }),
    [
      `13:3 version ${lockFile} was written by another version of Tureen: "later" is no key of this record / ${evaluateAnew}`,
    ],
  ],
  [
    'a lockfile with a changed word',
    lockFile,
    sealed().replace('"components": 2', '"components": 3'),
    [`13:3 seal ${lockFile} is not what was evaluated: it was changed since, and its seal ("content") does not fit it`],
  ],
  ...['{}', '[]', 'null', '2', sealed().replace(/,\n {2}"content": ".*"/, '')].map((text): Case => [
    `a lockfile without a seal, ${text.length > 9 ? 'and nothing else wrong' : text},`,
    lockFile,
    text,
    [
      `1:1 seal ${lockFile} has no seal ("content"), so nobody can tell whether it is what was evaluated / ${evaluateAnew}`,
    ],
  ]),
];

for (const [name, file, text, expected] of cases) {
  test(`${name} is said with its place and a remedy`, () => {
    const said = faults(file, text);
    for (const part of expected) assert.ok(said.join('\n').includes(part), `${said.join('\n')}\nlacks\n${part}`);
    assert.ok(said.length <= expected.length, said.join('\n'));
  });
}

function faults(file: string, text: string): string[] {
  const at = locator(text);
  return loadRecords(new Map([[file, text]])).diagnostics.map(({ rule, message, place, help }) => {
    const where = 'keyPath' in place ? at(place) : 'line' in place ? place : undefined;
    return `${where?.line ?? '-'}:${where?.column ?? (where === undefined ? '-' : 1)} ${rule.replace('records/', '')} ${message} / ${help}`;
  });
}

test('a record with an unknown key counts without it', () => {
  const text = `${head}ownr: ada\nmanufacturer: { name: A, site: x }\napproved:\n  - { version: 1.0.0, by: ada, on: 2026-11-01, why: x }\n`;
  const { items, diagnostics } = loadRecords(new Map([[item, text]]));
  assert.equal(diagnostics.length, 3);
  assert.deepEqual(items[0]?.record.manufacturer, { name: 'A' });
  assert.deepEqual(items[0]?.record.approved, [{ version: '1.0.0', by: 'ada', on: '2026-11-01' }]);
});

test('package URLs mean the same however their author spells them', () => {
  const scope = 'scope:\n  - { packages: "pkg:npm/@scope/*", scope: runtime, reason: it ships }\n';
  const covers =
    'covers:\n  - { packages: pkg:npm/@scope/other, reason: same project }\n  - { dependencies: true, reason: small }\ninherits:\n  - { from: pkg:npm/@scope/other, judgements: [support], reason: same project }\n';
  const records = loadRecords(
    new Map([
      ['tureen.yaml', `${device}${scope}`],
      ['soup/items/a.yaml', `soup: pkg:npm/@scope/name\nstatus: draft\n${covers}`],
      ['soup/items/b.yaml', 'soup: pkg:pypi/Flask_SQLAlchemy\nstatus: draft\n'],
    ]),
  );
  assert.deepEqual(
    records.items.map(({ record }) => record.soup),
    ['pkg:npm/%40scope/name', 'pkg:pypi/flask-sqlalchemy'],
  );
  assert.deepEqual(records.items[0]?.record.covers, [
    { packages: 'pkg:npm/%40scope/other', reason: 'same project' },
    { dependencies: true, reason: 'small' },
  ]);
  assert.equal(records.device?.record.scope[0]?.packages, 'pkg:npm/%40scope/*');
  assert.equal(records.items[0]?.record.inherits[0]?.from, 'pkg:npm/%40scope/other');
});

test('one broken file never hides the others', () => {
  const broken = { 'soup/items/deep.yaml': `notes: ${'['.repeat(100_000)}`, 'soup/items/tab.yaml': 'a:\n\tb: c\n' };
  const records = loadRecords(new Map(Object.entries({ ...baseDevice, ...broken })));
  assert.equal(records.items.length, 1);
  assert.deepEqual(
    records.diagnostics.map(({ place }) => place.file),
    Object.keys(broken),
  );
});

test('bytes that are no text, and files that no kind knows, are said', () => {
  const { diagnostics } = loadRecords(
    new Map<string, string | Uint8Array>([
      ['tureen.yml', device],
      ['soup/Items/a.YAML', head],
      ['soup/items/a.yaml', new Uint8Array([0xff, 0xfe, 0x00])],
      ['soup/item/b.yaml', head],
      ['soup/items/deep/c.yaml', head],
      ['soup/README.md', 'x'],
      ['soup/items/.gitkeep', ''],
      ['src/main.ts', 'x'],
    ]),
  );
  assert.deepEqual(
    diagnostics.map(({ severity, message, help }) => `${severity}: ${message} / ${help.split(',')[0]}`),
    [
      'error: soup/Items/a.YAML is no record that Tureen knows; nothing of it was read / Rename it to soup/items/a.yaml.',
      'warning: soup/item/b.yaml is no record that Tureen knows; nothing of it was read / Records are tureen.yaml',
      'warning: soup/items/deep/c.yaml is no record that Tureen knows; nothing of it was read / Records are tureen.yaml',
      'error: tureen.yml is no record that Tureen knows; nothing of it was read / Rename it to tureen.yaml.',
      'error: soup/items/a.yaml is UTF-16, not UTF-8 text / Save it as UTF-8.',
    ],
  );
});

test('a thousand faults of one file are counted, not listed', () => {
  const text = `${head}${Array.from({ length: 1000 }, (_, index) => `key${index}: x\n`).join('')}`;
  const said = faults(item, text);
  assert.equal(said.length, 51);
  assert.match(said.at(-1) ?? '', /and 950 more faults in this file/);
});

test('Windows line ends and a byte order mark are no fault', () => {
  const text = `\ufeff${head}notes: |\n  two\n  lines\n`.replaceAll('\n', '\r\n');
  for (const content of [text, new TextEncoder().encode(text)]) {
    const { items, diagnostics } = loadRecords(new Map([[item, content]]));
    assert.deepEqual(diagnostics, []);
    assert.equal(items[0]?.record.notes, 'two\nlines');
  }
});

test('no text whatever throws; what is not taken is said', () => {
  const pieces = fc.constantFrom(
    'soup: ',
    'pkg:npm/a',
    '\n',
    '  ',
    '- ',
    '[',
    '{',
    '}',
    ': ',
    '&a ',
    '*a',
    '!x ',
    '|',
    '>',
    '"',
    "'",
    '#',
    '\t',
  );
  const words = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 30 });
  fc.assert(
    fc.property(
      fc.oneof(
        words.map((parts) => parts.join('')),
        fc.json(),
        fc.uint8Array(),
      ),
      (content) => {
        for (const file of [item, lockFile]) {
          const { items, evaluation, diagnostics } = loadRecords(new Map([[file, content]]));
          assert.ok(items.length > 0 || evaluation !== undefined || diagnostics.length > 0);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('a yes or no on reachability is known by something; where nobody can tell, nothing need be made up', () => {
  const said = (reachability: string) =>
    loadRecords(
      new Map([
        [
          'soup/verdicts/npm-left-pad.yaml',
          `verdicts:\n  - judged: [{ anomaly: CVE-1, package: pkg:npm/left-pad, versions: [], scope: runtime, records: {} }]\n    status: fixed\n    reason: Patched\n    reachability: ${reachability}\n    by: ada\n    on: 2026-11-12\n`,
        ],
      ]),
    ).diagnostics.map(({ message, help }) => `${message} / ${help}`);
  assert.deepEqual(said('{ answer: unknown }'), []);
  assert.deepEqual(said('{ answer: unknown, evidence: A fuzzer }'), []);
  assert.match(said('{ answer: reachable }')[0] ?? '', /"verdicts\.0\.reachability\.evidence" is missing/);
  assert.match(said('{ answer: not-reachable }')[0] ?? '', /reachability\.evidence" is missing/);
  assert.match(said('{ answer: maybe }')[0] ?? '', /"maybe" \/ Write one of: reachable, not-reachable, unknown\.$/);
});
