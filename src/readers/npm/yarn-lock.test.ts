import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { yarnLock } from './yarn-lock.ts';

const read = (text: string, companions: Readonly<Record<string, string>> = {}) =>
  yarnLock.read({ path: 'app/yarn.lock', text, companions: new Map(Object.entries(companions)) });

const head = '__metadata:\n  version: 8\n  cacheKey: 10c0\n\n';
const hash = 'ab'.repeat(64);

test('the manifests that yarn 1 selects by patterns are its companions', () => {
  const tree = ['app/package.json', 'app/packages/a/package.json', 'other/packages/b/package.json'];
  const opened = new Map([['app/yarn.lock', '# yarn lockfile v1\n']]);
  const companions = () => yarnLock.companions?.(opened, 'app/yarn.lock', tree);
  assert.deepEqual(companions(), ['app/package.json']);
  opened.set('app/package.json', '{ "workspaces": ["packages/*"] }');
  assert.deepEqual(companions(), ['app/package.json', 'app/packages/a/package.json']);
});

test('later yarns name their workspaces in the lockfile', () => {
  const text = `${head}"a@workspace:packages/a":\n  version: 0.0.0-use.local\n  resolution: "a@workspace:packages/a"\n`;
  assert.deepEqual(yarnLock.companions?.(new Map([['app/yarn.lock', text]]), 'app/yarn.lock', []), [
    'app/package.json',
    'app/packages/a/package.json',
    'app/.yarnrc.yml',
  ]);
});

const names: readonly (readonly [key: string, resolved: string | undefined, name: string])[] = [
  ['a@^1.0.0', undefined, 'a'],
  ['a@^1.0.0', 'https://npm.example/a/-/a-1.0.0.tgz#da', 'a'],
  ['@s/a@^1.0.0', 'https://npm.example/@s/a/-/a-1.0.0.tgz', '@s/a'],
  ['@s/a@^1.0.0', 'https://npm.example/api/npm/@s%2fa/-/a-1.0.0.tgz', '@s/a'],
  ['a@npm:b@^1.0.0', undefined, 'b'],
  ['a@npm:@s/b@^1.0.0', undefined, '@s/b'],
  ['a@^1.0.0', 'https://npm.example/@s/fork/-/fork-1.0.0.tgz', '@s/fork'],
  ['a@https://files.example/x.tgz', 'https://files.example/x.tgz#da', 'a'],
];

for (const [key, resolved, name] of names) {
  test(`in yarn 1 "${key}" from ${resolved ?? 'nowhere'} is ${name}`, () => {
    const line = resolved === undefined ? '' : `  resolved "${resolved}"\n`;
    assert.equal(read(`"${key}":\n  version "1.0.0"\n${line}`).components[0]?.name, name);
  });
}

const served: readonly (readonly [address: string, name: string])[] = [
  ['https://npm.example/a/-/a-1.0.0.tgz', 'a'],
  ['https://npm.example/@s/a/-/a-1.0.0.tgz', '@s/a'],
  ['https://files.example/a-1.0.0.tgz', 'alias'],
];

for (const [address, name] of served) {
  test(`in later yarns the archive "${address}" that the product calls alias is ${name}`, () => {
    const lock = `${head}"alias@${address}":\n  version: 1.0.0\n  resolution: "alias@${address}"\n\n"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    alias: "${address}"\n`;
    const manifest = `{ "name": "app", "dependencies": { "alias": "${address}" } }`;
    const { components } = read(lock, { 'app/package.json': manifest });
    assert.deepEqual(
      components.filter(({ firstParty }) => !firstParty).map((one) => [one.name, one.version, one.scope]),
      [[name, '1.0.0', 'runtime']],
    );
  });
}

test('without a manifest nobody knows what ships', () => {
  const { components, diagnostics } = read('a@1:\n  version "1.0.0"\n');
  assert.deepEqual(
    components.map(({ scope, relation, hashes, scopeEvidence }) => [scope, relation, hashes, scopeEvidence[0]?.reason]),
    [['unknown', 'unknown', [], 'the package.json that tells what ships is not there']],
  );
  assert.deepEqual(diagnostics, []);
});

test('a manifest that cannot be read is told, and leaves what ships unknown', () => {
  const { components, diagnostics } = read('a@1:\n  version "1.0.0"\n', { 'app/package.json': '{ "name": }' });
  assert.equal(components[0]?.scope, 'unknown');
  assert.deepEqual(
    diagnostics.map(({ place }) => place),
    [{ file: 'app/package.json', line: 1, column: 11 }],
  );
});

