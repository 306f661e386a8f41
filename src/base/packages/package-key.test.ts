import assert from 'node:assert/strict';
import { test } from 'node:test';
import { growsEvenly } from '../../../test/grows-evenly.ts';
import { packageKey } from './package-key.ts';

const keys: readonly (readonly [ecosystem: string, name: string, key: string])[] = [
  ['npm', '@babel/Core', 'npm/@babel/Core'],
  ['PyPI', 'Ruamel.Yaml__clib', 'PyPI/ruamel-yaml-clib'],
  ['Debian:12', 'curl', 'Debian/curl'],
  ['Ubuntu:Pro:18.04:LTS', 'curl', 'Ubuntu/curl'],
  ['Red Hat:rhel_aus:8.4::appstream', 'curl', 'Red Hat/curl'],
  ['NuGet', 'Newtonsoft.Json', 'NuGet/newtonsoft.json'],
  ['crates.io', 'Serde_JSON', 'crates.io/Serde_JSON'],
  ['Go', 'github.com/BurntSushi/toml', 'Go/github.com/burntsushi/toml'],
  ['Maven', 'org.example:Core', 'Maven/org.example:Core'],
];

for (const [ecosystem, name, wanted] of keys) {
  test(`${name} of ${ecosystem} is looked up as ${wanted}`, () => {
    const key = packageKey(ecosystem, name);
    assert.equal(`${key.ecosystem}/${key.name}`, wanted);
    assert.deepEqual(packageKey(key.ecosystem, key.name), key, 'the key of a key is the key');
  });
}

test('an address of slashes alone is read in linear time', () =>
  growsEvenly('a slash', (size) => packageKey('GIT', `https://git.example/a${'/'.repeat(size)}b`)));
