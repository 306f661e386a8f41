import assert from 'node:assert/strict';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import { matchesGolden } from '../../test/golden.ts';
import type { RegistryPackage, RegistryQuestion } from '../model/plugs/registry.ts';
import { registries } from './index.ts';

const folder = 'src/registries/fixtures';

/** Orders plain version numbers, as the schemes of the ecosystems do. */
const byNumber = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

for (const path of globSync(`${folder}/*/*/wanted.json`).toSorted()) {
  const registry = registries.find(({ name }) => name === basename(dirname(dirname(path))));
  test(`${registry?.name ?? path} reads ${basename(dirname(path))}`, () => {
    assert.ok(registry !== undefined);
    const wanted = JSON.parse(readFileSync(path, 'utf8')) as RegistryPackage;
    const files = new Map(
      readdirSync(dirname(path)).map((name) => [name.replace(/\.\w+$/, ''), join(dirname(path), name)]),
    );
    const answers = new Map<string, string | undefined>();
    const questions: RegistryQuestion[] = [];
    for (let question = registry.ask(wanted, answers); question; question = registry.ask(wanted, answers)) {
      assert.ok(!answers.has(question.name), `${question.name} is asked twice`);
      const file = files.get(question.name);
      answers.set(question.name, file === undefined ? undefined : readFileSync(file, 'utf8'));
      questions.push(question);
    }
    const asked = questions.map(({ at = wanted.base, path: steps }) => [at, ...steps].join('/'));
    const reading = registry.read(wanted, answers, byNumber);
    matchesGolden(join(dirname(path), 'golden.json'), `${JSON.stringify({ asked, reading }, undefined, 2)}\n`);
  });
}

test('every registry survives answers that are none', () => {
  const wanted: RegistryPackage = {
    base: 'https://a.example/simple',
    type: 'npm',
    namespace: 'a.b',
    name: 'c',
    version: 'v1.0.0',
  };
  for (const registry of registries)
    for (const text of ['', 'null', '[]', '{"versions":{"v1.0.0":[]}}', '<a>', '{"__proto__":1}', '\u0000', '<html>'])
      for (const name of ['package', 'index', 'pom 0', 'info', 'channel', 'version', 'definition'])
        assert.notEqual(
          registry.read(wanted, new Map([[name, text]]), byNumber).kind,
          'facts',
          `${registry.name} ${text}`,
        );
});

test('the address of an archive tells the registry of an npm package and a Maven artifact', () => {
  const baseOf = (kind: string, download: string, wanted: Omit<RegistryPackage, 'base'>) =>
    registries.find(({ name }) => name === kind)?.baseOf?.(download, wanted);
  const scoped = { type: 'npm' as const, namespace: '@acme', name: 'reader', version: '1.0.0' };
  const files = 'https://npm.example/mirror/@acme/reader/-/reader-1.0.0.tgz';
  assert.equal(baseOf('npm', files, scoped), 'https://npm.example/mirror');
  assert.equal(baseOf('npm', files.replace('@acme/reader/', '@acme%2freader/'), scoped), 'https://npm.example/mirror');
  assert.equal(baseOf('npm', 'https://acme.example/reader-1.0.0.tgz', scoped), undefined);
  assert.equal(
    baseOf('maven', 'https://m.example/r/com/acme/reader/1.0/reader-1.0.jar', {
      type: 'maven',
      namespace: 'com.acme',
      name: 'reader',
      version: '1.0',
    }),
    'https://m.example/r',
  );
});