test('evidence stands in the manifest; of a name in two lists both get what is locked', () => {
  const manifest = '{\n "dependencies": { "a": "7" },\n "devDependencies": { "a": "10", "b": "1" }\n}';
  const entry = (key: string, version: string, needs = '') => `${key}:\n  version "${version}"\n${needs}\n`;
  const needs = '  dependencies:\n    c "1"\n';
  const lock = `${entry('a@10', '10.0.0', needs)}${entry('a@9', '9.0.0')}${entry('b@1', '1.0.0')}${entry('b@2', '2.0.0')}`;
  const { components, diagnostics } = read(lock, { 'app/package.json': manifest });
  assert.deepEqual(
    components.map(({ purl, scope, relation, scopeEvidence }) => [purl, scope, relation, scopeEvidence[0]?.at.line]),
    [
      ['pkg:npm/a@10.0.0', 'runtime', 'direct', 2],
      ['pkg:npm/a@9.0.0', 'unknown', 'unknown', 6],
      ['pkg:npm/b@1.0.0', 'development', 'direct', 3],
      ['pkg:npm/b@2.0.0', 'unknown', 'unknown', 12],
    ],
  );
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    ['pkg:npm/a@10.0.0 needs "c@1", which this lockfile does not hold'],
  );
});

test('a range without a key leads to the only entry of its name', () => {
  const lock = 'a@1:\n  version "1.0.0"\n';
  const { components, diagnostics } = read(lock, { 'app/package.json': '{ "dependencies": { "a": "^1.0.0" } }' });
  assert.deepEqual([components.map(({ scope }) => scope), diagnostics], [['runtime'], []]);
});

test('a catalog tells which of two versions is meant', () => {
  const entry = (range: string, version: string) =>
    `"a@npm:${range}":\n  version: ${version}\n  resolution: "a@npm:${version}"\n  checksum: 10c0/${hash}\n\n`;
  const root =
    '"app@workspace:.":\n  version: 0.0.0-use.local\n  resolution: "app@workspace:."\n  dependencies:\n    a: "catalog:old"\n';
  const lock = `${head}${entry('^1.0.0', '1.2.0')}${entry('^2.0.0', '2.1.0')}${root}`;
  const companions = {
    'app/package.json': '{ "name": "app", "devDependencies": { "a": "catalog:old" } }',
    'app/.yarnrc.yml': 'catalog:\n  a: ^2.0.0\ncatalogs:\n  old:\n    a: ^1.0.0\n',
  };
  const scopes = (files: Readonly<Record<string, string>>) => {
    const { components, diagnostics } = read(lock, files);
    return [components.map(({ version, scope }) => [version, scope]).slice(1), diagnostics.length];
  };
  assert.deepEqual(scopes(companions), [
    [
      ['1.2.0', 'development'],
      ['2.1.0', 'unknown'],
    ],
    0,
  ]);
  assert.deepEqual(scopes({ 'app/package.json': companions['app/package.json'] })[1], 1, 'two candidates, none chosen');
});

test('without its manifest a workspace asks for things nobody can sort', () => {
  const lock = `${head}"a@npm:1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n\n"w@workspace:w":\n  version: 0.0.0-use.local\n  resolution: "w@workspace:w"\n  dependencies:\n    a: "npm:1"\n`;
  const [own, a] = read(lock).components;
  assert.deepEqual([own?.purl, own?.firstParty], ['pkg:npm/w', true]);
  assert.deepEqual(
    [a?.scope, a?.relation, a?.scopeEvidence[0]?.reason],
    ['unknown', 'direct', 'app/w/package.json, which tells what ships, is not there'],
  );
});

test('of an entry that stands twice the later one counts, and a checksum that is none is told', () => {
  const entry = '"a@npm:1":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n  checksum: 0f\n\n';
  const { components, diagnostics } = read(`${head}${entry}${entry}`);
  assert.equal(components.length, 1);
  assert.deepEqual(
    diagnostics.map(({ message, place }) => [message, 'line' in place ? place.line : undefined]),
    [
      ['the key "a@npm:1" stands twice; the later one counts', 10],
      ['a has the checksum "0f", which is of no known kind', 10],
    ],
  );
});

test('no text makes it throw', () => {
  const piece = fc.constantFrom('__metadata:', '  version: 8', '"a@npm:1":', '  resolution: "a@npm:1"', '  version: 1');
  fc.assert(fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => void read(lines.join('\n'))));
});
