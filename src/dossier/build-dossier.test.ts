import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../test/sample-component.ts';
import { deviceSchema } from '../model/records/device.ts';
import type { Evaluation } from '../model/anomalies/evaluation.ts';
import { soupItemSchema } from '../model/records/soup-item.ts';
import { buildDossier, type Parts } from './build-dossier.ts';
import { hashMappings } from './evaluation/products/mappings-of.ts';
import { hashInventory } from './inventory/hash-inventory.ts';

const numpy = component('pkg:pypi/numpy@2.1.3', {
  scope: 'runtime',
  foundAt: [
    { file: 'service/uv.lock', line: 3 },
    { file: 'tools/uv.lock', line: 9 },
  ],
});
const bash = component('pkg:deb/debian/bash@5.2', { foundAt: [{ file: 'image/status', line: 1 }] });
const vite = component('pkg:npm/vite@6.2.0', {
  scope: 'development',
  scopeEvidence: [{ scope: 'development', reason: '"dev": true', at: { file: 'viewer/package-lock.json', line: 7 } }],
  foundAt: [{ file: 'viewer/package-lock.json', line: 7 }],
});

const device = {
  device: { name: 'D', manufacturer: 'M' },
  softwareItems: [
    { id: 'service', name: 'Service', class: 'C', sources: ['service/**'] },
    { id: 'tools', name: 'Tools', class: 'A', sources: ['tools/**'] },
    {
      id: 'image',
      name: 'Image',
      class: 'B',
      sources: [{ files: 'image/**', scope: 'runtime', reason: 'delivered as it is' }],
    },
  ],
};

test('a component of several software items takes the highest class', () => {
  const [entry] = build().entries;
  assert.deepEqual(
    entry?.claimedBy.map(({ id }) => id),
    ['service', 'tools'],
  );
  assert.equal(entry?.class, 'C');
});

test('an item without a class counts as that of its whole, and without a whole as C', () => {
  const [service, tools, image] = device.softwareItems;
  const parts = [
    { ...service, class: 'B' },
    { ...tools, parent: 'service', class: undefined },
    { ...image, class: undefined },
  ];
  const classes = build({ device: { ...device, softwareItems: parts } }).entries.map((entry) => entry.class);
  assert.deepEqual(classes, ['B', 'C', undefined]);
});

test('what no software item claims has no class, and the files decide its use', () => {
  const entry = build().entries.find((candidate) => candidate.component === vite);
  assert.equal(entry?.class, undefined);
  assert.deepEqual(entry?.use, {
    scope: 'development',
    decidedBy: 'files',
    reason: '"dev": true (viewer/package-lock.json:7)',
  });
});

test('a source that says how it is used decides only where the files say nothing', () => {
  const entry = build().entries.find((candidate) => candidate.component === bash);
  assert.deepEqual(entry?.use, { scope: 'runtime', decidedBy: 'person', reason: 'image/**: delivered as it is' });
  const told = build({ components: [component(bash.purl, { ...bash, scope: 'optional' })] }).entries[0];
  assert.equal(told?.use.scope, 'optional');
});

test('a person overrules the files, with a reason', () => {
  const scope = [{ packages: 'pkg:npm/vite', scope: 'runtime', reason: 'its client is in the bundle' }];
  const entry = build({ device: { ...device, scope } }).entries.find((candidate) => candidate.component === vite);
  assert.deepEqual(entry?.use, { scope: 'runtime', decidedBy: 'person', reason: 'its client is in the bundle' });
});

test('an update makes the record’s judgement stale, and the class of an item is that of its components', () => {
  const [item] = build().items;
  assert.equal(item?.class, 'C');
  assert.deepEqual(item?.unapproved, ['2.1.3']);
});

