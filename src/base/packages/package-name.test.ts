import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packageName } from './package-name.ts';
import { parsePurl } from './purl.ts';

const names: Readonly<Record<string, string>> = {
  'pkg:npm/lodash@4.17.21': 'lodash',
  'pkg:npm/%40babel/core@7.26.0': '@babel/core',
  'pkg:pypi/Typing_Extensions@4.12.2': 'typing-extensions',
  'pkg:maven/org.slf4j/slf4j-api@2.0.16': 'org.slf4j:slf4j-api',
  'pkg:golang/github.com/gin-gonic/gin@v1.9.0': 'github.com/gin-gonic/gin',
  'pkg:composer/monolog/monolog@3.8.0': 'monolog/monolog',
  'pkg:deb/debian/libssl3@3.0.15-1?arch=amd64': 'libssl3',
  'pkg:rpm/fedora/bash@5.2': 'bash',
  'pkg:generic/acme/codec@1': 'acme/codec',
};

for (const [purl, name] of Object.entries(names)) {
  test(`the package of ${purl} is named ${name}`, () => {
    const parts = parsePurl(purl);
    assert.ok(parts);
    assert.equal(packageName(parts), name);
  });
}
