import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadRecords } from '../load.ts';
import { scaffoldItem, type ItemFacts } from './scaffold-item.ts';

const facts: ItemFacts = {
  soup: 'pkg:npm/left-pad',
  title: 'left-pad',
  supplier: undefined,
  versions: ['1.10'],
  facts: ['1.10, relation direct, use runtime, package-lock.json:12'],
  covers: [{ dependencies: true }],
  users: ['viewer'],
  importedIn: [],
  suggested: [],
  class: 'B',
  classReason: 'software item viewer',
};

function load(text: string) {
  return loadRecords(new Map([['soup/items/x.yaml', text]]));
}

/** The templates of a draft, as if a person had taken away their #: each follows a line that says why. */
function templates(text: string): string {
  const blocks = text.split('\n#\n').slice(1);
  return blocks.map((block) => block.split('\n').slice(1).join('\n').replace(/^# ?/gm, '')).join('\n');
}

test('a draft is a record without faults, and holds nothing that nobody knows', () => {
  const { items, diagnostics } = load(scaffoldItem(facts));
  assert.deepEqual(diagnostics, []);
  const { record } = items[0] ?? {};
  assert.deepEqual(
    [record?.soup, record?.title, record?.status, record?.manufacturer, record?.licence, record?.approved],
    ['pkg:npm/left-pad', 'left-pad', 'draft', undefined, undefined, []],
  );
  assert.match(record?.covers[0]?.reason ?? '', /^TBD: /);
});

test('a draft asks for the product of CVE records where nothing else could tell of a package', () => {
  const soup = 'pkg:generic/ladle';
  const asked = templates(scaffoldItem({ ...facts, soup, needsProduct: true }));
  assert.match(asked, /^cpe:\n +- vendor: …\n +product: …$/m);
  assert.doesNotMatch(templates(scaffoldItem(facts)), /^cpe:/m);
});

test('a supplier that a file tells is the manufacturer, with that place as its source', () => {
  const supplier = { name: 'Example: Project', source: 'bom.json:7' };
  const { items } = load(scaffoldItem({ ...facts, supplier }));
  assert.deepEqual(items[0]?.record.manufacturer, supplier);
});

const asks: readonly (readonly [ItemFacts['class'], readonly string[], readonly string[]])[] = [
  [
    'A',
    ['manufacturer', 'approved'],
    ['requirements', 'system', 'failureModes', 'purpose', 'usedBy', 'anomalySources', 'documentation'],
  ],
  [
    'B',
    ['manufacturer', 'approved', 'requirements', 'system', 'failureModes', 'anomalySources', 'purpose', 'usedBy'],
    ['documentation', 'segregation'],
  ],
  [
    'C',
    [
      'manufacturer',
      'approved',
      'anomalySources',
      'requirements',
      'failureModes',
      'usedBy',
      'documentation',
      'segregation',
    ],
    [],
  ],
];

for (const [safetyClass, keys, others] of asks) {
  test(`a draft at class ${safetyClass} asks for what that class wants`, () => {
    const text = scaffoldItem({ ...facts, class: safetyClass });
    for (const key of keys) assert.ok(text.includes(`\n# ${key}:`), key);
    for (const key of others) assert.ok(!text.includes(`\n# ${key}:`), key);
  });
}

test('a template without its # knows only keys that records have, and no value that would pass as an answer', () => {
  const text = templates(scaffoldItem(facts));
  const { diagnostics } = load(`soup: pkg:npm/left-pad\nstatus: draft\n${text}`);
  assert.ok(diagnostics.length > 3);
  assert.deepEqual(
    diagnostics.filter(({ rule }) => /unknown-key|missing-key|syntax/.test(rule)).map(({ message }) => message),
    [],
  );
  const values = [...text.matchAll(/^[ -]*(?:\w+:|-)(?: (.+))?$/gm)].flatMap(([, value]) => value ?? []);
  const known = /^(…|viewer|.*: …|'1\.10'|.*(REQ|FM|RC)-LEFT-PAD-\d|functional|performance|version: '1\.10')$/;
  assert.ok(values.length > 20);
  assert.deepEqual(
    values.filter((value) => !known.test(value)),
    [],
  );
});

test('an estimate is asked for by the levels that the device has', () => {
  const [S1, O1, H1, PH1] = ['S1', 'O1', 'H1', 'PH1'].map((id) => ({ id, name: id }));
  const matrix = { severity: [S1], probability: [PH1], p1: [], p2: [], product: {}, zones: [], acceptability: {} };
  const asked = (given: object | undefined) => {
    const text = scaffoldItem({ ...facts, matrix: given as ItemFacts['matrix'] });
    return /before:\n((?:# {7}\S.*\n)+)/.exec(text)?.[1]?.replace(/[# \n]/g, '');
  };
  assert.equal(asked(matrix), 'severity:…probability:…');
  assert.equal(asked({ ...matrix, p1: [O1], p2: [H1] }), 'severity:…p1:…p2:…');
  assert.equal(asked(undefined), 'severity:…probability:…');
  const text = scaffoldItem({ ...facts, matrix: { ...matrix, p1: [O1], p2: [H1] } as ItemFacts['matrix'] });
  assert.match(text, /^## before and after name levels of riskMatrix: severity S1; p1 O1; p2 H1$/m);
});

test('a draft names as modules the files that were seen to import it, where one software item alone is built from it', () => {
  const usedBy = (overlay: Partial<ItemFacts>) =>
    /\n# usedBy:\n((?:# .*\n)+)/.exec(scaffoldItem({ ...facts, importedIn: ['src/label.ts'], ...overlay }))?.[1];
  assert.match(usedBy({}) ?? '', /softwareItem: viewer\n.*modules:\n.*src\/label\.ts\n.*interface: …\n/);
  const two = usedBy({ users: ['service', 'viewer'] }) ?? '';
  assert.match(two, /softwareItem: service\n(?:.*\n)*.*softwareItem: viewer\n/);
  assert.ok(!two.includes('src/label.ts'), 'nobody knows whose file it is');
});

test('text of others stays in its comment, on one line, and short', () => {
  const evil = `described as: x\nstatus: confirmed\r\nnotes: \u2028 \u001b[31m ${'y'.repeat(1000)}`;
  const text = scaffoldItem({ ...facts, facts: [evil] });
  assert.equal(load(text).items[0]?.record.status, 'draft');
  assert.ok(text.split('\n').every((line) => line.length < 250));
  assert.ok(!text.includes('\u001b'));
});

test('names that YAML would read otherwise are quoted', () => {
  for (const title of ['1.10', 'true', '@scope/name', 'a: b', '# x', '- y', 'null']) {
    assert.equal(load(scaffoldItem({ ...facts, title })).items[0]?.record.title, title);
  }
});