test('an evaluation is missing, unread, of another inventory, too old, or current', () => {
  const components = [numpy, bash, vite];
  const evaluation = (fetched: string, inventory = hashInventory(components)): Evaluation => ({
    evaluated: '2026-11-01',
    data: { hash: 'h', fetched: `${fetched}T00:00:00Z`, newest: '', sources: [] },
    inventory,
    components: 3,
    findings: [],
    uncovered: [],
  });
  assert.deepEqual(build().evaluation, { kind: 'missing' });
  const file = 'soup/anomalies.lock.json';
  const unread = [{ kind: 'anomalies.lock', file }] as const;
  assert.deepEqual(build({ unread }).evaluation, { kind: 'unread', file });
  assert.equal(build({ evaluation: evaluation('2026-11-01') }).evaluation.kind, 'current');
  assert.equal(build({ evaluation: evaluation('2026-10-16') }).evaluation.kind, 'current', 'on its thirtieth day');
  assert.equal(build({ evaluation: evaluation('2026-10-15') }).evaluation.kind, 'outdated');
  const old = build({ evaluation: evaluation('2026-10-01') }).evaluation;
  assert.equal(old.kind === 'outdated' && old.reason, 'its data is 45 days old, more than 30');
  const other = build({ evaluation: evaluation('2026-11-01', 'sha256:0') }).evaluation;
  assert.equal(other.kind === 'outdated' && other.reason, 'the inventory has changed since it was evaluated');
});

test('an evaluation is outdated once a product was confirmed since, or taken back', () => {
  const components = [numpy, bash, vite];
  const confirmed = { vendor: 'numpy', product: 'numpy', by: 'ada', on: '2026-01-01', reason: 'Its site' };
  const mappings = new Map([['pkg:pypi/numpy', [confirmed]]]);
  const evaluation = (products?: string): Evaluation => ({
    evaluated: '2026-11-01',
    data: { hash: 'h', fetched: '2026-11-01T00:00:00Z', newest: '', sources: [] },
    inventory: hashInventory(components),
    ...(products !== undefined && { products }),
    components: 3,
    findings: [],
    uncovered: [],
  });
  const products = hashMappings(components, mappings);
  const states = [
    build({ evaluation: evaluation(products), cpe: [{ ...confirmed, by: 'bob', reason: 'Its records' }] }),
    build({ evaluation: evaluation(products), cpe: [{ ...confirmed, product: 'numpy2' }] }),
    build({ evaluation: evaluation(products) }),
    build({ evaluation: evaluation(), cpe: [confirmed] }),
    build({ evaluation: evaluation() }),
  ].map((dossier) => dossier.evaluation.kind);
  assert.deepEqual(states, ['current', 'outdated', 'outdated', 'outdated', 'current']);
  assert.equal(hashMappings([vite], mappings), undefined);
});

function build(
  given: {
    readonly device?: object;
    readonly components?: Parts['inventory']['components'];
    readonly evaluation?: Parts['evaluation'];
    readonly unread?: Parts['unread'];
    readonly cpe?: readonly object[];
  } = {},
) {
  return buildDossier({
    today: '2026-11-15',
    todayHeldBy: undefined,
    unread: given.unread ?? [],
    device: { file: 'tureen.yaml', record: deviceSchema.parse(given.device ?? device) },
    inventory: { components: given.components ?? [numpy, bash, vite], files: [], diagnostics: [] },
    items: [
      {
        file: 'soup/items/pypi-numpy.yaml',
        record: soupItemSchema.parse({
          soup: 'pkg:pypi/numpy',
          status: 'confirmed',
          approved: [{ version: '2.1.2', by: 'ada', on: '2026-01-01' }],
          cpe: given.cpe,
        }),
      },
    ],
    releases: [],
    riskFile: undefined,
    verification: undefined,
    hashes: new Map(),
    reviews: [],
    waivers: undefined,
    verdicts: [],
    licences: undefined,
    evaluation: given.evaluation,
    usage: { kind: 'not-looked' },
    licenceFiles: { kind: 'not-looked' },
    anomalyLists: [],
    dispositions: [],
    attached: new Map(),
  });
}
