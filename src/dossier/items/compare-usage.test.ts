import assert from 'node:assert/strict';
import { test } from 'node:test';
import { component } from '../../../test/sample-component.ts';
import { entry, soupItem } from '../../../test/sample-dossier.ts';
import type { ImportSite, Usage } from '../../model/inventory/usage.ts';
import { softwareItemSchema } from '../../model/records/software-item.ts';
import { classifySoftware } from '../coverage/classify-software.ts';
import { compareUsage } from './compare-usage.ts';

const parts = [
  { id: 'system', name: 'System', class: 'C' },
  { id: 'service', name: 'Service', parent: 'system', sources: ['a'] },
  { id: 'viewer', name: 'Viewer', parent: 'system', sources: ['b'] },
].map((item) => softwareItemSchema.parse(item));
const software = classifySoftware(parts);
const own = [entry(component('pkg:npm/x@1.0.0'), { kind: 'first-party' }, { claimedBy: parts.slice(1, 2) })];

function site(file: string, line: number, more: Partial<ImportSite> = {}): ImportSite {
  return { file, line, module: 'x', role: 'product', typesOnly: false, certainty: 'exact', ...more };
}

const usage: Usage = {
  kind: 'looked',
  importedAt: new Map([
    ['pkg:npm/x@1.0.0', [site('src/a.ts', 1), site('src/b.ts', 2), site('src/b.test.ts', 3, { role: 'test' })]],
  ]),
  languages: [{ title: 'JavaScript', files: 3, types: ['npm'] }],
};

function compared(usedBy: readonly object[], looked: Usage = usage) {
  const { record } = soupItem('x', { soup: 'pkg:npm/x', usedBy });
  return compareUsage(record, { own, software, usage: looked });
}

const users: readonly (readonly [string, string, readonly string[]])[] = [
  ['service', 'claims-it', []],
  ['system', 'claims-it', []],
  ['viewer', 'claims-it-not', ['service']],
  ['server', 'no-software-item', ['service']],
];

for (const [softwareItem, result, unnamed] of users)
  test(`${softwareItem} as user of what stands in a file of the service: ${result}`, () => {
    const { named, unnamed: missing } = compared([{ softwareItem }]);
    assert.deepEqual(named, [{ index: 0, softwareItem, result }]);
    assert.deepEqual(missing, unnamed);
  });

test('a record that names nobody leaves nobody out', () => {
  assert.deepEqual(compared([]).unnamed, []);
});

const modules: readonly (readonly [string, readonly (readonly string[])[], readonly string[], readonly string[]])[] = [
  ['all that import it', [['src/*.ts']], [], []],
  ['one of two', [['src/a.ts']], ['src/b.ts:2'], []],
  ['two by two users', [['src/a.ts'], ['src/b.ts']], [], []],
  ['none, which speaks for all', [['src/a.ts'], []], [], []],
  ['one that does not import it', [['src/*.ts', 'src/c.ts']], [], ['src/c.ts']],
  ['a test, which is no user', [['src/*.ts', 'src/b.test.ts']], [], ['src/b.test.ts']],
];

for (const [title, given, elsewhere, idle] of modules)
  test(`modules that are named: ${title}`, () => {
    const found = compared(given.map((globs) => ({ softwareItem: 'service', modules: globs })));
    assert.deepEqual(
      found.elsewhere.map(({ file, line }) => `${file}:${line}`),
      elsewhere,
    );
    assert.deepEqual(
      found.idle.map(({ module }) => module),
      idle,
    );
  });

test('where nobody looked, no language was looked through, so that nothing is known to be idle', () => {
  const found = compared([{ softwareItem: 'service', modules: ['src/a.ts'] }], { kind: 'not-looked' });
  assert.deepEqual([found.lookedThrough, found.elsewhere, found.sites], [[], [], []]);
});

test('two versions of a package share their lines, and each line counts once', () => {
  const second = entry(component('pkg:npm/x@2.0.0'), { kind: 'first-party' }, { claimedBy: parts.slice(1, 2) });
  const shared: Usage = {
    ...usage,
    importedAt: new Map([
      ['pkg:npm/x@1.0.0', [site('src/a.ts', 1)]],
      ['pkg:npm/x@2.0.0', [site('src/a.ts', 1)]],
    ]),
  };
  const { record } = soupItem('x', { soup: 'pkg:npm/x' });
  assert.equal(compareUsage(record, { own: [...own, second], software, usage: shared }).sites.length, 1);
});
